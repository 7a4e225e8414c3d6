from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kotoutus_desktop.rules.grouping import (
    SMALLEST_GROUP,
    Group,
    Proposal,
    Remark,
    Terms,
    Waiting,
    could_join,
    propose,
    remark_section,
)
from kotoutus_desktop.rules.orientation import LARGEST_GROUP
from kotoutus_desktop.rules.section import CONTACT_TEACHING

LANGUAGES = ("ar", "ckb", "en", "fa", "ti")
JANUARY, MARCH = date(2027, 1, 11), date(2027, 3, 1)


def speakers(tongue, count, start=0, **facts):
    return [Waiting(f"{tongue}-{start + n:03d}", tongue, **facts) for n in range(count)]


@st.composite
def crowds(draw):
    facts = st.builds(
        Waiting,
        key=st.just(""),
        mother_tongue=st.sampled_from(("", *LANGUAGES)),
        known_well=st.lists(st.sampled_from(LANGUAGES), max_size=2).map(tuple),
        municipality=st.sampled_from(("", "049", "091")),
        child_care=st.booleans(),
        remote_unsuitable=st.sampled_from((None, True, False)),
        earliest_on=st.sampled_from((None, JANUARY, MARCH)),
        household=st.sampled_from(("", "", "a", "b")),
    )
    drawn = draw(st.lists(facts, max_size=70))
    return [replace(each, key=f"{number:03d}") for number, each in enumerate(drawn)]


terms = st.builds(Terms, begins_by=st.sampled_from((None, JANUARY)), remote=st.booleans())


@given(crowds(), terms)
def test_everybody_is_in_one_place_of_a_proposal_and_nobody_in_two(people, wanted):
    made = propose(people, wanted)

    placed = [each.key for group in made.groups for each in group.members]
    placed += [each.key for each in (*made.alone, *made.later, *made.need_contact)]
    assert sorted(placed) == sorted(each.key for each in people)


@given(crowds(), terms)
def test_everybody_knows_the_language_of_the_group_well(people, wanted):
    for group in propose(people, wanted).groups:
        assert all(group.language in each.languages for each in group.members)


@given(crowds(), terms)
def test_no_group_is_larger_than_recommended_unless_one_family_is(people, wanted):
    for group in propose(people, wanted).groups:
        homes = {each.household for each in group.members}
        assert len(group.members) <= LARGEST_GROUP or len(homes) == 1
        assert len(group.members) >= 1


@given(crowds(), terms)
def test_who_needs_contact_teaching_is_in_no_remote_group(people, wanted):
    made = propose(people, wanted)

    if wanted.remote:
        assert not any(each.remote_unsuitable for g in made.groups for each in g.members)
    else:
        assert made.need_contact == ()


@given(crowds(), terms)
def test_nobody_must_come_before_they_can(people, wanted):
    if wanted.begins_by is not None:
        for group in propose(people, wanted).groups:
            assert group.earliest_on is None or group.earliest_on <= wanted.begins_by


@given(crowds(), terms, st.randoms())
def test_the_order_of_the_list_does_not_matter(people, wanted, chance):
    mixed = list(people)
    chance.shuffle(mixed)

    assert propose(mixed, wanted) == propose(people, wanted)


@given(crowds())
def test_who_is_alone_shares_no_language_with_another_who_is(people):
    alone = propose(people).alone

    known = [language for each in alone for language in each.languages]
    assert len(known) == len(set(known))


@given(crowds())
def test_of_a_household_and_a_language_nobody_is_torn_apart(people):
    groups = propose(people).groups
    for language in LANGUAGES:
        for home in ("a", "b"):
            sitting = [
                number
                for number, group in enumerate(groups)
                if group.language == language
                and any(each.household == home for each in group.members)
            ]
            assert len(sitting) <= 1


def test_nobody_waits_for_nothing():
    assert propose([]) == Proposal()


def test_enough_speakers_sit_in_their_own_tongue_though_more_know_another():
    people = [
        *speakers("ckb", SMALLEST_GROUP, known_well=("ar",)),
        *speakers("ar", 12),
    ]

    made = propose(people)

    assert [(g.language, len(g.members)) for g in made.groups] == [("ar", 12), ("ckb", 8)]


def test_too_few_for_their_own_tongue_join_a_language_they_know_well():
    people = [*speakers("ckb", SMALLEST_GROUP - 1, known_well=("ar",)), *speakers("ar", 9)]

    (group,) = propose(people).groups

    assert (group.language, len(group.members), group.own_tongue) == ("ar", 16, 9)
    assert Remark.SHARED_LANGUAGE in group.remarks()


def test_several_small_tongues_make_a_group_of_a_language_that_all_know():
    people = [*speakers("ti", 4, known_well=("en",)), *speakers("fa", 4, known_well=("en",))]

    (group,) = propose(people).groups

    assert (group.language, len(group.members), group.own_tongue) == ("en", 8, 0)


def test_few_speakers_are_a_small_group_that_says_so():
    made = propose(speakers("ti", 3))

    (group,) = made.groups
    assert group.remarks() == (Remark.FEW, Remark.NOT_JUDGED)


def test_one_who_shares_no_language_is_alone():
    made = propose([*speakers("ti", 1), Waiting("x", "")])

    assert [each.key for each in made.alone] == ["ti-000", "x"]


def test_twenty_one_are_two_groups_of_nearly_one_size():
    made = propose(speakers("ar", 21))

    assert [len(group.members) for group in made.groups] == [11, 10]


def test_who_needs_contact_teaching_sits_together():
    people = [*speakers("ar", 12, remote_unsuitable=False)]
    people += speakers("ar", 12, start=100, remote_unsuitable=True)

    first, second = propose(people).groups

    assert [g.contact_only for g in (first, second)] == [False, True]
    assert Remark.CONTACT_ONLY in second.remarks()
    assert first.remarks() == ()


def test_a_family_of_one_and_twenty_is_warned_of():
    (group,) = propose(speakers("ar", 21, household="a")).groups

    assert Remark.MANY in group.remarks()


def test_a_group_tells_when_where_and_with_whose_children():
    group = Group(
        "ar",
        (
            Waiting("1", "ar", municipality="091", earliest_on=JANUARY, child_care=True),
            Waiting("2", "ar", municipality="049", earliest_on=MARCH),
            Waiting("3", "ar"),
        ),
    )

    assert (group.earliest_on, group.municipalities, group.child_care) == (MARCH, ("049", "091"), 1)
    assert {Remark.CHILD_CARE, Remark.SEVERAL_PLACES} <= set(group.remarks())


def test_a_remark_says_what_it_rests_on():
    assert remark_section(Remark.CONTACT_ONLY) == CONTACT_TEACHING
    assert remark_section(Remark.CHILD_CARE) is None


def test_a_remote_group_is_none_for_whom_it_is_unsuitable():
    needs_contact = Waiting("1", "ar", remote_unsuitable=True)

    assert could_join(needs_contact, "ar")
    assert not could_join(needs_contact, "ar", remote=True)
    assert not could_join(needs_contact, "fa")

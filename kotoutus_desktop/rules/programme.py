"""What a municipality's integration programme must hold (§ 13), in dated editions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kotoutus_desktop.rules.editions import IN_FORCE, edition_on
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT,
    GUIDANCE,
    NEED_FOR_PLAN,
    ORIENTATION_LANGUAGE,
    PROGRAMME,
    PROGRAMME_MORE,
    TRAINING,
    TRAINING_TEST,
    UNACCOMPANIED,
    Section,
)


class ProgrammePoint(StrEnum):
    """What the programme must hold, in the order of § 13(1)."""

    ASSESSMENT = "assessment"
    PLAN = "plan"
    ORIENTATION = "orientation"
    TRAINING = "training"
    GUIDANCE = "guidance"
    FINAL_TEST = "final_test"


class TrainingAim(StrEnum):
    """What the training and services of § 13(1) point 4 promote; each is named there."""

    FINNISH_AND_SWEDISH = "finnish_and_swedish"
    LITERACY = "literacy"
    SOCIETY_AND_WORKING_LIFE = "society_and_working_life"
    EMPLOYMENT_AND_ENTREPRENEURSHIP = "employment_and_entrepreneurship"


class TargetGroup(StrEnum):
    """Groups that a municipality plans its services for; each is named in § 14(1)."""

    HOME_CARE = "home_care"  # recipients of child home care allowance
    JOBSEEKERS = "jobseekers"
    SOCIAL_ASSISTANCE = "social_assistance"  # not only temporarily
    QUOTA_REFUGEES = "quota_refugees"
    TRAFFICKING_VICTIMS = "trafficking_victims"
    UNACCOMPANIED = "unaccompanied"  # children and young people of § 2(6)


GROUP_SECTIONS: Mapping[TargetGroup, Section] = {
    TargetGroup.HOME_CARE: Section(ACT, "14", 1, 3),
    TargetGroup.JOBSEEKERS: Section(ACT, "14", 1, 1),
    TargetGroup.SOCIAL_ASSISTANCE: Section(ACT, "14", 1, 5),
    TargetGroup.QUOTA_REFUGEES: Section(ACT, "14", 1, 2),
    TargetGroup.TRAFFICKING_VICTIMS: Section(ACT, "14", 1, 7),
    TargetGroup.UNACCOMPANIED: UNACCOMPANIED,
}
"""Where the Act speaks of a group; quota refugees are among those of § 2(3)."""


@dataclass(frozen=True)
class ProgrammeEdition:
    """The minimum of § 13(1) and where its content is laid down; chosen by the day of asking.

    `points` are the points of the list, `contents` the sections that the points name, `more`
    what the programme may hold besides. `document` is the duty to write it down: the section
    had one in a third subsection as it was passed, which 1100/2024 took away before it came
    into force, so no edition has one.
    """

    since: date
    points: Mapping[ProgrammePoint, Section]
    contents: Mapping[ProgrammePoint, Section]
    aims: frozenset[TrainingAim]
    more: Section
    document: Section | None


PROGRAMMES = (
    ProgrammeEdition(
        IN_FORCE,
        points={
            point: Section(PROGRAMME.act, PROGRAMME.number, PROGRAMME.moment, number)
            for number, point in enumerate(ProgrammePoint, 1)
        },
        contents={
            ProgrammePoint.ASSESSMENT: ASSESSMENT,
            ProgrammePoint.PLAN: NEED_FOR_PLAN,
            ProgrammePoint.ORIENTATION: ORIENTATION_LANGUAGE,
            ProgrammePoint.TRAINING: TRAINING,
            ProgrammePoint.GUIDANCE: GUIDANCE,
            ProgrammePoint.FINAL_TEST: TRAINING_TEST,
        },
        aims=frozenset(TrainingAim),
        more=PROGRAMME_MORE,
        document=None,
    ),
)
"""681/2023 § 13 as 1100/2024 has it."""


def programme_on(day: date) -> ProgrammeEdition:
    """Return what the programme must hold on a day.

    Raises NoEdition before 1.1.2025: the programmes of 1386/2010 were others.

    Source: 681/2023 § 13.
    """
    return edition_on(PROGRAMMES, day)

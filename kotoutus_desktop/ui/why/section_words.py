"""What a section means, in plain words of our own: never the words of the Act.

The most exact entry for a section is taken: point, then subsection, then the whole section.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.section import (
    ACT,
    ASSESSMENT_DECREE,
    DATA_DECREE,
    EMPLOYMENT_SERVICES_ACT,
    Section,
)
from kotoutus_desktop.ui.why.more_section_words import MORE_WORDS

_WORDS: Mapping[Section, str] = MappingProxyType(
    {
        Section(ACT, "2", 1): N_(
            "The Act applies to a person who has a valid residence permit or residence card, "
            "whose right of residence is registered, or who is a registered Nordic citizen."
        ),
        Section(ACT, "2", 3): N_(
            "International protection and the grounds that are treated alike. They decide who"
            " must be assessed and what the state reimburses."
        ),
        Section(ACT, "2", 6): N_(
            "Children and young people under 23 who came without a guardian, until their 23rd"
            " birthday."
        ),
        Section(ACT, "3", 1): N_(
            "The employment authority acts for a registered jobseeker, the municipality for "
            "everybody else."
        ),
        Section(ACT, "8"): N_(
            "The municipality may have agreed that the employment authority takes care of its"
            " tasks."
        ),
        Section(ACT, "9", 1): N_(
            "Another authority may contact the municipality about a person only with that "
            "person's consent."
        ),
        Section(ACT, "9", 2): N_(
            "The municipality handles a contact without delay. The Act sets no number of days."
        ),
        Section(ACT, "10", 1): N_(
            "Guidance and advice are for every immigrant, whatever the ground and length of stay."
        ),
        Section(ACT, "14", 1): N_(
            "An assessment is made when at most three years have passed since the first "
            "permit, card or registration and one of the grounds 1–7 holds."
        ),
        Section(ACT, "14", 1, 4): N_(
            "Somebody who asks, or of whom the municipality was contacted, is assessed when "
            "judged to need it. Write the reason for the judgement."
        ),
        Section(ACT, "14", 1, 5): N_(
            "Social assistance counts when it is received other than temporarily. The Act "
            "gives no number of months: the counsellor judges, with a reason."
        ),
        Section(ACT, "14", 1, 7): N_("A victim of human trafficking has a right to an assessment."),
        Section(ACT, "14", 2): N_(
            "The assessment begins without delay when the municipality learns of the person. "
            "The Act sets no number of days."
        ),
        Section(ACT, "14", 4): N_(
            "The wellbeing services county takes part when services of the municipality and "
            "of the county must be co-ordinated. The counsellor judges this."
        ),
        Section(ACT, "14", 5): N_(
            "For a young person who came without a guardian the assessment may be left out "
            "when another client plan meets the needs. Write which plan."
        ),
        Section(ACT, "14", 6): N_(
            "A victim of human trafficking may be assessed after the three years, if the "
            "services reached the person only later."
        ),
        Section(ACT, "14", 7): N_(
            "After the assessment the client is guided to other services when needed."
        ),
        Section(ACT, "16"): N_(
            "A plan is made for a client who was found to need it in the assessment."
        ),
        Section(ACT, "18", 1): N_(
            "The plan has goals for the long term and goals for its own time. They follow the"
            " client's wishes, skills and life situation."
        ),
        Section(ACT, "18", 2): N_("A jobseeker's goal is employment or entrepreneurship."),
        Section(ACT, "18", 3): N_(
            "For others the goals are, as a rule, stronger working-life skills and employment"
            " or entrepreneurship. Another goal is possible: write the reason."
        ),
        Section(ACT, "18", 4): N_(
            "Under 25 the goal is, as a rule, at least upper secondary education. Another "
            "goal is possible: write the reason."
        ),
        Section(ACT, "19", 1): N_(
            "The plan agrees, as far as needed, on services, association activity, Finnish or"
            " Swedish studies, guidance, a jobseeker's duty to seek work, and follow-up."
        ),
        Section(ACT, "19", 2): N_(
            "The plan holds services of the integration programme or other services that "
            "promote integration."
        ),
        Section(ACT, "19", 3): N_("The plan says why each agreed service suits the goals."),
        Section(ACT, "20", 1): N_(
            "The plan is made without delay after the assessment. It may be made in the same "
            "interview."
        ),
        Section(ACT, "20", 2): N_(
            "The wellbeing services county takes part in making the plan when its services "
            "must be co-ordinated with the municipality's."
        ),
        Section(ACT, "20", 3): N_(
            "The first plan is made within three years of the first permit, card or registration."
        ),
        Section(ACT, "20", 4): N_(
            "For a victim of human trafficking the three years do not bind, if the services "
            "reached the person only later."
        ),
        Section(ACT, "20", 5): N_(
            "The client is guided to seek each agreed service within one month of the making "
            "of the plan."
        ),
        Section(ACT, "22", 1): N_(
            "The plan is reviewed when needs or life change, when the client asks, and at "
            "least every six months."
        ),
        Section(ACT, "22", 2): N_(
            "A plan that was made with the wellbeing services county is reviewed with it."
        ),
        Section(ACT, "23", 1): N_(
            "The length of the plan follows from the client's goals, history and services."
        ),
        Section(ACT, "23", 2): N_(
            "The first plan lasts a year at most. All plans together last two years at most, "
            "from the making of the first."
        ),
        Section(ACT, "23", 3): N_(
            "The maximum can be extended by two years at most: when special measures are "
            "needed because of low education or services that must be co-ordinated, or after "
            "part-time participation during home care allowance."
        ),
        Section(ACT, "23", 4): N_(
            "Injury, illness, days of pregnancy or parental allowance or a comparable reason "
            "prolongs the time by as many days."
        ),
        Section(ACT, "23"): N_(
            "A plan is in force until its last day. Then comes the next plan, or guidance onward."
        ),
        Section(ACT, "24", 1): N_(
            "Rights and duties are explained so that the client understands them."
        ),
        Section(ACT, "24", 2): N_(
            "The client takes part in making and reviewing the plan, carries it out and seeks"
            " the agreed services."
        ),
        Section(ACT, "31"): N_(
            "Self-motivated studies that are unfinished at the maximum: under 25 a plan may "
            "go on for a year at most; from 25 on it stays valid for the studies."
        ),
        Section(ACT, "32 a", 4): N_(
            "The highest fee for an unused appointment is adjusted every second year."
        ),
        Section(ACT, "35", 1): N_(
            "The wellbeing services county applies without delay for a representative for a "
            "child without a guardian."
        ),
        Section(ACT, "59", 2): N_(
            "The imputed reimbursement to the municipality runs from the registration of the "
            "first municipality of residence."
        ),
        Section(ACT, "73", 1, 4): N_(
            "Language of service, need of an interpreter and other arrangements may be "
            "recorded. Religion, ethnicity and politics may not."
        ),
        Section(ACT, "73", 2): N_(
            "When a datum does not come from the person, the source and who recorded it are kept."
        ),
        Section(ASSESSMENT_DECREE, "2", 1): N_(
            "The initial interview goes through nine heads. An entry may also say that "
            "nothing came up."
        ),
        Section(ASSESSMENT_DECREE, "2", 2): N_(
            "Needs of social and health services are charted preliminarily when the wellbeing"
            " services county takes part."
        ),
        Section(ASSESSMENT_DECREE, "2", 3): N_(
            "Four things are told to the client in the interview: aims of the services, how "
            "the plan is made, its binding nature with rights and duties, and the handling of"
            " personal data."
        ),
        Section(ASSESSMENT_DECREE, "3"): N_(
            "Clarifying measures are used when the interview leaves something open. They may "
            "be bought."
        ),
        Section(ASSESSMENT_DECREE, "4", 1): N_(
            "The assessment is made in the mother tongue or another language that the person "
            "understands well enough; with an interpreter when needed."
        ),
        Section(ASSESSMENT_DECREE, "4", 2): N_(
            "The assessment is made so that the need for a plan, or guidance to other "
            "services, can be judged."
        ),
        Section(ASSESSMENT_DECREE, "4", 3): N_(
            "The interview is held at an office or service point, unless a weighty reason "
            "makes another way more suitable. Write the reason."
        ),
        Section(DATA_DECREE, "1"): N_(
            "Of the assessment are kept its date, content, the planned date of the plan or "
            "other guidance, authors and source."
        ),
        Section(DATA_DECREE, "2"): N_(
            "Of the plan are kept its date and length, goals, measures and services, authors,"
            " the next review and source."
        ),
        Section(DATA_DECREE, "3"): N_(
            "Of the review are kept its date, participation, progress and results, "
            "hindrances, changes, authors, the next review and source."
        ),
        Section(EMPLOYMENT_SERVICES_ACT, "44"): N_(
            "A registered jobseeker has a duty to seek work, unless an exception applies. "
            "Write the exception."
        ),
    }
)


def section_words(section: Section) -> str:
    """Return what a section means, "" where nothing was written about it."""
    for moment, point in ((section.moment, section.point), (section.moment, None), (None, None)):
        key = Section(section.act, section.number, moment, point)
        words = _WORDS.get(key) or MORE_WORDS.get(key)
        if words is not None:
            return _(words)
    return ""

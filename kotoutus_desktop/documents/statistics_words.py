"""What statistics say on the screen and in their files, in the interface's language."""

from collections.abc import Mapping
from types import MappingProxyType

from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.statistics import Line, Part, TargetGroup, Topic

TITLES: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.GROUP: N_("Clients by group"),
        Topic.TARGET_GROUP: N_("Target groups"),
        Topic.AGE: N_("Clients by age"),
        Topic.SEX: N_("Clients by sex"),
        Topic.SERVICE_LANGUAGE: N_("Clients by language of service"),
        Topic.MOTHER_TONGUE: N_("Clients by mother tongue"),
        Topic.MUNICIPALITY: N_("Clients by municipality"),
        Topic.ASSESSMENT_STARTED: N_("Assessments started"),
        Topic.ASSESSMENT: N_("Assessments completed"),
        Topic.PLAN: N_("Plans made"),
        Topic.REVIEW: N_("Plans reviewed"),
        Topic.EXTENSION: N_("Plans made longer"),
        Topic.REFERRAL: N_("Referrals by state"),
        Topic.RECEIVER: N_("Referrals by receiver"),
        Topic.ORIENTATION: N_("Civic orientation"),
        Topic.TRAINING: N_("Studies begun"),
        Topic.FINAL_TEST: N_("Final tests"),
        Topic.PLAN_END: N_("After the plan"),
        Topic.MEASURE: N_("Measures at the end"),
        Topic.CLOSED: N_("Relationships ended"),
        Topic.GUIDANCE_TOPIC: N_("Guidance by topic"),
        Topic.GUIDANCE_LANGUAGE: N_("Guidance by language"),
        Topic.GUIDANCE_REFERRAL: N_("Guidance by referral"),
        Topic.REIMBURSEMENT: N_("Months of reimbursement"),
    }
)

_PEOPLE = N_(
    "Clients whose client relationship was open on at least one day of the period, each once. New "
    "are those whom the office came to know in the period: the day is that of the first contact, "
    "else of the registration."
)

DEFINITIONS: Mapping[Topic, tuple[str, ...]] = MappingProxyType(
    {
        Topic.GROUP: (
            _PEOPLE,
            N_(
                "The group is temporary protection, else the ground of § 2(3) or (4), else the "
                "right of residence."
            ),
        ),
        Topic.TARGET_GROUP: (
            N_(
                "Clients of the period who belonged to the group on at least one of its days; "
                "quota refugees, victims of trafficking and those who came unaccompanied whenever "
                "it is recorded. The same person may be in several groups: they have no sum."
            ),
        ),
        Topic.AGE: (_PEOPLE, N_("The age is that on the last day of the period, in whole years.")),
        Topic.SEX: (
            _PEOPLE,
            N_(
                "The sex is the one that the personal identity code tells; nobody is asked. Of "
                "those without a code, or with a temporary one, it is not known."
            ),
        ),
        Topic.SERVICE_LANGUAGE: (
            _PEOPLE,
            N_("The language is the one in which the client is served."),
        ),
        Topic.MOTHER_TONGUE: (_PEOPLE,),
        Topic.MUNICIPALITY: (
            _PEOPLE,
            N_(
                "The municipality is the home municipality of today. Of restricted cases it is not "
                "told."
            ),
        ),
        Topic.ASSESSMENT_STARTED: (
            N_("Assessments (§ 14) that were started in the period, by whether they are complete."),
        ),
        Topic.ASSESSMENT: (
            N_("Assessments (§ 14) that were completed in the period, by their outcome."),
        ),
        Topic.PLAN: (
            N_("Integration plans agreed in the period: a client's first one, or a later one."),
        ),
        Topic.REVIEW: (N_("Reviews (§ 22) completed in the period, by what led to them."),),
        Topic.EXTENSION: (
            N_(
                "Plans agreed in the period with a ground for lasting longer than two years (§ "
                "23(3)) or for unfinished studies (§ 31), and obstacles that began in the period "
                "(§ 23(4)). A plan with two grounds is counted under both."
            ),
        ),
        Topic.REFERRAL: (
            N_("Referrals (§ 20(5)) made in the period, by the last thing known of them today."),
        ),
        Topic.RECEIVER: (N_("Referrals (§ 20(5)) made in the period, by who receives them."),),
        Topic.ORIENTATION: (
            N_(
                "People who were present at a course of civic orientation (§ 25) for the first "
                "time in the period, who completed one, and whose course was interrupted. Who "
                "moved from another course has not started again. Guests are counted too. One "
                "person may be on several lines: they have no sum."
            ),
        ),
        Topic.TRAINING: (N_("Training and other studies (§§ 26–28) that began in the period."),),
        Topic.FINAL_TEST: (
            N_(
                "Levels found in the final test of integration training (§ 26(3)) whose day is in "
                "the period: one for each skill that was tested or marked as not tested."
            ),
        ),
        Topic.PLAN_END: (
            N_(
                "Plans whose last day came in the period, today at the latest, by what came after: "
                "the next plan, the end of the client relationship with its reason, or neither."
            ),
        ),
        Topic.MEASURE: (
            N_(
                "Services and measures of the plans whose last day came in the period, by how far "
                "they are recorded to have come."
            ),
        ),
        Topic.CLOSED: (N_("Client relationships that ended in the period, by the reason."),),
        Topic.GUIDANCE_TOPIC: (
            N_(
                "Conversations of guidance and advice (§ 10) in the period. They are named where "
                "the person consented, and counted without a name otherwise."
            ),
        ),
        Topic.GUIDANCE_LANGUAGE: (
            N_("Conversations of guidance and advice (§ 10) in the period, by their language."),
        ),
        Topic.GUIDANCE_REFERRAL: (
            N_("Conversations of guidance and advice (§ 10) in the period, by where they led."),
        ),
        Topic.REIMBURSEMENT: (
            N_(
                "Months of the imputed reimbursement (§§ 59 and 61) that begin in the period, and "
                "the clients they are for. Months run from the day of the first home municipality; "
                "each is counted once, and none after the client relationship ended. For "
                "information: what the State pays is decided on the claim."
            ),
        ),
    }
)

HEADINGS: Mapping[Part, str] = MappingProxyType(
    {
        Part.ALL: N_("All"),
        Part.NEW: N_("New"),
        Part.BEFORE: N_("Known before"),
        Part.LISTENING: N_("Listening"),
        Part.SPEAKING: N_("Speaking"),
        Part.READING: N_("Reading"),
        Part.WRITING: N_("Writing"),
        Part.NAMED: N_("Named"),
        Part.ANONYMOUS: N_("Without a name"),
        Part.MONTHS: N_("Months"),
    }
)
"""What the columns are called."""

COUNTED: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.ORIENTATION: N_("Participants"),
        Topic.REIMBURSEMENT: N_("Clients"),
    }
)
"""The first column, where it is no sum."""

TARGET_GROUPS: Mapping[TargetGroup, str] = MappingProxyType(
    {
        TargetGroup.HOME_CARE_ALLOWANCE: N_("recipients of child home care allowance"),
        TargetGroup.UNEMPLOYED: N_("unemployed jobseekers"),
        TargetGroup.SOCIAL_ASSISTANCE: N_("recipients of social assistance, not temporary"),
        TargetGroup.QUOTA_REFUGEE: N_("quota refugees"),
        TargetGroup.TRAFFICKING_VICTIM: N_("victims of human trafficking"),
        TargetGroup.UNACCOMPANIED: N_("came as unaccompanied minors"),
    }
)

LINES: Mapping[Line, str] = MappingProxyType(
    {
        Line.TEMPORARY_PROTECTION: N_("temporary protection"),
        Line.MALE: N_("male"),
        Line.FEMALE: N_("female"),
        Line.COMPLETED: N_("complete"),
        Line.UNFINISHED: N_("not complete yet"),
        Line.FIRST_PLAN: N_("the first plan"),
        Line.NEXT_PLAN: N_("a later plan"),
        Line.GOES_ON: N_("no later plan; the client relationship goes on"),
        Line.OBSTACLE: N_("obstacle to carrying the plan out"),
        Line.UNFINISHED_STUDIES: N_("unfinished studies"),
        Line.NOT_SENT: N_("not sent yet"),
    }
)

ORIENTATION_LINES: Mapping[Line, str] = MappingProxyType(
    {
        Line.STARTED: N_("started a course"),
        Line.COMPLETED: N_("completed a course"),
        Line.INTERRUPTED: N_("the course was interrupted"),
    }
)

WHOLE_LINE = N_("All")
NO_RIGHT = N_("no permit, card or registration")
NOT_KNOWN = N_("not known")
NOT_TOLD = N_("not known, or not told")
NOT_RECORDED = N_("not recorded")
NOT_ASKED = N_("not asked")
YEARS = N_("{first}–{last} years")
YEARS_AND_MORE = N_("{first} years and more")
NO_GUIDANCE = N_("Guidance is counted for the whole office: choose all municipalities.")


def title_text(topic: Topic) -> str:
    """Return what a table is called."""
    return _(TITLES[topic])


def definition_text(topic: Topic) -> str:
    """Return what a table counts, in plain words."""
    return " ".join(_(sentence) for sentence in DEFINITIONS[topic])


def heading_text(topic: Topic, part: Part) -> str:
    """Return what a column is called."""
    return _(COUNTED.get(topic, HEADINGS[part]) if part is Part.ALL else HEADINGS[part])


def age_text(band: str) -> str:
    """Return a band of ages: "18-24" as "18–24 years"."""
    first, _dash, last = band.partition("-")
    if not last:
        return _(YEARS_AND_MORE).format(first=first)
    return _(YEARS).format(first=first, last=last)

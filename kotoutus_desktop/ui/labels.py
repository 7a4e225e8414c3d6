"""What every enum member is called in the interface; a test demands a label for each."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.casework.duplicates import Reason
from kotoutus_desktop.casework.overview import Stage
from kotoutus_desktop.casework.story import EventKind
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.assessment import Interpretation, Outcome, ParticipantRole, Place
from kotoutus_desktop.models.circumstances import (
    BenefitKind,
    ContactChannel,
    GuardianKind,
    ObstacleKind,
    SourceKind,
)
from kotoutus_desktop.models.client import ClosingReason, HouseholdRole, Precision
from kotoutus_desktop.models.issued import IssuedWay
from kotoutus_desktop.models.plan import Acceptance, MeasureState, PlanState, ReviewTrigger, Term
from kotoutus_desktop.rules.county_prompts import CountyPrompt
from kotoutus_desktop.rules.due import StepKind
from kotoutus_desktop.rules.facts import (
    AssessmentDuty,
    Authority,
    ClarifyingKind,
    Extension,
    GoalKind,
    InterviewHead,
    Jobseeker,
    MeasureKind,
    Protection,
    RightOfResidence,
    ToldItem,
)
from kotoutus_desktop.ui.appointments.enum_labels import APPOINTMENT_LABELS
from kotoutus_desktop.ui.attachments.enum_labels import ATTACHMENT_LABELS
from kotoutus_desktop.ui.orientation.enum_labels import ORIENTATION_LABELS
from kotoutus_desktop.ui.referrals.enum_labels import REFERRAL_LABELS
from kotoutus_desktop.ui.services.enum_labels import SERVICE_LABELS
from kotoutus_desktop.ui.training.enum_labels import TRAINING_LABELS

LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    **APPOINTMENT_LABELS,
    **ATTACHMENT_LABELS,
    **ORIENTATION_LABELS,
    **REFERRAL_LABELS,
    **SERVICE_LABELS,
    **TRAINING_LABELS,
    Stage: {
        Stage.REGISTERED: N_("Registered"),
        Stage.ASSESSING: N_("Assessment under way"),
        Stage.ASSESSED: N_("Assessed"),
        Stage.PLAN_DRAFTED: N_("Plan being drawn up"),
        Stage.PLAN_IN_FORCE: N_("Plan in force"),
        Stage.PLAN_ENDED: N_("Plan has ended"),
        Stage.CLOSED: N_("Client relationship ended"),
    },
    StepKind: {
        StepKind.HANDLE_CONTACT: N_("Handle the contact"),
        StepKind.START_ASSESSMENT: N_("Start the assessment"),
        StepKind.CONTINUE_ASSESSMENT: N_("Continue the assessment"),
        StepKind.MAKE_PLAN: N_("Draw up the integration plan"),
        StepKind.AGREE_PLAN: N_("Agree the integration plan"),
        StepKind.REFER_TO_SERVICE: N_("Refer to the agreed service"),
        StepKind.ASK_FOR_ANSWER: N_("Ask for the answer to the referral"),
        StepKind.REVIEW_PLAN: N_("Review the integration plan"),
        StepKind.RENEW_OR_CLOSE_PLAN: N_("The plan ends: continue or guide onward"),
        StepKind.GIVE_GUIDANCE: N_("Give guidance and advice"),
        StepKind.THREE_YEARS_END: N_("Three years run out, and no plan is made"),
        StepKind.TURNS_18: N_("Turns 18: the representative's task ends"),
        StepKind.TURNS_23: N_("Turns 23: support of those who came alone ends"),
        StepKind.TURNS_25: N_("Turns 25: another rule for unfinished studies"),
        StepKind.REIMBURSEMENT_ENDS: N_("The imputed reimbursement ends"),
        StepKind.NONE: N_("Nothing is due"),
    },
    EventKind: {
        EventKind.CONTACT: N_("Contact"),
        EventKind.ASSESSMENT_STARTED: N_("Assessment started"),
        EventKind.ASSESSMENT_COMPLETED: N_("Assessment completed"),
        EventKind.PLAN_AGREED: N_("Integration plan agreed"),
        EventKind.REFERRED: N_("Referred to a service"),
        EventKind.REVIEWED: N_("Plan reviewed"),
        EventKind.PLAN_ENDED: N_("Plan ended"),
        EventKind.COPY_GIVEN: N_("Copy given to the client"),
        EventKind.PAPER: N_("Printed"),
        EventKind.CLOSED: N_("Client relationship ended"),
    },
    ContactChannel: {
        ContactChannel.SELF: N_("the person"),
        ContactChannel.RELATIVE: N_("a relative or friend"),
        ContactChannel.AUTHORITY: N_("another authority"),
        ContactChannel.RECEPTION_CENTRE: N_("reception centre"),
        ContactChannel.EMPLOYMENT_AUTHORITY: N_("employment authority"),
        ContactChannel.KELA: N_("Kela"),
        ContactChannel.MIGRI: N_("Finnish Immigration Service"),
        ContactChannel.WELLBEING_COUNTY: N_("wellbeing services county"),
        ContactChannel.SCHOOL: N_("school or day care"),
        ContactChannel.ASSOCIATION: N_("association"),
        ContactChannel.OTHER: N_("other"),
    },
    BenefitKind: {
        BenefitKind.HOME_CARE_ALLOWANCE: N_("child home care allowance"),
        BenefitKind.SOCIAL_ASSISTANCE: N_("social assistance"),
    },
    ObstacleKind: {
        ObstacleKind.INJURY: N_("injury"),
        ObstacleKind.ILLNESS: N_("illness"),
        ObstacleKind.PARENTAL: N_("pregnancy or parental allowance"),
        ObstacleKind.COMPARABLE: N_("comparable reason"),
    },
    GuardianKind: {
        GuardianKind.GUARDIAN: N_("guardian"),
        GuardianKind.REPRESENTATIVE: N_("representative"),
    },
    SourceKind: {
        SourceKind.CLIENT: N_("from the client"),
        SourceKind.DOCUMENT: N_("from a document"),
        SourceKind.AUTHORITY: N_("from an authority"),
        SourceKind.RELATIVE: N_("from a relative"),
        SourceKind.PRODUCER: N_("from a service provider"),
        SourceKind.OTHER: N_("from elsewhere"),
    },
    HouseholdRole: {
        HouseholdRole.ADULT: N_("adult"),
        HouseholdRole.CHILD: N_("child"),
        HouseholdRole.OTHER: N_("other"),
    },
    ClosingReason: {
        ClosingReason.PLAN_ENDED: N_("the plan ended"),
        ClosingReason.MOVED_AWAY: N_("moved to another municipality"),
        ClosingReason.NO_NEED: N_("no need for services"),
        ClosingReason.NOT_ENTITLED: N_("not entitled"),
        ClosingReason.OTHER: N_("other reason"),
    },
    Precision: {
        Precision.DAY: N_("day known"),
        Precision.MONTH: N_("month known"),
        Precision.YEAR: N_("only the year known"),
        Precision.UNKNOWN: N_("not known"),
    },
    Place: {
        Place.PREMISES: N_("office of the authority"),
        Place.SERVICE_POINT: N_("other service point"),
        Place.REMOTE: N_("video meeting"),
        Place.PHONE: N_("by phone"),
        Place.ELSEWHERE: N_("elsewhere"),
    },
    Interpretation: {
        Interpretation.NOT_NEEDED: N_("not needed: common language"),
        Interpretation.ON_SITE: N_("interpreter present"),
        Interpretation.PHONE: N_("interpreter by phone"),
        Interpretation.VIDEO: N_("interpreter by video"),
    },
    Outcome: {
        Outcome.PLAN_NEEDED: N_("An integration plan is needed"),
        Outcome.GUIDANCE_ELSEWHERE: N_("Guided to other services"),
    },
    ParticipantRole: {
        ParticipantRole.INTERPRETER: N_("interpreter"),
        ParticipantRole.WELLBEING_COUNTY: N_("wellbeing services county"),
        ParticipantRole.EMPLOYMENT_AUTHORITY: N_("employment authority"),
        ParticipantRole.GUARDIAN: N_("guardian"),
        ParticipantRole.REPRESENTATIVE: N_("representative"),
        ParticipantRole.SUPPORT_PERSON: N_("support person"),
        ParticipantRole.OTHER: N_("other"),
    },
    PlanState: {
        PlanState.DRAFT: N_("draft"),
        PlanState.AGREED: N_("agreed"),
        PlanState.REVIEWED: N_("reviewed"),
        PlanState.ENDED: N_("ended"),
    },
    Term: {
        Term.LONG: N_("long term"),
        Term.PERIOD: N_("this plan"),
    },
    Acceptance: {
        Acceptance.SIGNED: N_("signed"),
        Acceptance.ORAL: N_("agreed orally"),
        Acceptance.NOT_ACCEPTED: N_("did not accept"),
    },
    MeasureState: {
        MeasureState.AGREED: N_("agreed"),
        MeasureState.STARTED: N_("started"),
        MeasureState.DONE: N_("done"),
        MeasureState.INTERRUPTED: N_("interrupted"),
    },
    ReviewTrigger: {
        ReviewTrigger.SIX_MONTHS: N_("six months have passed"),
        ReviewTrigger.CHANGE: N_("needs or life situation changed"),
        ReviewTrigger.REQUEST: N_("the client asked"),
    },
    IssuedWay: {
        IssuedWay.PRINTED: N_("printed"),
        IssuedWay.SAVED: N_("saved as PDF"),
    },
    RightOfResidence: {
        RightOfResidence.PERMIT: N_("residence permit"),
        RightOfResidence.RESIDENCE_CARD: N_("residence card"),
        RightOfResidence.REGISTERED_RIGHT: N_("registered right of residence (EU)"),
        RightOfResidence.NORDIC_REGISTRATION: N_("Nordic citizen, registered"),
        RightOfResidence.NONE: N_("none of these"),
    },
    Jobseeker: {
        Jobseeker.REGISTERED: N_("registered jobseeker, has work"),
        Jobseeker.UNEMPLOYED: N_("unemployed jobseeker"),
    },
    Protection: {
        Protection.INTERNATIONAL_PROTECTION: N_("international protection"),
        Protection.QUOTA_REFUGEE: N_("quota refugee"),
        Protection.OTHER_PROTECTION: N_("other ground of § 2(3)"),
        Protection.FAMILY_OF_PROTECTED: N_("family of a protected person"),
        Protection.FAMILY_OF_QUOTA_REFUGEE: N_("family of a quota refugee"),
    },
    Extension: {
        Extension.SPECIAL_MEASURES: N_("special measures needed"),
        Extension.HOME_CARE_PART_TIME: N_("part-time during home care allowance"),
    },
    Authority: {
        Authority.MUNICIPALITY: N_("municipality"),
        Authority.EMPLOYMENT_AUTHORITY: N_("employment authority"),
    },
    AssessmentDuty: {
        AssessmentDuty.MUST: N_("Must be assessed"),
        AssessmentDuty.JUDGE_NEED: N_("Judge whether an assessment is needed"),
        AssessmentDuty.MAY: N_("May be assessed"),
        AssessmentDuty.NOT_ENTITLED: N_("No right to an assessment"),
        AssessmentDuty.GUIDANCE_ONLY: N_("Guidance and advice only"),
    },
    InterviewHead: {
        InterviewHead.LITERACY: N_("Reading and writing"),
        InterviewHead.FINNISH_AND_SWEDISH: N_("Skills in Finnish and Swedish"),
        InterviewHead.STUDY_AND_WORKING_LIFE_SKILLS: N_("Study and working-life skills"),
        InterviewHead.EMPLOYMENT_AND_TRAINING_NEEDS: N_(
            "Needs and goals for employment and training services"
        ),
        InterviewHead.EDUCATION_AND_WORK_EXPERIENCE: N_("Earlier education and work experience"),
        InterviewHead.SPECIAL_SKILLS_AND_STRENGTHS: N_("Special skills and other strengths"),
        InterviewHead.NEED_FOR_PLAN: N_("Need for an integration plan"),
        InterviewHead.LIFE_SITUATION: N_("Other life situation and service needs"),
        InterviewHead.OTHER_SERVICES: N_("Other services that promote integration"),
    },
    ToldItem: {
        ToldItem.AIMS_OF_SERVICES: N_("Aims of the services"),
        ToldItem.PLAN_AND_PROCESS: N_("How the plan is made and the services go"),
        ToldItem.BINDING_RIGHTS_AND_DUTIES: N_("Binding nature of the plan, rights and duties"),
        ToldItem.PERSONAL_DATA: N_("Handling of personal data"),
    },
    ClarifyingKind: {
        ClarifyingKind.COMPETENCE: N_("Identification of skills"),
        ClarifyingKind.LITERACY: N_("Closer look at literacy"),
        ClarifyingKind.FINNISH_AND_SWEDISH: N_("Closer look at Finnish and Swedish"),
        ClarifyingKind.STUDY_SKILLS: N_("Study skills"),
        ClarifyingKind.EMPLOYMENT_ALTERNATIVES: N_("Employment alternatives"),
        ClarifyingKind.SERVICE_NEEDS: N_("Closer look at service needs"),
    },
    GoalKind: {
        GoalKind.EMPLOYMENT: N_("employment"),
        GoalKind.ENTREPRENEURSHIP: N_("entrepreneurship"),
        GoalKind.WORKING_LIFE_SKILLS: N_("working-life skills"),
        GoalKind.UPPER_SECONDARY_EDUCATION: N_("upper secondary education"),
        GoalKind.LANGUAGE: N_("language skills"),
        GoalKind.EVERYDAY_LIFE: N_("everyday life"),
        GoalKind.OTHER: N_("other goal"),
    },
    MeasureKind: {
        MeasureKind.CIVIC_ORIENTATION: N_("multilingual civic orientation"),
        MeasureKind.INTEGRATION_TRAINING: N_("integration training"),
        MeasureKind.LITERACY_TRAINING: N_("literacy training"),
        MeasureKind.BASIC_EDUCATION: N_("basic education for adults"),
        MeasureKind.LANGUAGE_STUDIES: N_("Finnish or Swedish studies"),
        MeasureKind.SELF_MOTIVATED_STUDIES: N_("self-motivated studies"),
        MeasureKind.OTHER_TRAINING: N_("other training"),
        MeasureKind.EMPLOYMENT_SERVICE: N_("employment service"),
        MeasureKind.JOB_SEARCH: N_("jobseeking obligation"),
        MeasureKind.GUIDANCE: N_("guidance and advice"),
        MeasureKind.HEALTH_AND_WELLBEING: N_("health and wellbeing service"),
        MeasureKind.ASSOCIATION: N_("association activity"),
        MeasureKind.OTHER_SERVICE: N_("other service"),
    },
    CountyPrompt: {
        CountyPrompt.QUOTA_REFUGEE: N_("quota refugee"),
        CountyPrompt.UNACCOMPANIED: N_("came as an unaccompanied minor"),
        CountyPrompt.TRAFFICKING_VICTIM: N_("victim of human trafficking"),
        CountyPrompt.SOCIAL_ASSISTANCE: N_("social assistance on a non-temporary basis"),
        CountyPrompt.HEALTH_OR_SOCIAL_NEEDS: N_("health or social service needs"),
    },
    Reason: {
        Reason.IDENTITY_CODE: N_("same identity code"),
        Reason.NAME_AND_BIRTH_DATE: N_("similar name, same date of birth"),
        Reason.NAME_AND_BIRTH_YEAR: N_("similar name, same year of birth"),
        Reason.NAME: N_("similar name"),
        Reason.PHONE: N_("same phone number"),
    },
}

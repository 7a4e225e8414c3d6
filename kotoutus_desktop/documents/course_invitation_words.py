"""The fixed texts of the invitation to a course of civic orientation."""

from dataclasses import dataclass

from kotoutus_desktop.i18n import N_


@dataclass(frozen=True)
class CourseInvitationWords:
    """What is not said by other papers already."""

    title: str = N_("Invitation to a civic orientation course")
    invited: str = N_(
        "You are invited to a course about living, working and society in Finland, and about "
        "your rights and duties."
    )
    language: str = N_("Language of the course: {language}")
    online: str = N_("Teaching is online. We will send you the link.")
    child_care: str = N_("Care of children is arranged during the course. Tell us if you need it.")
    answer: str = N_("Tell us as soon as you can whether you will come.")
    another: str = N_("If you cannot come, tell us why. We will look for another course.")


COURSE_INVITATION = CourseInvitationWords()

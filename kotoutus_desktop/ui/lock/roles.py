"""Which pages a role sees. What a trainer may not read the file refuses by itself, too."""

from kotoutus_desktop.errors import NotAllowed
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.ui.page import PageName

TRAINER_PAGES = {
    PageName.ORIENTATION,
    PageName.COURSE,
    PageName.COURSE_FORM,
    PageName.SETTINGS,
    PageName.HELP,
}
NOT_YOURS = N_("Your role in this file does not show clients. Ask the administrator.")


def sees(role: Role, page: PageName) -> bool:
    """Tell whether a role sees a page."""
    if page is PageName.SPOT_CHECK:
        return checks_others(role)
    return role is not Role.TRAINER or page in TRAINER_PAGES


def checks_others(role: Role) -> bool:
    """Tell whether a role sees who looked at whom."""
    return role in (Role.SUPERVISOR, Role.ADMINISTRATOR)


def require_page(role: Role, page: PageName) -> None:
    """Refuse a page that a role does not see; raises NotAllowed."""
    if not sees(role, page):
        raise NotAllowed(NOT_YOURS)


def first_page(role: Role) -> PageName:
    """Return the page that somebody begins with."""
    return PageName.TODAY if sees(role, PageName.TODAY) else PageName.ORIENTATION

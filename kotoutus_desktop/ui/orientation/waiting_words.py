"""What waiting, grouping and enrolling are called in the interface."""

from collections.abc import Mapping, Sequence
from datetime import date

from kotoutus_desktop.casework.orientation.cautions import Caution
from kotoutus_desktop.casework.orientation.waiting_rows import Standing, Teaching, WaitingRow
from kotoutus_desktop.i18n import N_, _
from kotoutus_desktop.rules.grouping import Remark
from kotoutus_desktop.ui.dates import date_text
from kotoutus_desktop.ui.words import initials, language_name

STANDINGS: Mapping[Standing, str] = {
    Standing.WAITING: N_("waits"),
    Standing.RESERVE: N_("on the reserve list"),
    Standing.INVITED: N_("invited"),
    Standing.ON_COURSE: N_("on a course"),
    Standing.LEFT_OUT: N_("waits for no course"),
}
TEACHING: Mapping[Teaching, str] = {
    Teaching.CONTACT_ONLY: N_("contact teaching only"),
    Teaching.REMOTE_SUITS: N_("remote teaching suits"),
    Teaching.NOT_JUDGED: N_("not judged yet"),
}
REMARKS: Mapping[Remark, str] = {
    Remark.FEW: N_(
        "Fewer than 8: look for more in other municipalities. With few participants teaching "
        "may be interpreted."
    ),
    Remark.MANY: N_("More than 20: larger than is recommended. One family is that large."),
    Remark.CONTACT_ONLY: N_("Contact teaching: remote teaching is unsuitable for someone."),
    Remark.NOT_JUDGED: N_("Whether remote teaching suits has not been judged of everybody."),
    Remark.SHARED_LANGUAGE: N_("Not everybody’s mother tongue, but all know the language well."),
    Remark.CHILD_CARE: N_("Care of children is needed."),
    Remark.SEVERAL_PLACES: N_("The clients live in several municipalities."),
}
SHORT_REMARKS: Mapping[Remark, str] = {
    Remark.FEW: N_("few"),
    Remark.MANY: N_("over 20"),
    Remark.CONTACT_ONLY: N_("contact teaching only"),
    Remark.SHARED_LANGUAGE: N_("shared language"),
    Remark.CHILD_CARE: N_("care of children"),
    Remark.SEVERAL_PLACES: N_("several municipalities"),
}
CAUTIONS: Mapping[Caution, str] = {
    Caution.NOT_ENTITLED: N_(
        "No plan is valid today: only integration clients are entitled. Others may come as extras."
    ),
    Caution.LANGUAGE: N_("The language of the course is not among those that the client knows."),
    Caution.REMOTE_UNSUITABLE: N_("Remote teaching is recorded as unsuitable for the client."),
    Caution.NO_CHILD_CARE: N_("The client needs care of children; the course has none."),
    Caution.TOO_EARLY: N_("The course begins before the client can come."),
    Caution.OTHER_COURSE: N_("The client is on another course or invited to one."),
    Caution.FULL: N_("All places are taken or offered. Use the reserve list, or invite anyway."),
    Caution.LARGE: N_("The group is larger than 20, the size recommended at most."),
}


def need_words(row: WaitingRow) -> str:
    """Return what a client needs, in a few words."""
    needs = [_("care of children")] if row.child_care else []
    if row.remote_unsuitable:
        needs.append(_(TEACHING[Teaching.CONTACT_ONLY]))
    return ", ".join(needs)


def earliest_words(day: date | None) -> str:
    """Return from which day somebody can come, "" for any day."""
    return _("from {date}").format(date=date_text(day)) if day else ""


def language_names(codes: Sequence[str]) -> str:
    """Return languages in words, with commas."""
    return ", ".join(language_name(code) for code in codes)


def seen_name(row: WaitingRow, *, hide_names: bool) -> str:
    """Return the name as it may be seen on a screen that others see."""
    return initials(row.name) if hide_names and not row.non_disclosure else row.name

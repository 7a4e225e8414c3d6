"""How someone who waits, and a proposed group, look in a list."""

from datetime import date

from kotoutus_desktop.casework.orientation.groups import ProposedGroup
from kotoutus_desktop.casework.orientation.waiting_rows import Standing, WaitingRow
from kotoutus_desktop.i18n import _, ngettext
from kotoutus_desktop.ui.components.row_face import (
    MENU_COLUMN,
    Cell,
    CellKind,
    ListColumn,
    RowFace,
)
from kotoutus_desktop.ui.dates import days_text
from kotoutus_desktop.ui.orientation.waiting_words import (
    SHORT_REMARKS,
    STANDINGS,
    earliest_words,
    language_names,
    need_words,
    seen_name,
)
from kotoutus_desktop.ui.words import language_name, municipality_name

COLUMNS = (
    ListColumn(share=3),
    ListColumn(share=2, folds=True),
    ListColumn(share=3, folds=True),
    ListColumn(width=150),
    MENU_COLUMN,
)
GROUP_COLUMNS = (ListColumn(share=2), ListColumn(share=3, folds=True), ListColumn(width=180))


class WaitingFace:
    """Turns rows into faces. `hide_names`: initials only."""

    def __init__(self, today: date, *, hide_names: bool = False) -> None:
        self.today, self.hide_names = today, hide_names

    def __call__(self, row: WaitingRow) -> RowFace:
        """Return the face: name and languages, municipality, needs, how long and how."""
        name = seen_name(row, hide_names=self.hide_names)
        own = "" if row.non_disclosure or self.hide_names else row.own_script_name
        languages = language_names(row.languages) or _("language not recorded")
        place = municipality_name(row.municipality) if row.municipality else ""
        needs, earliest = need_words(row), earliest_words(row.earliest_on)
        days = days_text(row.days(self.today))
        standing = _(STANDINGS[row.standing])
        note = "" if row.standing is Standing.WAITING else standing
        return RowFace(
            cells=(
                Cell(
                    name,
                    note=languages,
                    own=own if own != name else "",
                    strong=True,
                    icon="lock" if row.non_disclosure else "",
                    small_note=True,
                ),
                Cell(place, tone="muted"),
                Cell(needs or earliest, note=earliest if needs else "", small_note=True),
                Cell(days, note=note, small_note=True),
                Cell(_("More"), icon="dots-vertical", kind=CellKind.MENU),
            ),
            sentence=", ".join(
                part for part in (name, languages, place, needs, earliest, days, note) if part
            ),
        )


def group_face(proposed: ProposedGroup) -> RowFace:
    """Return the face of a group: language and size, what to think of, from which day."""
    group = proposed.group
    size = people_text(len(group.members))
    own = group.own_tongue
    tongue = ngettext("mother tongue of {n}", "mother tongue of {n}", own).format(n=own)
    remarks = ", ".join(_(SHORT_REMARKS[r]) for r in group.remarks() if r in SHORT_REMARKS)
    when = earliest_words(group.earliest_on) or _("at any time")
    language = language_name(group.language)
    return RowFace(
        cells=(
            Cell(f"{language}, {size}", note=tongue, strong=True, small_note=True),
            Cell(remarks),
            Cell(when, tone="muted"),
        ),
        sentence=", ".join(part for part in (language, size, tongue, remarks, when) if part),
    )


def people_text(count: int) -> str:
    """Return how many people."""
    return ngettext("{n} person", "{n} people", count).format(n=count)

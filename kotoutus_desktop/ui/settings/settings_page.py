"""The settings: one subject at a time, kept as they are made; nothing is to be saved."""

from typing import Any

from PySide6.QtWidgets import QBoxLayout, QWidget

from kotoutus_desktop.casework.office import correct_office, correct_officer
from kotoutus_desktop.casework.register import get_officer, the_office
from kotoutus_desktop.errors import InvalidInput
from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.keys_file import Role
from kotoutus_desktop.ui.backups.backups_part import BackupsPart
from kotoutus_desktop.ui.components.contents_list import ContentsList, Entry
from kotoutus_desktop.ui.components.layout import row
from kotoutus_desktop.ui.components.settling import settle
from kotoutus_desktop.ui.form_page import FormPage
from kotoutus_desktop.ui.keeping.bin_part import BinPart
from kotoutus_desktop.ui.keeping.lost_part import LostPart
from kotoutus_desktop.ui.keeping.office_part import OfficeExportPart
from kotoutus_desktop.ui.keeping.retention_part import RetentionPart
from kotoutus_desktop.ui.lock.roles import checks_others
from kotoutus_desktop.ui.log.log_part import LogPart
from kotoutus_desktop.ui.page import Destination
from kotoutus_desktop.ui.settings.about_part import AboutPart
from kotoutus_desktop.ui.settings.appearance_part import AppearancePart
from kotoutus_desktop.ui.settings.file_part import FilePart
from kotoutus_desktop.ui.settings.lock_part import LockPart
from kotoutus_desktop.ui.settings.office_part import OfficePart, PersonPart
from kotoutus_desktop.ui.settings.part import Part
from kotoutus_desktop.ui.settings.passphrase_part import PassphrasePart
from kotoutus_desktop.ui.settings.people_part import PeoplePart
from kotoutus_desktop.ui.settings.phrases_part import PhrasesPart
from kotoutus_desktop.ui.settings.statutes_part import StatutesPart
from kotoutus_desktop.ui.translations.translations_part import TranslationsPart
from kotoutus_desktop.ui.workspace import Workspace

FORM = "settings"
OF_THE_COMPUTER = ("appearance", "lock", "file", "about")
"""What there is to set while a file is open for reading only."""


class SettingsPage(FormPage):
    """Parts by key: appearance, office, person, passphrase, phrases, translations, statutes …

    `destination.focus` may name a part. Office and person are the form: kept as typed, and
    recorded when the page is left.
    """

    def __init__(self, workspace: Workspace, destination: Destination) -> None:
        super().__init__(workspace, FORM)
        self.band.set_title(_("Settings"))
        is_administrator = workspace.role is Role.ADMINISTRATOR
        sees_cases = workspace.role is not Role.TRAINER
        entries = _entries(workspace.role)
        if workspace.database.is_only_read:
            entries = [entry for entry in entries if entry.key in OF_THE_COMPUTER]
        self.contents = ContentsList(_("Subjects of the settings"), entries)
        self.contents.went.connect(self.open_part)
        self._lay_out()
        self.appearance = AppearancePart(workspace.preferences)
        self.office, self.person = OfficePart(), PersonPart()
        self.passphrase = PassphrasePart(workspace, self.bars)
        self.people = PeoplePart(workspace, self.bars)
        self.lock = LockPart(workspace.preferences)
        self.phrases = PhrasesPart(workspace, self.bars)
        self.translations = TranslationsPart(workspace, self.bars)
        self.statutes = StatutesPart(workspace, self.bars)
        self.backups = BackupsPart(workspace)
        self.bin = BinPart(workspace, self.bars)
        self.retention = RetentionPart(workspace, self.bars)
        self.lost = LostPart(workspace, self.bars)
        self.log = LogPart(workspace)
        self.log.wanted.connect(self.navigate)
        self.file, self.about = FilePart(workspace), AboutPart()
        self.parts: dict[str, Part] = {
            "appearance": self.appearance,
            "office": self.office,
            "person": self.person,
            "passphrase": self.passphrase,
            **({"people": self.people} if is_administrator else {}),
            "lock": self.lock,
            "phrases": self.phrases,
            "translations": self.translations,
            "statutes": self.statutes,
            "backups": self.backups,
            **(self._about_cases() if sees_cases else {}),
            "file": self.file,
            "about": self.about,
        }
        self._before: dict[str, dict[str, Any]] = {}
        self._build()
        self.open_form()
        self.open_part(destination.focus if destination.focus in self.parts else "appearance")

    def arrive(self, destination: Destination) -> None:
        """Put the keyboard on the subjects, or show the one that was asked for."""
        if destination.focus in self.parts:
            self.open_part(destination.focus)
        self.contents.take_focus()

    def open_part(self, key: str) -> None:
        """Show one subject."""
        for name, part in self.parts.items():
            part.setVisible(name == key)
        self.contents.set_current(key)
        self.body.verticalScrollBar().setValue(0)
        self.parts[key].shown()
        settle(self.parts[key])

    def go_to(self, name: str) -> None:
        """Show the subject of a field, and put the keyboard into it."""
        self.open_part(name.partition(".")[0])
        super().go_to(name)

    def next_section(self) -> None:
        """Show the next subject."""
        self._turn(1)

    def previous_section(self) -> None:
        """Show the subject before."""
        self._turn(-1)

    def load(self) -> None:
        """Show what is recorded."""
        with self.workspace.database.reading() as session:
            self.office.show_record(the_office(session))
            self.person.show_record(get_officer(session, self.workspace.officer_id))
        self._before = {key: self._typed(key) for key in ("office", "person")}

    def store(self, session: Any) -> None:
        """Record what was changed; what is refused comes back to its field."""
        for key in self._changed():
            try:
                values = self.parts[key].values()
                if key == "office":
                    correct_office(session, values)
                else:
                    correct_officer(session, self.workspace.officer_id, values)
            except InvalidInput as error:
                raise InvalidInput(f"{key}.{error.field}", error.message, **error.values) from error

    def undo_text(self) -> str:
        """Return what recording is called in the undo menu."""
        changed = self._changed()
        if changed == ["office"]:
            return _("office details changed")
        return _("own details changed") if changed == ["person"] else _("details changed")

    def refresh(self) -> None:
        """Show again what is kept, unless something typed here waits to be recorded."""
        self.parts[self.contents.current()].shown()
        if not self._unrecorded:
            self._loading = True
            try:
                self.load()
            finally:
                self._loading = False

    def _about_cases(self) -> dict[str, Part]:
        return {
            "bin": self.bin,
            "retention": self.retention,
            "log": self.log,
            "lost": self.lost,
            **self._whole(),
        }

    def _whole(self) -> dict[str, Part]:
        if not checks_others(self.workspace.role):
            return {}
        return {"whole": OfficeExportPart(self.workspace, self.bars)}

    def _changed(self) -> list[str]:
        return [key for key, before in self._before.items() if self._typed(key) != before]

    def _typed(self, key: str) -> dict[str, Any]:
        return {name: field.state() for name, field in self.parts[key].fields.items()}

    def _turn(self, step: int) -> None:
        keys = self.contents.keys()
        number = keys.index(self.contents.current()) + step
        if 0 <= number < len(keys):
            self.open_part(keys[number])
            self.contents.take_focus()

    def _build(self) -> None:
        self.band.back_button.set_label(_("Back"))
        self.band.back_button.show()
        self.band.back.connect(self.back)
        for key in ("office", "person"):
            for name, field in self.parts[key].fields.items():
                self.register(f"{key}.{name}", field)
        self.put(*self.parts.values(), None)

    def _lay_out(self) -> None:
        """Put the subjects beside the form, before it holds any: Qt may lose what is moved."""
        layout = self.layout()
        assert isinstance(layout, QBoxLayout), "the frame of a form is a column"
        layout.removeItem(self.middle)
        self.middle.setParent(None)
        holder = QWidget()
        holder.setLayout(self.middle)
        self._beside = row(self.contents, (holder, 1), gap=0)
        layout.addWidget(self._beside, 1)


def _entries(role: Role) -> list[Entry]:
    return [
        Entry("appearance", _("Appearance"), "adjustments-horizontal"),
        Entry("office", _("Office"), "building-community"),
        Entry("person", _("Yourself"), "user"),
        Entry("passphrase", _("Passphrase"), "key"),
        *([Entry("people", _("People"), "users")] if role is Role.ADMINISTRATOR else []),
        Entry("lock", _("Locking"), "lock"),
        Entry("phrases", _("Own phrases"), "quote"),
        Entry("translations", _("Translations"), "message-language"),
        Entry("statutes", _("Statute texts"), "gavel"),
        Entry("backups", _("Backup copies"), "history"),
        *(_about_cases(role) if role is not Role.TRAINER else ()),
        Entry("file", _("The file"), "file"),
        Entry("about", _("About the program"), "info-circle"),
    ]


def _about_cases(role: Role) -> list[Entry]:
    return [
        Entry("bin", _("Bin"), "trash"),
        Entry("retention", _("Retention"), "archive"),
        Entry("log", _("Log"), "list-check"),
        Entry("lost", _("Lost computer"), "alert-triangle"),
        *([Entry("whole", _("Whole office"), "database-export")] * checks_others(role)),
    ]

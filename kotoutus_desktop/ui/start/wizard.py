"""The first start: office, own name, where the file lies, passphrase; one step at a time."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kotoutus_desktop.errors import KotoutusError
from kotoutus_desktop.i18n import N_, _, interface_language
from kotoutus_desktop.models.place import check_place
from kotoutus_desktop.policies import DECIDED, policies
from kotoutus_desktop.reference.municipalities import municipalities
from kotoutus_desktop.ui.components.buttons import Button
from kotoutus_desktop.ui.components.labels import Label
from kotoutus_desktop.ui.components.layout import Column, Row
from kotoutus_desktop.ui.failures import explain
from kotoutus_desktop.ui.fields.choice_field import Choice, ChoiceField
from kotoutus_desktop.ui.fields.choice_marks import SegmentField
from kotoutus_desktop.ui.fields.field import Field
from kotoutus_desktop.ui.fields.text_field import TextField
from kotoutus_desktop.ui.start.frame import StartCard
from kotoutus_desktop.ui.start.passphrase import NewPassphraseField, PassphraseField
from kotoutus_desktop.ui.start.unlock_card import confirmed

IS_MISSING = N_("Still missing: {what}.")


@dataclass(frozen=True)
class Answers:
    """What the wizard asked: fields of the office and of the counsellor, place, passphrase."""

    office: dict[str, Any]
    officer: dict[str, Any]
    folder: Path
    passphrase: str


class Step(QWidget):
    """One step: its fields in order, and what must be there before the next."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.needed: tuple[str, ...] = ()
        self.column = Column(self, gap=3)

    def add(self, **fields: Field) -> None:
        """Add fields by name."""
        for name, field in fields.items():
            self.fields[name] = field
            self.column.addWidget(field)

    def is_ready(self) -> bool:
        """Tell whether one may go on; says what is missing or wrong at its field."""
        for name, field in self.fields.items():
            missing = name in self.needed and field.is_empty()
            words = _(IS_MISSING).format(what=field.label.text().lower()) if missing else ""
            fault = words or ("" if field.is_empty() else field.fault())
            if fault:
                field.show_error(fault)
                field.take_focus()
                return False
        return True

    def texts(self) -> dict[str, Any]:
        """Return what was typed, by field."""
        return {name: str(field.value()) for name, field in self.fields.items()}


class OfficeStep(Step):
    """The municipality and its unit: the letterhead of every paper."""

    title = N_("Your office")

    def __init__(self) -> None:
        super().__init__()
        language = interface_language()
        choices = [
            Choice(place.code, place.name(language), f"{place.fi} {place.sv}")
            for place in municipalities()
        ]
        self.municipality = ChoiceField(_("Municipality"), choices)
        self.name_fi = TextField(_("Name of the office in Finnish"))
        self.name_sv = TextField(_("Name of the office in Swedish"))
        self.unit_fi = TextField(_("Unit"), hint=_("For example: immigration services"))
        self.phone = TextField(_("Telephone"), hint=_("Stands on the papers of the client"))
        self.official_language = SegmentField(
            _("Official language of the papers"), [("fi", _("Finnish")), ("sv", _("Swedish"))]
        )
        self.official_language.set_value("fi")
        self.add(
            municipality=self.municipality,
            name_fi=self.name_fi,
            name_sv=self.name_sv,
            unit_fi=self.unit_fi,
            phone=self.phone,
            official_language=self.official_language,
        )
        self.needed = ("municipality", "name_fi")
        self.municipality.left.connect(self.propose_names)

    def propose_names(self) -> None:
        """Fill the names of the office from the municipality, where nothing was typed."""
        place = municipalities().get(str(self.municipality.value()))
        if place is None:
            return
        if self.name_fi.is_empty():
            self.name_fi.set_value(place.fi)
        if self.name_sv.is_empty() and "sv" in place.languages:
            self.name_sv.set_value(place.sv)
        if place.languages[:1] == ("sv",):
            self.official_language.set_value("sv")


class OfficerStep(Step):
    """Who works here: the name and title that stand on the papers."""

    title = N_("Who are you?")

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField(_("Your name"))
        self.title_fi = TextField(_("Your title"), hint=_("For example: immigration counsellor"))
        self.phone = TextField(_("Your telephone"))
        self.email = TextField(_("Your e-mail"))
        self.add(name=self.name, title_fi=self.title_fi, phone=self.phone, email=self.email)
        self.needed = ("name",)


class PlaceStep(Step):
    """Where the encrypted file lies; network and cloud folders are refused with the reason."""

    title = N_("Where the file lies")

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = TextField(
            _("Folder"),
            hint=_(DECIDED)
            if policies().file
            else _("On this laptop: a network drive or a cloud folder would damage the file."),
        )
        self.folder.set_value(str(folder))
        choose = Button(_("Choose another folder"), icon="folder")
        choose.clicked.connect(self.choose)
        if policies().file is not None:
            self.folder.line.setReadOnly(True)
            choose.setVisible(False)
        self.add(folder=self.folder)
        row = Row(gap=0)
        row.put(choose, None)
        self.column.addLayout(row)
        self.needed = ("folder",)

    def choose(self) -> None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(
            self, _("Choose another folder"), self.folder.value()
        )
        if chosen:
            self.folder.set_value(chosen)

    def is_ready(self) -> bool:
        """Tell whether the file can lie there."""
        if not super().is_ready():
            return False
        try:
            check_place(Path(self.folder.value()))
        except KotoutusError as error:
            self.folder.show_error(explain(error))
            self.folder.take_focus()
            return False
        return True


class PassphraseStep(Step):
    """The passphrase, twice."""

    title = N_("Choose a passphrase")

    def __init__(self) -> None:
        super().__init__()
        self.passphrase = NewPassphraseField(_("Passphrase"))
        self.again = PassphraseField(_("Passphrase again"))
        self.add(passphrase=self.passphrase, again=self.again)

    def is_ready(self) -> bool:
        """Tell whether a good passphrase was typed twice alike."""
        return confirmed(self.passphrase, self.again) is not None


class Wizard(StartCard):
    """Four short steps; going back keeps what was typed."""

    finished = Signal(object)  # Answers

    def __init__(self, folder: Path) -> None:
        super().__init__(_("Welcome"))
        self.office, self.officer = OfficeStep(), OfficerStep()
        self.place, self.secret = PlaceStep(folder), PassphraseStep()
        self.steps: list[Step] = [self.office, self.officer, self.place, self.secret]
        self._where = Label("", "small", "muted")
        self._number = 0
        self.back = Button(_("Back"), icon="chevron-left")
        self.back.clicked.connect(self.go_back)
        self.next = Button(_("Continue"), "primary")
        self.next.clicked.connect(self.go_on)
        buttons = Row(gap=2)
        buttons.put(self.back, None, self.next)
        self.head.addWidget(self._where)
        self.column.put(*self.steps, buttons)
        self._show(0)

    def go_on(self) -> None:
        """Go to the next step, or finish, when nothing is missing here."""
        number = self._number
        if not self.steps[number].is_ready():
            return
        if number + 1 < len(self.steps):
            self._show(number + 1)
            return
        self.finished.emit(
            Answers(
                office=self.office.texts(),
                officer=self.officer.texts(),
                folder=Path(self.place.folder.value()),
                passphrase=self.secret.passphrase.value(),
            )
        )

    def go_back(self) -> None:
        """Go to the step before."""
        self._show(max(0, self._number - 1))

    def set_busy(self, busy: bool) -> None:
        """Rest while the file is being made."""
        self.next.setEnabled(not busy)
        self.back.setEnabled(not busy)

    def refuse(self, text: str) -> None:
        """Say why the file could not be made, where the place was chosen."""
        self._show(self.steps.index(self.place))
        self.place.folder.show_error(text)

    def _show(self, number: int) -> None:
        for index, step in enumerate(self.steps):
            step.setVisible(index == number)
        self._number = number
        step = self.steps[number]
        self.title.setText(_(getattr(step, "title", "")))
        self._where.setText(
            _("Step {number} of {count}").format(number=number + 1, count=len(self.steps))
        )
        self.back.setVisible(number > 0)
        self.secret.passphrase.known = [
            *self.office.name_fi.value().split(),
            *self.officer.name.value().split(),
        ]
        last = number + 1 == len(self.steps)
        self.next.set_label(_("Make the encrypted file") if last else _("Continue"))
        next(iter(step.fields.values())).take_focus()

"""What a programme document or a strategic document says, in one language, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kotoutus_desktop.documents import programme_words as words
from kotoutus_desktop.documents.hand_over_sheet import section_in
from kotoutus_desktop.i18n import N_, interface_catalog
from kotoutus_desktop.models.programme import DocumentKind, GoalState
from kotoutus_desktop.models.service import Organiser, known_groups, known_points
from kotoutus_desktop.phrases.render import written_date
from kotoutus_desktop.rules.programme import GROUP_SECTIONS, TargetGroup, programme_on
from kotoutus_desktop.rules.programme_gaps import PLANNING_SECTIONS, GoalArea, PlanningPoint
from kotoutus_desktop.rules.section import REIMBURSEMENT_CONDITION, Section

STAND_IN = ("fi", "sv", "en")
HEADS: Mapping[str, str] = {
    "about": N_("What this document is for"),
    "responsibilities": N_("Who is responsible for what"),
    "co_operation": N_("Co-operation"),
    "follow_up": N_("How it is followed up"),
}
PERIOD = N_("For the time {start}–{end}")
APPROVED = N_("Approved: {by} {on}")
VERSION = N_("Version {number}, {date}")
DRAFT = N_("Draft, {date}")
SERVICES = N_("Services of the programme")
OTHER_SERVICES = N_("Other services that promote integration")
TARGET_GROUPS = N_("Target groups")
PARTNERS = N_("Partners")
GOALS = N_("Goals, measures and follow-up")
LAW = N_("What the law says of the document")
NO_SERVICE = N_("No service of the catalogue covers this yet.")
NOTHING_WRITTEN = N_("Nothing is written here yet.")
REIMBURSED = N_(
    "The State reimburses a municipality outside Åland only where an integration programme has "
    "been arranged there ({section})."
)
NO_DUTY = N_(
    "The Act lays down what the programme holds ({section}); it does not oblige to write it down. "
    "Act 1100/2024 took that duty away before it came into force."
)
NO_LIST = N_(
    "The Act does not list the goals and does not ask for a report ({section}): Act 1100/2024 took "
    "both away before they came into force."
)
GOAL_HEADS = (N_("Goal"), N_("Indicator"), N_("Measures"), N_("Responsible"), N_("Schedule"))
ONLY_IN = {"fi": N_("in Finnish"), "sv": N_("in Swedish"), "en": N_("in English")}
UNKNOWN_LANGUAGE = N_("in another language")


@dataclass(frozen=True)
class Passage:
    """A text with the language that it stands in; `note` says which where it is another."""

    text: str
    language: str
    note: str = ""


@dataclass(frozen=True)
class Chapter:
    """A heading with passages, then a table, then chapters under it."""

    title: str
    passages: Sequence[Passage] = ()
    headings: Sequence[str] = ()
    rows: Sequence[Sequence[Passage]] = ()
    under: Sequence["Chapter"] = field(default=())


@dataclass(frozen=True)
class ProgrammeSheet:
    """A document in one language: `content` is that of `casework.programme.versions`.

    `number` is that of the version, 0 for the draft of today.
    """

    content: Mapping[str, Any]
    language: str
    number: int = 0

    @property
    def kind(self) -> DocumentKind:
        """Which document it is."""
        return DocumentKind(self.content["kind"])

    @property
    def office(self) -> str:
        """The name of the municipality."""
        names = self.content["office"]
        return str(names.get(self.language) or names["fi"] or names["sv"])

    @property
    def title(self) -> Passage:
        """The title of the document."""
        return self.text(self.content["titles"])

    def said(self, text: str) -> str:
        """Return a fixed text in the language."""
        return interface_catalog(self.language).gettext(text)

    def text(self, texts: Mapping[str, str]) -> Passage:
        """Return a text of the office; where the language has none another's, named so."""
        for code in (self.language, *STAND_IN, *texts):
            if texts.get(code):
                note = (
                    "" if code == self.language else self.said(ONLY_IN.get(code, UNKNOWN_LANGUAGE))
                )
                return Passage(texts[code], code, note)
        return Passage(self.said(NOTHING_WRITTEN), self.language)

    def facts(self) -> Iterator[str]:
        """Yield version, period and approval."""
        day = written_date(_day(self.content["day"]), self.language)
        version = self.said(VERSION).format(number=self.number, date=day)
        yield version if self.number else self.said(DRAFT).format(date=day)
        start, end = self.content["starts_on"], self.content["ends_on"]
        if start or end:
            shown = {"start": self._date(start), "end": self._date(end)}
            yield self.said(PERIOD).format(**shown)
        if self.content["approved_by"]:
            approved = {"by": self.content["approved_by"]}
            yield (
                self.said(APPROVED)
                .format(**approved, on=self._date(self.content["approved_on"]))
                .strip()
            )

    def chapters(self) -> list[Chapter]:
        """Return the chapters of the document in their order."""
        programme = self.kind is DocumentKind.PROGRAMME
        made = [*self._heads(("about",))]
        if programme:
            made += [self._services(), *self._heads(("responsibilities", "co_operation"))]
        else:
            made += [self._planning(point) for point in PlanningPoint if self._is_head(point)]
        made += [self._groups(), self._partners(), self._goals(), *self._heads(("follow_up",))]
        return [*made, self._law(programme=programme)]

    def _heads(self, codes: Sequence[str]) -> list[Chapter]:
        written = self.content["heads"]
        return [
            Chapter(self.said(HEADS[code]), [self.text(written.get(code, {}))]) for code in codes
        ]

    def _is_head(self, point: PlanningPoint) -> bool:
        return point not in (PlanningPoint.INTEGRATION, PlanningPoint.GOOD_RELATIONS)

    def _planning(self, point: PlanningPoint) -> Chapter:
        title = self._with_section(words.PLANNING_POINTS[point], PLANNING_SECTIONS[point])
        return Chapter(title, [self.text(self.content["heads"].get(point.value, {}))])

    def _services(self) -> Chapter:
        """Return the services point by point of § 13, then those that cover no point."""
        services = self.content["services"]
        edition = programme_on(_day(self.content["day"]))
        under = []
        for point, place in edition.points.items():
            covering = [each for each in services if point in known_points(each["points"])]
            title = self._with_section(words.POINTS[point], place)
            under.append(self._service_chapter(title, covering))
        rest = [each for each in services if not known_points(each["points"])]
        if rest:
            under.append(self._service_chapter(self.said(OTHER_SERVICES), rest))
        return Chapter(self.said(SERVICES), under=under)

    def _service_chapter(self, title: str, services: Sequence[Mapping[str, Any]]) -> Chapter:
        if not services:
            return Chapter(title, [Passage(self.said(NO_SERVICE), self.language)])
        rows = [
            (self.text(each["names"]), self._plain(self._organiser(each)), self._for(each))
            for each in services
        ]
        heads = [self.said(text) for text in (N_("Service"), N_("Organiser"), N_("For whom"))]
        return Chapter(title, headings=heads, rows=rows)

    def _groups(self) -> Chapter:
        under = []
        for group in TargetGroup:
            title = self._with_section(words.GROUPS[group], GROUP_SECTIONS[group])
            under.append(Chapter(title, [self.text(self.content["groups"].get(group.value, {}))]))
        return Chapter(self.said(TARGET_GROUPS), under=under)

    def _partners(self) -> Chapter:
        rows = [
            (
                self._plain(each["name"]),
                self._plain(self.said(words.ORGANISERS[Organiser(each["kind"])])),
                self.text(each["part"]),
            )
            for each in self.content["partners"]
        ]
        heads = [self.said(text) for text in (N_("Partner"), N_("Kind"), N_("Part"))]
        return self._table(PARTNERS, heads, rows)

    def _goals(self) -> Chapter:
        """Return the goals by what they are about, each with its follow-up under it."""
        under = []
        for area in GoalArea:
            goals = [each for each in self.content["goals"] if each["area"] == area.value]
            if goals:
                title = words.capital(self.said(words.AREAS[area]))
                heads = [*(self.said(head) for head in GOAL_HEADS), self.said(N_("Follow-up"))]
                under.append(Chapter(title, headings=heads, rows=[self._goal(g) for g in goals]))
        nothing = [] if under else [Passage(self.said(NOTHING_WRITTEN), self.language)]
        return Chapter(self.said(GOALS), nothing, under=under)

    def _goal(self, goal: Mapping[str, Any]) -> list[Passage]:
        states = [
            f"{self._date(each['on'])}: {self.said(words.GOAL_STATES[GoalState(each['state'])])}"
            + (f". {each['found']}" if each["found"] else "")
            for each in goal["follow_ups"]
        ]
        state = self.said(words.GOAL_STATES[GoalState(goal["state"])])
        schedule = "–".join((self._date(goal["starts_on"]), self._date(goal["ends_on"])))
        return [
            *(self.text(goal[name]) for name in ("goal", "indicator", "measures")),
            self._plain(goal["responsible"]),
            self._plain(schedule.strip("–") and schedule),
            self._plain("\n".join(states) or state),
        ]

    def _law(self, *, programme: bool) -> Chapter:
        thirteen, fortyfive = Section("681/2023", "13"), Section("681/2023", "45")
        duty, place = (NO_DUTY, thirteen) if programme else (NO_LIST, fortyfive)
        texts = [self.said(duty).format(section=section_in(place, self.said))]
        condition = section_in(REIMBURSEMENT_CONDITION, self.said)
        texts.append(self.said(REIMBURSED).format(section=condition))
        return Chapter(self.said(LAW), [Passage(text, self.language) for text in texts])

    def _table(
        self, title: str, heads: Sequence[str], rows: Sequence[Sequence[Passage]]
    ) -> Chapter:
        if rows:
            return Chapter(self.said(title), headings=heads, rows=rows)
        return Chapter(self.said(title), [Passage(self.said(NOTHING_WRITTEN), self.language)])

    def _organiser(self, service: Mapping[str, Any]) -> str:
        kind = self.said(words.ORGANISERS[Organiser(service["organiser"])])
        name = service["organiser_name"]
        return f"{name} ({kind})" if name else kind

    def _for(self, service: Mapping[str, Any]) -> Passage:
        groups = [self.said(words.GROUPS[group]) for group in known_groups(service["groups"])]
        return self._plain(", ".join(groups) or self.said(N_("for everybody")))

    def _plain(self, text: str) -> Passage:
        return Passage(text or "–", self.language)

    def _with_section(self, text: str, place: Section) -> str:
        return f"{words.capital(self.said(text))} ({section_in(place, self.said)})"

    def _date(self, text: str | None) -> str:
        return written_date(date.fromisoformat(text), self.language) if text else ""


def _day(text: str) -> date:
    return date.fromisoformat(text)

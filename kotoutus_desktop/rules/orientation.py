"""Multilingual civic orientation: hours, topics, and how it may be given."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kotoutus_desktop.rules.section import (
    CONTACT_TEACHING,
    DECREE_TOPICS,
    INTERPRETED_TEACHING,
    ORIENTATION_TOPICS,
    SELF_STUDY,
    Section,
)

REQUIRED_MINUTES = 70 * 60  # Decree 576/2024 § 2(1)
LARGEST_GROUP = 20  # a recommendation of the Finnish Refugee Council, not law


class Topic(StrEnum):
    """What orientation must contain: nine heads of the decree, three of § 25(2)."""

    VALUES_NORMS_LAW = "values_norms_law"
    RIGHTS_EQUALITY = "rights_equality"
    GENDER_SEXUAL_RIGHTS = "gender_sexual_rights"
    INTEGRATION_SERVICES = "integration_services"
    WORK_ENTERPRISE = "work_enterprise"
    STUDYING = "studying"
    ASSOCIATIONS_PARTICIPATION = "associations_participation"
    ECONOMY_EVERYDAY = "economy_everyday"
    HISTORY_CULTURE = "history_culture"
    LIVING_IN_FINLAND = "living_in_finland"
    SOCIETY = "society"
    RIGHTS_DUTIES = "rights_duties"


ACT_TOPICS = (Topic.LIVING_IN_FINLAND, Topic.SOCIETY, Topic.RIGHTS_DUTIES)


class OrientationProblem(StrEnum):
    """A way of giving orientation that the decree does not allow here."""

    SELF_STUDY_WITHOUT_GROUND = "self_study_without_ground"
    REMOTE_UNSUITABLE = "remote_unsuitable"
    INTERPRETED_WITHOUT_GROUND = "interpreted_without_ground"


class SelfStudyGround(StrEnum):
    """Why a client may study alone (Decree 576/2024 § 2(2)): its two points."""

    RARE_LANGUAGE = "rare_language"  # no group, and no trainer or interpreter without great trouble
    SUITABLE = "suitable"  # given the client's study skills and background


class InterpretedGround(StrEnum):
    """Why teaching may be interpreted (Decree 576/2024 § 3)."""

    FEW_PARTICIPANTS = "few_participants"
    NO_TRAINER = "no_trainer"
    RARE_LANGUAGE = "rare_language"
    OTHER = "other"


class Presence(StrEnum):
    """What is marked about someone at a meeting. What it means is in `counted_minutes`."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"
    EXCUSED = "excused"


def counted_minutes(presence: Presence, minutes: int, missed: int = 0) -> int:
    """Return the minutes that count for someone at a meeting of `minutes` of teaching.

    `missed` are the minutes that someone was late or left early; never fewer than 0 count.
    An excuse explains an absence and gives no hours.

    Source: Decree 576/2024 § 2(1), which asks for teaching and knows no excuse.
    """
    if presence in (Presence.ABSENT, Presence.EXCUSED):
        return 0
    return minutes if presence is Presence.PRESENT else max(0, minutes - missed)


@dataclass(frozen=True)
class Meeting:
    """A meeting of teaching, as one client had it."""

    minutes: int
    topics: frozenset[Topic]
    present: bool
    remote: bool = False
    interpreted: bool = False


@dataclass(frozen=True)
class SelfStudy:
    """Independent study of given material."""

    minutes: int
    topics: frozenset[Topic]


@dataclass(frozen=True)
class OrientationRecord:
    """One client's orientation. The grounds are those of Decree 576/2024 §§ 2(2) and 3(1)."""

    meetings: Sequence[Meeting] = ()
    self_study: Sequence[SelfStudy] = ()
    self_study_ground: bool = False
    interpreted_ground: bool = False
    remote_unsuitable: bool = False

    @property
    def attended(self) -> tuple[Meeting, ...]:
        """The meetings at which the client was present: only they count."""
        return tuple(meeting for meeting in self.meetings if meeting.present)


def counted(record: OrientationRecord) -> tuple[Meeting | SelfStudy, ...]:
    """Return what counts for hours and topics: attended meetings and independent study."""
    return (*record.attended, *record.self_study)


def minutes_done(record: OrientationRecord) -> int:
    """Return minutes of teaching attended and of independent study.

    Source: Decree 576/2024 § 2(1).
    """
    return sum(part.minutes for part in counted(record))


def minutes_missing(record: OrientationRecord) -> int:
    """Return the minutes still missing of seventy hours, 0 when none are.

    Source: Decree 576/2024 § 2(1).
    """
    return max(0, REQUIRED_MINUTES - minutes_done(record))


def topics_missing(record: OrientationRecord) -> tuple[Topic, ...]:
    """Return the topics not yet dealt with, sorted by name.

    Source: 681/2023 § 25(2), Decree 576/2024 § 1(1).
    """
    done = {topic for part in counted(record) for topic in part.topics}
    return tuple(sorted(set(Topic) - done))


def topic_section(topic: Topic) -> Section:
    """Return where a topic is required."""
    return ORIENTATION_TOPICS if topic in ACT_TOPICS else DECREE_TOPICS


def orientation_problems(record: OrientationRecord) -> tuple[OrientationProblem, ...]:
    """Return the ways of giving it that lack their ground, sorted by name.

    Source: Decree 576/2024 § 2(2)-(3), § 3(1).
    """
    self_study = any(part.minutes for part in record.self_study)
    remote = any(meeting.remote for meeting in record.attended)
    interpreted = any(meeting.interpreted for meeting in record.attended)
    found = {
        OrientationProblem.SELF_STUDY_WITHOUT_GROUND: self_study and not record.self_study_ground,
        OrientationProblem.REMOTE_UNSUITABLE: remote and record.remote_unsuitable,
        OrientationProblem.INTERPRETED_WITHOUT_GROUND: interpreted
        and not record.interpreted_ground,
    }
    return tuple(sorted(problem for problem, holds in found.items() if holds))


def problem_section(problem: OrientationProblem) -> Section:
    """Return the section a problem rests on."""
    return {
        OrientationProblem.SELF_STUDY_WITHOUT_GROUND: SELF_STUDY,
        OrientationProblem.REMOTE_UNSUITABLE: CONTACT_TEACHING,
        OrientationProblem.INTERPRETED_WITHOUT_GROUND: INTERPRETED_TEACHING,
    }[problem]


def orientation_complete(record: OrientationRecord) -> bool:
    """Tell whether hours and topics are full, and nothing was given without its ground."""
    open_items = topics_missing(record) or orientation_problems(record)
    return not minutes_missing(record) and not open_items


def group_language_suits(language: str, known_well: Collection[str]) -> bool:
    """Tell whether a group's language is the client's mother tongue or known well.

    "As far as possible": where it is not, warn and let the counsellor decide.

    Source: 681/2023 § 25(1).
    """
    return language in known_well


def group_too_large(participants: int) -> bool:
    """Tell whether a group is larger than is recommended for contact teaching (no law)."""
    return participants > LARGEST_GROUP

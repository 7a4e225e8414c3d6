"""Integration training: for whom, what its record holds, and how much it is."""

from dataclasses import dataclass

from kotoutus_desktop.rules.section import TRAINING, TRAINING_PARTS, TRAINING_TEST, Section

LARGEST_EXTENT = 80  # credits; national core curriculum, not the Act
HOURS_IN_CREDIT = 27  # national core curriculum
TARGET_LEVEL = "B1.1"  # guidance; the Act says "functional basic language proficiency" (§ 26(3))


@dataclass(frozen=True)
class TrainingRecord:
    """What is recorded of a client's integration training."""

    work_period: bool = False
    prior_learning: bool = False
    final_test: bool = False
    credits: int = 0


def training_barred(*, compulsory_education: bool) -> Section | None:
    """Return § 26(1) for a client who is still in compulsory education, else None.

    Until when somebody is in it (1214/2020) was not verified: the counsellor says so.

    Source: 681/2023 § 26(1).
    """
    return TRAINING if compulsory_education else None


def training_missing(record: TrainingRecord) -> dict[str, Section]:
    """Return what a finished training still lacks, by key, with its section.

    `work_period`: a period of learning at work, or activity that supports the ability to work.

    Source: 681/2023 § 26(2)-(3).
    """
    parts = {
        "work_period": (record.work_period, TRAINING_PARTS),
        "prior_learning": (record.prior_learning, TRAINING_PARTS),
        "final_test": (record.final_test, TRAINING_TEST),
    }
    return {key: section for key, (there, section) in parts.items() if not there}


def training_too_long(credits_agreed: int) -> bool:
    """Tell whether a training has more credits than the core curriculum allows."""
    return credits_agreed > LARGEST_EXTENT


def training_hours(credits_agreed: int) -> int:
    """Return the client's hours of work in `credits_agreed` credits."""
    return credits_agreed * HOURS_IN_CREDIT

"""What the values of training are called in the interface."""

from collections.abc import Mapping
from enum import StrEnum

from kotoutus_desktop.casework.training.levels import LevelSource
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.training import LevelOccasion, Skill, TrainingKind

TRAINING_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    TrainingKind: {
        TrainingKind.INTEGRATION: N_("Integration training"),
        TrainingKind.LITERACY: N_("Literacy training"),
        TrainingKind.BASIC_EDUCATION: N_("Basic education for adults"),
        TrainingKind.SELF_MOTIVATED: N_("Self-motivated studies"),
    },
    Skill: {
        Skill.LISTENING: N_("Listening"),
        Skill.SPEAKING: N_("Speaking"),
        Skill.READING: N_("Reading"),
        Skill.WRITING: N_("Writing"),
    },
    LevelOccasion: {
        LevelOccasion.ENTRY: N_("entry level"),
        LevelOccasion.DURING: N_("during the training"),
        LevelOccasion.FINAL_TEST: N_("final test"),
    },
    LevelSource: {
        LevelSource.ASSESSMENT: N_("assessment"),
        LevelSource.REVIEW: N_("review of the plan"),
        LevelSource.ENTRY_TEST: N_("entry level"),
        LevelSource.FINAL_TEST: N_("final test"),
    },
}

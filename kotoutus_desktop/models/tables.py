"""Importing this module makes every table known; `base` does so before the first is used."""

from kotoutus_desktop.models import (
    assessment,
    circumstances,
    client,
    draft,
    due_step,
    hand_over,
    issued,
    laptop,
    name_key,
    office,
    orientation,
    plan,
    programme,
    restriction,
    service,
    work_list,
)
from kotoutus_desktop.models.history import log_tables

__all__ = [
    "assessment",
    "circumstances",
    "client",
    "draft",
    "due_step",
    "hand_over",
    "issued",
    "laptop",
    "log_tables",
    "name_key",
    "office",
    "orientation",
    "plan",
    "programme",
    "restriction",
    "service",
    "work_list",
]

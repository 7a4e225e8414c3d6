"""What is kept. Importing this package makes every table known."""

from kotoutus_desktop.models import (
    assessment,
    circumstances,
    client,
    draft,
    issued,
    name_key,
    office,
    plan,
)

__all__ = [
    "assessment",
    "circumstances",
    "client",
    "draft",
    "issued",
    "name_key",
    "office",
    "plan",
]

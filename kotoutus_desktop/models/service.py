"""The services that the office can offer, and the paths that lead through them.

They belong to no client's case. Names and sentences stand by language code: fi, sv and en are
asked for, the languages of clients are added where somebody knows them.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kotoutus_desktop.models.base import Model
from kotoutus_desktop.rules.facts import MeasureKind
from kotoutus_desktop.rules.programme import ProgrammePoint, TargetGroup, TrainingAim


class Organiser(StrEnum):
    """Who arranges a service. JOINTLY is more than one of the others."""

    MUNICIPALITY = "municipality"
    EMPLOYMENT_AREA = "employment_area"
    COUNTY = "county"
    ASSOCIATION = "association"
    JOINTLY = "jointly"


class Service(Model, kw_only=True):
    """A service of the catalogue.

    `statutory` tells whether the Act obliges somebody to arrange it. `points` are those of
    § 13(1) that it covers, `aims` those of its point 4. `groups` are whom it suits, all where
    empty; `languages` (our codes) those it is given in. `price` is whole cents for the client,
    0 where it is free of charge; `waiting_weeks` and `places` are None where not known.
    `kind` is what it is called in a plan. `template` is the ready-made service it came from.
    """

    __tablename__ = "service"

    names: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    sentences: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    statutory: Mapped[bool] = mapped_column(default=False)
    points: Mapped[list[str]] = mapped_column(default_factory=list)
    aims: Mapped[list[str]] = mapped_column(default_factory=list)
    kind: Mapped[MeasureKind] = mapped_column(default=MeasureKind.OTHER_SERVICE)
    organiser: Mapped[Organiser] = mapped_column(default=Organiser.MUNICIPALITY, index=True)
    organiser_name: Mapped[str] = mapped_column(default="")
    groups: Mapped[list[str]] = mapped_column(default_factory=list)
    languages: Mapped[list[str]] = mapped_column(default_factory=list)
    place: Mapped[str] = mapped_column(default="")
    times: Mapped[str] = mapped_column(default="")
    places: Mapped[int | None] = mapped_column(default=None)
    waiting_weeks: Mapped[int | None] = mapped_column(default=None)
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    price: Mapped[int | None] = mapped_column(default=None)
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(default="")
    template: Mapped[str] = mapped_column(default="")

    def is_offered(self, day: date) -> bool:
        """Tell whether it is offered on a day; open ends reach without limit."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class ServicePath(Model, kw_only=True):
    """Services in the order in which a client usually comes to them."""

    __tablename__ = "service_path"

    names: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    sentences: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    groups: Mapped[list[str]] = mapped_column(default_factory=list)
    template: Mapped[str] = mapped_column(default="")

    steps: Mapped[list["PathStep"]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="PathStep.position",
        default_factory=list,
        repr=False,
    )


class PathStep(Model, kw_only=True):
    """A box of a path: a service, or words of its own where it is none.

    `after_weeks` is how long after the beginning of the path it usually comes, None where that
    is not said. Where the service is deleted its name stays in `texts`.
    """

    __tablename__ = "path_step"

    path_id: Mapped[UUID] = mapped_column(
        ForeignKey("service_path.id", ondelete="CASCADE"), index=True, default=None, init=False
    )
    position: Mapped[int] = mapped_column(default=0)
    service_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("service.id", ondelete="SET NULL"), index=True, default=None
    )
    texts: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    after_weeks: Mapped[int | None] = mapped_column(default=None)


def known_points(codes: list[str]) -> frozenset[ProgrammePoint]:
    """Return the points that this version knows; those of a later one pass it by."""
    return frozenset(point for point in ProgrammePoint if point in codes)


def known_aims(codes: list[str]) -> frozenset[TrainingAim]:
    """Return the aims that this version knows."""
    return frozenset(aim for aim in TrainingAim if aim in codes)


def known_groups(codes: list[str]) -> list[TargetGroup]:
    """Return the groups that this version knows, in their order."""
    return [group for group in TargetGroup if group in codes]

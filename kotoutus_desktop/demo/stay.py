"""What the stay of a fictional client rests on."""

from dataclasses import dataclass

from kotoutus_desktop.rules.facts import Protection, RightOfResidence

FOUR_YEARS = 4 * 365


@dataclass(frozen=True)
class Stay:
    """What the stay rests on: `granted` and `arrived` days ago, valid for `valid` days more."""

    right: RightOfResidence | None
    ground: str
    granted: int | None = None
    protection: Protection | None = None
    valid: int | None = None
    arrived: int | None = None

    @classmethod
    def protected(cls, granted: int, ground: str = "asylum") -> "Stay":
        """Return the stay of somebody who got protection in Finland, for four years."""
        groups = {
            "quota_refugee": Protection.QUOTA_REFUGEE,
            "temporary_protection": Protection.OTHER_PROTECTION,
        }
        group = groups.get(ground, Protection.INTERNATIONAL_PROTECTION)
        return cls(
            RightOfResidence.PERMIT, ground, granted, group, FOUR_YEARS - granted, granted + 30
        )

    @classmethod
    def temporary(cls, granted: int) -> "Stay":
        """Return the stay of somebody under temporary protection, prolonged year by year."""
        permit, group = RightOfResidence.PERMIT, Protection.OTHER_PROTECTION
        return cls(permit, "temporary_protection", granted, group, 120, granted + 5)

    @classmethod
    def family_of_protected(cls, granted: int) -> "Stay":
        """Return the stay of a family member of somebody under protection."""
        return cls(
            RightOfResidence.PERMIT,
            "family_of_protected",
            granted,
            Protection.FAMILY_OF_PROTECTED,
            FOUR_YEARS - granted,
            max(granted - 20, 0),
        )

    @classmethod
    def family_of_worker(cls, granted: int) -> "Stay":
        """Return the stay of a family member of somebody who works here."""
        permit = RightOfResidence.PERMIT
        return cls(permit, "family_of_permit_holder_A", granted, None, 190, granted)

    @classmethod
    def spouse(cls, granted: int) -> "Stay":
        """Return the stay of somebody married to a Finnish citizen."""
        permit = RightOfResidence.PERMIT
        return cls(permit, "family_of_finnish_citizen", granted, None, 200, granted + 5)

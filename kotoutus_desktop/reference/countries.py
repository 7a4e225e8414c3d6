"""Countries of citizenship, birth and origin, with the codes of Statistics Finland."""

from dataclasses import dataclass
from functools import cache

from kotoutus_desktop.reference.code_list import CodeList, Entry, joined, other_names, read_rows

STATELESS = "991"
UNKNOWN = "999"
UNKNOWN_ABROAD = "998"

# words that counsellors use and the lists lack
_EVERYDAY = {
    STATELESS: ("kansalaisuudeton", "statslös", "stateless"),
    "104": ("Burma",),
    "180": ("Kongo-Kinshasa", "DRC", "Zaire"),
    "178": ("Kongo-Brazzaville",),
    "748": ("Swazimaa", "Swaziland"),
    "826": ("Iso-Britannia", "Englanti", "Storbritannien", "England", "UK", "Great Britain"),
    "840": ("USA", "Amerikka"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Entry):
    """A state, territory, former state or special code.

    `kind` is country, territory, former, special or alias. `offer` is yes, rare or no: whether
    a list of citizenships shows it. `alpha2` is "" where ISO 3166-1 has no code.
    """

    alpha2: str
    alpha3: str
    kind: str
    offer: str
    eu: bool
    eea_efta_or_switzerland: bool
    nordic: bool

    @property
    def free_movement(self) -> bool:
        """Whether citizens reside by registration instead of a permit (EU, EEA, Switzerland)."""
        return self.eu or self.eea_efta_or_switzerland


def _country(row: dict[str, str]) -> Country:
    status = row["status"]
    verified = "NOT verified" not in status and "REMEMBERED" not in status
    return Country(
        code=row["statfi_code"],
        fi=row["name_fi"],
        sv=row["name_sv"],
        en=row["name_en"],
        aliases=(
            *other_names(
                row,
                *(f"{source}_name_{x}" for source in ("oph", "cldr") for x in ("fi", "sv", "en")),
                "alpha2",
                "alpha3",
            ),
            *_EVERYDAY.get(row["statfi_code"], ()),
        ),
        verified=verified,
        note=joined("" if verified else status, row["note"]),
        alpha2=row["alpha2"],
        alpha3=row["alpha3"],
        kind=row["kind"],
        offer=row["offer_as_nationality"],
        eu=row["eu"] == "yes",
        eea_efta_or_switzerland=row["eea_efta_or_switzerland"] == "yes",
        nordic=row["nordic"] == "yes",
    )


@cache
def countries() -> CodeList[Country]:
    """Return every code, also those that are only accepted in older records."""
    return CodeList([_country(row) for row in read_rows("countries.csv")])


@cache
def citizenships() -> CodeList[Country]:
    """Return what a list of citizenships offers: states, stateless and unknown."""
    return countries().only(lambda country: country.offer != "no")


@cache
def countries_of_birth() -> CodeList[Country]:
    """Return what a list of countries of birth offers: also former states, not statelessness."""
    return countries().only(
        lambda country: (
            country.kind in ("country", "territory", "former")
            or country.code in (UNKNOWN, UNKNOWN_ABROAD, "907")
        )
    )


def current_code(code: str) -> str:
    """Return the code to keep for a code met in other records: 997 is an alias of Kosovo's 907."""
    return "907" if code == "997" else code

"""Which column of a table is which field of a client, by what offices call it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.reference.folding import fold

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "family_names": N_("Family names"),
        "given_names": N_("Given names"),
        "full_name": N_("Whole name: family names, given names"),
        "own_script_name": N_("Name in own script"),
        "identity_code": N_("Identity code"),
        "born": N_("Date of birth"),
        "code_or_born": N_("Identity code or date of birth"),
        "citizenships": N_("Citizenships"),
        "mother_tongue": N_("Mother tongue"),
        "service_language": N_("Language of service"),
        "phone": N_("Phone"),
        "email": N_("E-mail"),
        "address": N_("Whole address: street, postal code, town"),
        "street": N_("Street address"),
        "postal_code": N_("Postal code"),
        "town": N_("Post office"),
        "home_municipality": N_("Home municipality"),
        "first_home_municipality_on": N_("First home municipality from"),
        "first_granted": N_("First permit granted"),
        "permit_valid_until": N_("Permit valid until"),
        "arrived_on": N_("Arrived in Finland"),
        "non_disclosure": N_("Non-disclosure order"),
    }
)
"""What can be taken from a table, with its name in the forms. Whole names and addresses become
several fields, a code or date of birth one of two.
"""

_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "family_names": "sukunimi sukunimet efternamn släktnamn surname familyname lastname",
        "given_names": "etunimi etunimet förnamn givenname firstname firstnames forename",
        "full_name": "nimi asiakas namn kund name client fullname kokonimi",
        "own_script_name": "nimiomallakirjoituksella nameinownscript",
        "identity_code": "henkilötunnus hetu personbeteckning identitycode personalidentitycode",
        "born": "syntymäaika syntymäpäivä syntynyt födelsedatum född dateofbirth birthdate born",
        "citizenships": "kansalaisuus kansalaisuudet medborgarskap citizenship nationality",
        "mother_tongue": "äidinkieli modersmål mothertongue nativelanguage",
        "service_language": "asiointikieli kieli servicespråk språk servicelanguage language",
        "code_or_born": "hetutaisyntymäaika henkilötunnustaisyntymäaika hetusyntymäaika",
        "address": "kokoosoite postiosoite postadress fulladdress",
        "phone": "puhelin puhelinnumero puh telefon telefonnummer phone telephone mobile",
        "email": "sähköposti sähköpostiosoite epost email",
        "street": "katuosoite osoite lähiosoite gatuadress adress streetaddress address street",
        "postal_code": "postinumero postnummer postalcode postcode zip",
        "town": "postitoimipaikka postort posttown town city",
        "home_municipality": "kotikunta kunta hemkommun kommun homemunicipality municipality",
        "first_home_municipality_on": "kotikuntaalkaen kotikuntapvm hemkommunfrån",
        "first_granted": "ensimmäinenlupa lupamyönnetty förstatillstånd firstpermit",
        "permit_valid_until": "lupavoimassa tillståndgiltigttill permitvaliduntil",
        "arrived_on": "saapunut maahantulo maahantulopäivä ankomst arrived arrival",
        "non_disclosure": "turvakielto spärrmarkering nondisclosure",
    }
)


def match_columns(headings: Sequence[str]) -> dict[int, str]:
    """Return for each column of which the heading is known the field it is, each field once."""
    known = {_plain(word): field for field, words in _HEADINGS.items() for word in words.split()}
    known |= {_plain(name): field for field, name in FIELDS.items()}
    matched: dict[int, str] = {}
    for place, heading in enumerate(headings):
        field = known.get(_plain(heading))
        if field and field not in matched.values():
            matched[place] = field
    return matched


def _plain(heading: str) -> str:
    return "".join(letter for letter in fold(heading) if letter.isalnum())

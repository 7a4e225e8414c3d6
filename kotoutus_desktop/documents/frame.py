"""What stands around the rows of every client's paper: the office, secrecy, whose it is."""

from kotoutus_desktop.documents.rows import Letterhead, Line
from kotoutus_desktop.documents.said import Day, Listed, Plain, Said, Words
from kotoutus_desktop.documents.source import Source, official_text
from kotoutus_desktop.documents.words import FOOT, HEAD, RIGHTS
from kotoutus_desktop.models.client import Client, Precision
from kotoutus_desktop.models.office import Office
from kotoutus_desktop.rules.facts import RightOfResidence

# points of section 24(1) of the Act on the Openness of Government Activities (621/1999)
_REFUGEES_AND_PERMITS = 24
_CLIENTS_OF_EMPLOYMENT_AND_SOCIAL_SERVICES = 25
_ADDRESS_UNDER_NON_DISCLOSURE = 31


def letterhead(office: Office, official: str) -> Letterhead:
    """Return the office in the official language."""
    town = " ".join(part for part in (office.postal_code, office.town) if part)
    return Letterhead(
        name=official_text(official, office.name_fi, office.name_sv),
        unit=official_text(official, office.unit_fi, office.unit_sv),
        address=", ".join(part for part in (office.street, town) if part),
        phone=office.phone,
        email=office.email,
    )


def secrecy(client: Client) -> tuple[Words, ...]:
    """Return that the paper is secret, and the points of the Act that say so."""
    points = [_CLIENTS_OF_EMPLOYMENT_AND_SOCIAL_SERVICES]
    if client.protection or client.right_of_residence is RightOfResidence.PERMIT:
        points.append(_REFUGEES_AND_PERMITS)
    if client.non_disclosure:
        points.append(_ADDRESS_UNDER_NON_DISCLOSURE)
    listed = Listed(tuple(str(point) for point in sorted(points)))
    return Words(FOOT.secret), Words(FOOT.secret_ground, {"points": listed})


def names(client: Client) -> tuple[str, ...]:
    """Return the client's name in Latin letters and in the own script."""
    given = (client.full_name, client.own_script_name)
    return tuple(dict.fromkeys(name.strip() for name in given if name.strip()))


def whose(client: Client, *, with_identity_code: bool = False) -> list[Said]:
    """Return when the client was born, the client number, and the identity code if wanted."""
    stated: list[Said] = [_born(client)]
    if with_identity_code and client.identity_code:
        stated.append(Plain(client.identity_code))
    if client.number:
        stated.append(Words(HEAD.client_number, {"number": Plain(client.number)}))
    return stated


def _born(client: Client) -> Words:
    born = Day(client.born, client.born_precision)
    if client.born_precision is Precision.YEAR:
        return Words(HEAD.born_in, {"year": born})
    return Words(HEAD.born_on, {"date": born})


def contact_lines(source: Source) -> list[Line]:
    """Return who the counsellor is and how to reach them, or the office where they have none."""
    officer, office = source.officer, source.office
    title = source.official_text(officer.title_fi, officer.title_sv)
    name = ", ".join(part for part in (officer.name, title) if part)
    phone, email = officer.phone or office.phone, officer.email or office.email
    lines = [Line(Plain(name), strong=True)]
    if phone:
        lines.append(Line(Words(RIGHTS.telephone, {"number": Plain(phone)})))
    if email:
        lines.append(Line(Words(RIGHTS.email, {"address": Plain(email)})))
    return lines

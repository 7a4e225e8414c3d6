"""The head of a form of a client: whose it is, in which language, with an interpreter or not."""

from kotoutus_desktop.i18n import _
from kotoutus_desktop.models.client import Client
from kotoutus_desktop.ui.components.chip import Chip
from kotoutus_desktop.ui.components.title_band import TitleBand
from kotoutus_desktop.ui.words import language_name


def show_client(band: TitleBand, client: Client) -> None:
    """Show the client above the title."""
    language = language_name(client.service_language or client.mother_tongue)
    chips = []
    if language:
        text = _("{language}, interpreter") if client.interpreter_needed else "{language}"
        chips.append(Chip(text.format(language=language), "accent", "message-language"))
    if client.non_disclosure:
        chips.append(Chip(_("Non-disclosure"), "danger", "lock"))
    band.set_person(client.full_name or client.own_script_name, client.own_script_name, *chips)

"""The tabs of the exchange."""

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.ui.tab_part import PartPlace

RECEIVE, SEND, CLASHES, LAPTOPS = "receive", "send", "clashes", "laptops"
NATIONAL, SUITCASE = "national", "suitcase"

ON_EXCHANGE = (
    PartPlace(RECEIVE, N_("Receive"), "receive_part:ReceivePart", "exchange"),
    PartPlace(SEND, N_("Send"), "send_part:SendPart", "exchange"),
    PartPlace(CLASHES, N_("To be decided"), "clashes_part:ClashesPart", "exchange"),
    PartPlace(SUITCASE, N_("Suitcase"), "suitcase_part:SuitcasePart", "exchange"),
    PartPlace(LAPTOPS, N_("Laptops"), "laptops_part:LaptopsPart", "exchange"),
    PartPlace(NATIONAL, N_("Koto-AJ and A-TMT"), "waiting_part:WaitingPart", "national"),
)

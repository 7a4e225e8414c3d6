"""Which tabs the page Services has, in their order."""

from kotoutus_desktop.i18n import N_
from kotoutus_desktop.ui.tab_part import PartPlace

ON_SERVICES = (
    PartPlace("catalogue", N_("Catalogue"), "catalogue_part:CataloguePart", "services"),
    PartPlace("paths", N_("Paths"), "paths_part:PathsPart", "services"),
    PartPlace("programme", N_("Programme"), "chart_part:ChartPart", "services"),
    PartPlace("documents", N_("Documents"), "documents_part:DocumentsPart", "services"),
)
"""The tabs of the page Services."""

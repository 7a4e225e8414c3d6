"""A programme document and a strategic document as plain content, for tests of their paper."""

from typing import Any


def content(kind: str = "programme", **changes: Any) -> dict[str, Any]:
    """Return a document with something in each part."""
    whole: dict[str, Any] = {
        "kind": kind,
        "office": {"fi": "Utajärven kunta", "sv": "Utajärvi kommun"},
        "titles": {"fi": "Kotoutumisohjelma", "sv": "Integrationsprogram"},
        "starts_on": "2026-01-01",
        "ends_on": "2029-12-31",
        "approved_by": "Kunnanhallitus",
        "approved_on": "2026-03-02",
        "heads": {
            "about": {"fi": "Ohjelma kokoaa palvelut.\nToinen kappale.", "sv": "Programmet."},
            "budget": {"fi": "Otetaan huomioon talousarviossa."},
        },
        "groups": {"home_care": {"fi": "Tavoitetaan neuvolassa.", "sv": "Nås på rådgivningen."}},
        "services": [
            {
                "names": {"fi": "Kotoutumiskoulutus", "sv": "Integrationsutbildning"},
                "sentences": {},
                "statutory": True,
                "points": ["training"],
                "organiser": "municipality",
                "organiser_name": "Esimerkkiopisto",
                "groups": [],
            },
            {
                "names": {"fi": "Äitien kielikerho"},
                "sentences": {},
                "statutory": False,
                "points": [],
                "organiser": "association",
                "organiser_name": "",
                "groups": ["home_care"],
            },
        ],
        "goals": [
            {
                "area": "good_relations",
                "goal": {"fi": "Kohtaamisia on enemmän.", "sv": "Fler möten."},
                "indicator": {"fi": "Tapahtumia vuodessa"},
                "measures": {"fi": "Kylätapahtuma kahdesti vuodessa"},
                "responsible": "kulttuuritoimi",
                "starts_on": "2026-01-01",
                "ends_on": "2027-12-31",
                "state": "late",
                "follow_ups": [{"on": "2026-11-02", "state": "late", "found": "Ei tilaa."}],
            }
        ],
        "partners": [{"name": "SPR", "kind": "association", "part": {"fi": "Kielikahvila"}}],
        "day": "2026-11-24",
    }
    return whole | changes

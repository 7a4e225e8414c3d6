"""A referral of a golden case, for the tests of its papers."""

from datetime import date
from typing import Any

from kotoutus_desktop.casefile import Case
from kotoutus_desktop.documents.source import Source
from kotoutus_desktop.models.referral import Referral
from kotoutus_desktop.phrases.wording import Wording
from kotoutus_desktop.rules.referrals import Ground, Receiver


def referral_of(case: Case, **fields: Any) -> Referral:
    usual: dict[str, Any] = {
        "client_id": case.client.id,
        "receiver": Receiver.SCHOOL,
        "receiver_name": "Oulun seudun ammattiopisto",
        "receiver_contact": "hakutoimisto, 08 555 0123",
        "what": Wording.of("P-001") if case.library.get("P-001") else Wording.free("Kurssi", "fi"),
        "reason": "Tarvitsee aamuryhmän.",
        "wanted_from": date(2027, 1, 11),
        "made_on": date(2026, 11, 24),
        "answer_by": date(2026, 12, 8),
        "ground": Ground.PRODUCER,
    }
    return Referral(**(usual | fields))


def source_of(case: Case, official: str = "fi") -> Source:
    return Source(case.office, case.officer, case.client, official, case.library)


def texts_of(sheet) -> str:
    """Return everything that a sheet says, as one text; values of fixed texts too."""
    return repr((sheet.title, sheet.names, sheet.facts, sheet.parts, sheet.statements))

"""A case as a file: JSON that names every field, checked before it is believed."""

from kotoutus_desktop.casefile.case import FORMAT, Case, case_digest
from kotoutus_desktop.casefile.faults import CaseRefused, Fault
from kotoutus_desktop.casefile.reader import read_case
from kotoutus_desktop.casefile.writer import case_text, write_case

__all__ = [
    "FORMAT",
    "Case",
    "CaseRefused",
    "Fault",
    "case_digest",
    "case_text",
    "read_case",
    "write_case",
]

"""render-plan: a case file becomes paper, without a database."""

from pathlib import Path
from typing import TypedDict, Unpack

from kotoutus_desktop.casefile import read_case
from kotoutus_desktop.documents.plan_sheet import plan_sheet
from kotoutus_desktop.documents.problems import PrintProblem, problems
from kotoutus_desktop.documents.saving import save_paper
from kotoutus_desktop.documents.sheet_pdf import sheet_pdf
from kotoutus_desktop.errors import DamagedFile, InvalidInput
from kotoutus_desktop.i18n import N_
from kotoutus_desktop.models.plan import PlanState


class Wanted(TypedDict):
    """Which paper: see `documents.sheet.Edition`. `official` None means the office's."""

    language: str
    official: str | None
    only: bool
    with_identity_code: bool


def render_plan(case_path: Path, output: Path, **wanted: Unpack[Wanted]) -> list[PrintProblem]:
    """Write the plan of a case file as PDF; returns what the paper warns of.

    Raises CaseRefused, DamagedFile, InvalidInput, NotPrintable or CannotWrite; the target is
    then as it was.
    """
    case = read_case(_read(case_path))
    if case.plan is None:
        raise InvalidInput("plan", N_("The case file holds no plan to print."))
    sheet = plan_sheet(
        case.office,
        case.officer,
        case.client,
        case.plan,
        official=wanted["official"] or case.office.official_language,
        other=wanted["language"],
        only_other=wanted["only"],
        draft=case.plan.state is PlanState.DRAFT,
        with_identity_code=wanted["with_identity_code"],
        library=case.library,
    )
    save_paper(output, sheet_pdf(sheet))
    return problems(sheet)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = N_("The case file {name} cannot be read. Check its name and folder.")
        raise DamagedFile(message, name=path.name) from error

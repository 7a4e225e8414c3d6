from kotoutus_desktop.casefile import faults
from kotoutus_desktop.casefile.faults import CaseRefused, Fault


def test_a_refusal_lists_ten_faults_and_counts_the_rest() -> None:
    found = [Fault(faults.TEXT, f"client.field{n}") for n in range(13)]

    shown = str(CaseRefused(found).faults)

    assert len(shown.splitlines()) == 11
    assert shown.endswith("and 3 more")


def test_a_fault_of_the_whole_file_says_so() -> None:
    assert Fault(faults.OBJECT).text().startswith("whole file: ")


def test_the_message_of_a_refusal_holds_no_value_of_the_case() -> None:
    refusal = CaseRefused([Fault(faults.NO_DATE, "client.born", {"found": "Amal"})])

    assert "Amal" not in str(refusal)
    assert "Amal" in refusal.message.format(**refusal.values)

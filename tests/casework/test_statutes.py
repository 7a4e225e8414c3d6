import os

import pytest

from kotoutus_desktop.casework.statutes import (
    LARGEST,
    MISSING,
    NOT_A_STATUTE,
    NOT_TEXT,
    TOO_LARGE,
    UNREADABLE,
    UnusableStatute,
    add_statute_file,
    faults,
    quoted,
    read_statute,
    remove_statute_file,
    statute_files,
)
from kotoutus_desktop.rules.section import REFERRAL, REVIEW

ACT = (
    "Laki kotoutumisen edistämisestä 681/2023\n22 §\nKotoutumissuunnitelman tarkistaminen\n"
    "Keksitty.\nToinen ja kolmas.\n"
)
AMENDING = (
    "Laki lain muuttamisesta 1100/2024\nmuutetaan lain (681/2023) 22 § ja\n22 §\n"
    "Kotoutumissuunnitelman tarkistaminen\nUudempi ja.\n"
)
SWEDISH = "Lag om främjande av integration 681/2023\n22 §\nNågot annat\nPåhittat och mer och mer.\n"


@pytest.fixture
def write(tmp_path):
    def write_it(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_it


def refused(path):
    with pytest.raises(UnusableStatute) as caught:
        read_statute(path)
    return caught.value.message


@pytest.mark.parametrize(
    "content", [ACT.encode("utf-8-sig"), ACT.encode("utf-16"), ACT.encode("cp1252")]
)
def test_letters_of_any_usual_encoding_are_read(write, content):
    assert read_statute(write("laki.txt", content)).sections["22"].heading.endswith("tarkistaminen")


def test_what_cannot_be_used_is_said_clearly(write, tmp_path):
    assert refused(tmp_path / "gone.txt") == MISSING
    assert refused(tmp_path) == UNREADABLE
    assert refused(write("laki.pdf", b"%PDF-1.7 ...")) == NOT_TEXT
    assert refused(write("laki.doc", b"\xd0\xcf\x11\xe0\0\0")) == NOT_TEXT
    assert refused(write("letter.txt", "Hyvä asiakas")) == NOT_A_STATUTE
    assert refused(write("empty.txt", "")) == NOT_A_STATUTE
    assert refused(write("large.txt", b" " * (LARGEST + 1))) == TOO_LARGE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read_is_said_to_be_so(write):
    path = write("laki.txt", ACT)
    path.chmod(0)

    assert refused(path) == UNREADABLE


def test_a_file_is_read_anew_when_it_has_changed(write):
    path = write("laki.txt", ACT)
    read_statute(path)

    write("laki.txt", ACT.replace("Keksitty", "Kokonaan muutettu"))

    assert read_statute(path).sections["22"].paragraphs[0] == "Kokonaan muutettu."


def test_paths_are_kept_with_the_office_each_once(database, office, write):
    path = write("laki.txt", ACT)
    for _time in range(2):
        with database.transaction() as session:
            assert add_statute_file(session, path).act == "681/2023"

    with database.reading() as session:
        assert statute_files(session) == [path]
    with database.transaction() as session:
        remove_statute_file(session, path)
    with database.reading() as session:
        assert statute_files(session) == []
    assert path.exists()


def test_a_file_that_cannot_be_used_is_not_kept(database, office, write):
    with pytest.raises(UnusableStatute), database.transaction() as session:
        add_statute_file(session, write("letter.txt", "Hyvä asiakas"))

    with database.reading() as session:
        assert statute_files(session) == []


def test_the_amending_act_comes_before_the_act(write):
    files = [write("act.txt", ACT), write("amending.txt", AMENDING)]

    assert [each.statute.act for each in quoted(files, REVIEW, "fi")] == ["1100/2024", "681/2023"]
    assert quoted(files, REFERRAL, "fi") == []


def test_an_older_text_is_left_out_where_an_amending_act_has_the_whole_section(write):
    whole = AMENDING + "Toinen momentti ja.\n"
    files = [write("act.txt", ACT), write("amending.txt", whole)]

    assert [each.statute.act for each in quoted(files, REVIEW, "fi")] == ["1100/2024"]


def test_the_language_of_the_interface_goes_first_and_the_other_serves_where_it_lacks(write):
    files = [write("fi.txt", ACT), write("sv.txt", SWEDISH)]

    assert [each.statute.language for each in quoted(files, REVIEW, "sv")] == ["sv"]
    assert [each.statute.language for each in quoted(files[:1], REVIEW, "sv")] == ["fi"]


def test_another_heading_than_that_of_the_edition_is_noticed(write):
    (right,) = quoted([write("fi.txt", ACT)], REVIEW, "fi")
    (other,) = quoted([write("sv.txt", SWEDISH)], REVIEW, "sv")

    assert right.fits is True
    assert other.fits is False
    assert (right.counts, other.counts) == (True, False)


def test_a_file_that_has_gone_is_told_of_and_hinders_nothing(write, tmp_path):
    files = [tmp_path / "gone.txt", write("act.txt", ACT)]

    assert len(quoted(files, REVIEW, "fi")) == 1
    ((path, error),) = faults(files)
    assert (path, error.message) == (files[0], MISSING)

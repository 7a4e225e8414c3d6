import logging
from pathlib import Path
from uuid import UUID

import pytest

from kotoutus_desktop.errors import CannotWrite
from kotoutus_desktop.log import describe, start_log, stop_log

log = logging.getLogger("kotoutus_desktop.test")


@pytest.fixture
def logged(tmp_path):
    """A function that gives what the log file says."""
    path = start_log(tmp_path)
    yield lambda: path.read_text(encoding="utf-8")
    stop_log()


def test_ids_and_numbers_are_logged(logged):
    log.info("plan %s printed on %d pages", UUID(int=7), 3)

    assert "plan 00000000-0000-0000-0000-000000000007 printed on 3 pages" in logged()


def test_a_name_given_by_mistake_is_left_out(logged):
    log.warning("opened %s", "Hodan Warsame")
    log.warning("opened %(who)s", {"who": "Hodan Warsame"})

    assert "Hodan" not in logged()
    assert "opened <str>" in logged()


def test_an_exception_is_logged_without_its_text(logged):
    try:
        try:
            int("Hodan Warsame")
        except ValueError as error:
            raise LookupError("Warsame") from error
    except LookupError:
        log.exception("unexpected")

    assert "Hodan" not in logged()
    assert "Warsame" not in logged()
    assert "ValueError" in logged()
    assert "LookupError" in logged()


def test_an_exception_that_another_handler_wrote_out_is_logged_without_its_text(logged, caplog):
    try:
        int("Hodan Warsame")
    except ValueError as error:
        record = log.makeRecord("kotoutus_desktop.test", 40, "x.py", 1, "failed", (), None)
        record.exc_info = (type(error), error, error.__traceback__)
        logging.Formatter().format(record)
        log.handle(record)

    assert "Hodan" not in logged()


def test_other_libraries_are_logged_by_place_only(logged):
    logging.getLogger("fonttools").warning("no glyph in 'Hodan Warsame'")

    assert "Hodan" not in logged()
    assert f"{Path(__file__).name}:" in logged()


def test_our_errors_are_logged_by_their_message_id():
    error = CannotWrite("The file {name} cannot be written.", name="Warsame.pdf")

    assert describe(error) == "CannotWrite: The file {name} cannot be written."


def test_a_report_tells_places_in_the_code_but_not_the_home_folder():
    try:
        int("Warsame")
    except ValueError as error:
        report = describe(error)

    assert "test_log.py" in report
    assert str(Path(__file__).parents[1]) not in report


def test_a_circle_of_causes_ends():
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first

    assert describe(first) == "ValueError\nKeyError"

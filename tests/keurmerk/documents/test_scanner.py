"""With a scanner set, nothing is taken in that it did not call clean."""

import pytest

from keurmerk.documents.enums import ScanState
from keurmerk.documents.errors import RefusedFileError, ScannerDownError
from keurmerk.documents.models import Document
from keurmerk.documents.service import examine
from tests.factories.documents import make_document
from tests.factories.file_contents import TEXT, pdf
from tests.factories.files import on_disk
from tests.keurmerk.documents.clamd import EICAR, Clamd

LATER = "kon niet op virussen worden gecontroleerd. Er is niets bewaard; probeer het later opnieuw."


@pytest.fixture
def scanner(settings):
    with Clamd() as running:
        settings.CLAMAV_SOCKET = running.address
        yield running


def test_a_clean_file_is_taken_and_says_so(scanner):
    data = TEXT * 5000  # more than one piece
    assert examine(data=data, filename="a.txt").scan == ScanState.CLEAN
    assert scanner.received == [data]


def test_a_socket_on_this_machine_does_as_well(settings, tmp_path):
    with Clamd(tmp_path / "clamd.sock") as running:
        settings.CLAMAV_SOCKET = running.address
        assert examine(data=TEXT, filename="a.txt").scan == ScanState.CLEAN


def test_an_infected_file_is_refused(scanner):
    with pytest.raises(RefusedFileError, match=r"‘a.txt’ bevat een virus \(Win.Test.EICAR_HDB-1\)"):
        examine(data=EICAR, filename="a.txt")


def test_without_a_scanner_the_document_says_it_was_not_scanned(settings):
    assert settings.CLAMAV_SOCKET == ""
    assert examine(data=TEXT, filename="a.txt").scan == ScanState.NOT_CONFIGURED


@pytest.mark.django_db
def test_what_we_made_ourselves_does_not_wait_for_a_scanner(settings, tmp_path):
    settings.CLAMAV_SOCKET = str(tmp_path / "nobody")
    letter = make_document(data=pdf(), filename="besluit.pdf", sealed=True)
    assert (letter.scan, letter.sealed) == (ScanState.MADE_HERE, True)


@pytest.mark.django_db
def test_with_the_scanner_down_nothing_is_stored(settings, tmp_path):
    settings.CLAMAV_SOCKET = str(tmp_path / "nobody")
    with pytest.raises(ScannerDownError) as refused:
        make_document(filename="bezwaar.txt")
    assert str(refused.value) == f"‘bezwaar.txt’ {LATER}"
    assert (Document.objects.count(), on_disk()) == (0, [])


@pytest.mark.parametrize("address", ["127.0.0.1:1", "host-zonder-poort", "127.0.0.1:geen-getal"])
def test_an_address_where_nobody_answers_is_a_scanner_that_is_down(settings, address):
    settings.CLAMAV_SOCKET = address
    with pytest.raises(ScannerDownError):
        examine(data=TEXT, filename="a.txt")


@pytest.mark.parametrize("answers", [b"stream: ERROR", b"UNKNOWN COMMAND", b"", b"FOUND", b"stream: ok"])
def test_only_a_clear_yes_is_a_yes(settings, answers):
    with Clamd(answers=answers or b"\0") as running:
        settings.CLAMAV_SOCKET = running.address
        with pytest.raises(ScannerDownError):
            examine(data=TEXT, filename="a.txt")


def test_a_scanner_that_stops_listening_halfway_is_heard(settings, caplog):
    with Clamd(most=100_000) as running:
        settings.CLAMAV_SOCKET = running.address
        with pytest.raises(ScannerDownError):
            examine(data=TEXT * 200_000, filename="a.txt")
    assert "no answer" in caplog.text


def test_a_scanner_that_stays_silent_is_waited_for_no_longer_than_set(settings):
    settings.CLAMAV_TIMEOUT = 0.2
    with Clamd(silent=True) as running:
        settings.CLAMAV_SOCKET = running.address
        with pytest.raises(ScannerDownError):
            examine(data=TEXT, filename="a.txt")

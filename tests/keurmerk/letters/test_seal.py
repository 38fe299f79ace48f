"""The seal: whole or found out. Keys of tests and the demo are made once, for their owner only."""

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from io import BytesIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pypdf import PdfReader, PdfWriter

from keurmerk import letters
from keurmerk.letters import authority
from tests.keurmerk.letters.examples import data_of

AT = datetime(2026, 1, 13, 11, 30, tzinfo=UTC)
KIND = "besluit_coulance"


@pytest.fixture(scope="module")
def pdf():
    return letters.to_pdf(letters.compose(KIND, data_of(KIND)))


@pytest.fixture(scope="module")
def sealed(pdf):
    return letters.seal(pdf, reason="Coulance", at=AT)


def test_a_sealed_letter_is_valid_and_names_signer_and_moment(sealed):
    check = letters.check_seal(sealed)
    assert (check.valid, check.intact, check.at) == (True, True, AT)
    assert check.signer == "Blik op Werk (proefzegel, fictief)"


def test_the_seal_of_a_test_authority_says_so(sealed):
    check = letters.check_seal(sealed)
    assert check.by_test_authority
    assert "testautoriteit" in check.explanation


def test_the_seal_is_pades_and_forbids_every_change(sealed):
    reader = PdfReader(BytesIO(sealed))
    field = reader.trailer["/Root"]["/AcroForm"]["/Fields"][0].get_object()
    signature = field["/V"]
    assert signature["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature["/Reason"] == "Coulance"
    assert signature["/Reference"][0].get_object()["/TransformParams"]["/P"] == 1


def test_a_sealed_letter_keeps_its_tags_and_hides_what_has_none(sealed):
    root = PdfReader(BytesIO(sealed)).trailer["/Root"]
    field = root["/AcroForm"]["/Fields"][0].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert "/StructTreeRoot" in root
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()  # written anew by the seal
    assert field["/F"] & 2  # hidden: PDF/UA asks a tag of every annotation that shows
    assert field["/TU"]


@pytest.mark.parametrize("place", [0.05, 0.3, 0.5, 0.7])
def test_a_changed_byte_is_found(sealed, pdf, place):
    changed = bytearray(sealed)
    changed[int(len(pdf) * place)] ^= 1
    check = letters.check_seal(bytes(changed))
    assert not check.valid
    assert not check.intact


def test_something_added_behind_the_seal_is_found(sealed):
    writer = PdfWriter(BytesIO(sealed), incremental=True)
    writer.add_metadata({"/Subject": "veranderd"})
    out = BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(sealed[:1000])
    assert not letters.check_seal(out.getvalue()).valid


def test_a_letter_without_a_seal_or_no_pdf_at_all_is_told_apart(pdf):
    assert letters.check_seal(pdf).explanation == "Dit bestand heeft geen zegel."
    assert letters.check_seal(b"geen pdf").explanation == "Dit bestand is geen leesbare pdf."
    assert letters.check_seal(b"").explanation == "Dit bestand is geen leesbare pdf."


def test_a_seal_of_another_authority_is_not_ours(pdf, settings, tmp_path):
    settings.LETTER_TEST_AUTHORITY = tmp_path / "ander.p12"
    strange = letters.seal(pdf, reason="Vals", at=AT)
    settings.LETTER_TEST_AUTHORITY = tmp_path / "eigen.p12"
    check = letters.check_seal(strange)
    assert (check.valid, check.intact, check.by_test_authority) == (False, True, False)
    assert "niet van ons" in check.explanation


def test_how_long_a_seal_is_is_tried_once_for_each_certificate(pdf, settings, tmp_path, monkeypatch):
    tried = []
    estimate = PdfSigningSession.estimate_signature_container_size

    async def counted(session, *given):
        tried.append(session)
        return await estimate(session, *given)

    monkeypatch.setattr(PdfSigningSession, "estimate_signature_container_size", counted)
    for name in ("een.p12", "ander.p12"):
        settings.LETTER_TEST_AUTHORITY = tmp_path / name
        sealed = [letters.seal(pdf, reason=reason, at=AT) for reason in ("Kort", "Een lange reden" * 20)]
        assert all(letters.check_seal(one).valid for one in sealed)
    assert len(tried) == 2


def test_sealing_works_where_an_event_loop_runs_already(pdf):
    async def inside():
        return letters.check_seal(letters.seal(pdf, reason="In een lus", at=AT))  # as under a browser test

    # In a thread of its own: in this one a browser test may have left its loop running.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(lambda: asyncio.run(inside())).result().valid


def test_the_test_authority_is_made_once_for_its_owner_only(settings, tmp_path):
    settings.LETTER_TEST_AUTHORITY = tmp_path / "geheim" / "zegel.p12"
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: fresh(settings), range(8)))
    assert len(set(made)) == 1
    assert settings.LETTER_TEST_AUTHORITY.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in settings.LETTER_TEST_AUTHORITY.parent.iterdir()] == ["zegel.p12"]


def fresh(settings):
    """As a process of its own would find it."""
    return authority._test_authority.__wrapped__(settings.LETTER_TEST_AUTHORITY).pkcs12


def test_the_root_of_the_test_authority_can_be_handed_out():
    assert (
        x509.load_pem_x509_certificate(letters.test_root())
        .subject.rfc4514_string()
        .startswith("CN=Testautoriteit")
    )


@pytest.fixture
def real_seal(settings, tmp_path):
    """As in production: a file with a password."""
    made = authority.new_test_bundle(datetime.now(UTC))
    key, certificate, others = pkcs12.load_key_and_certificates(made, None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    path = tmp_path / "seal.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"zegel", key, certificate, others, BestAvailableEncryption(b"woord")
        )
    )
    settings.LETTER_SEAL = {"file": str(path), "password": "woord", "roots": None}


def test_with_a_certificate_of_its_own_the_scheme_seals_for_real(real_seal, pdf):
    letter = letters.compose(KIND, data_of(KIND))
    check = letters.check_seal(letters.seal(letters.to_pdf(letter), reason="Coulance", at=AT))
    assert (check.valid, check.by_test_authority) == (True, False)
    assert letter.notice == ""
    assert "testautoriteit" not in letters.to_text(letter)
    assert letters.test_root() is None


def test_a_wrong_password_is_no_silent_test_seal(real_seal, settings, pdf):
    settings.LETTER_SEAL = settings.LETTER_SEAL | {"password": "fout"}
    with pytest.raises(ValueError, match=r"(?i)password|pkcs"):
        letters.seal(pdf, reason="Coulance", at=AT)


def test_who_only_composes_does_not_wait_for_the_sealing_library():
    code = "import sys, keurmerk.letters; sys.exit('pyhanko' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

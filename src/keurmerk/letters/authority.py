"""Whose seal it is: the certificate the settings name, or a test authority made here."""

import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

TEST_NAME = "Testautoriteit Keurmerk (fictief)"
TEST_YEARS = 20


@dataclass(frozen=True, slots=True)
class Authority:
    """`roots` are the certificates (PEM) a seal must lead back to, former ones included."""

    pkcs12: bytes
    password: bytes | None
    roots: tuple[bytes, ...]
    is_test: bool


def sealed_by_test_authority() -> bool:
    return settings.LETTER_SEAL is None


def authority() -> Authority:
    if settings.LETTER_SEAL is None:
        return _test_authority(Path(settings.LETTER_TEST_AUTHORITY))
    return _given_authority(
        settings.LETTER_SEAL["file"], settings.LETTER_SEAL["password"], settings.LETTER_SEAL["roots"]
    )


def test_root() -> bytes | None:
    """The test authority's certificate (PEM), to load into a reader of PDFs; None with a real seal."""
    return authority().roots[0] if sealed_by_test_authority() else None


@cache
def _given_authority(file: str, password: str, roots: str | None) -> Authority:
    bundle, secret = Path(file).read_bytes(), password.encode()
    _, certificate, others = pkcs12.load_key_and_certificates(bundle, secret)
    if certificate is None:
        raise ValueError("the seal's PKCS#12 file holds no certificate of its key")
    known = x509.load_pem_x509_certificates(Path(roots).read_bytes()) if roots else []
    trusted = [*known, *(others or [certificate])]
    return Authority(bundle, secret, tuple(one.public_bytes(Encoding.PEM) for one in trusted), is_test=False)


@cache
def _test_authority(path: Path) -> Authority:
    """Made on first use, in one file: of several processes starting at once, one wins and none reads half."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent)  # only its owner may read it
        with os.fdopen(handle, "wb") as out:
            out.write(new_test_bundle(datetime.now(UTC)))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # another process made it a moment ago; its keys hold for all
        finally:
            Path(draft).unlink()
    bundle = path.read_bytes()
    _, _, others = pkcs12.load_key_and_certificates(bundle, None)
    return Authority(bundle, None, tuple(one.public_bytes(Encoding.PEM) for one in others), is_test=True)


def new_test_bundle(now: datetime) -> bytes:
    """The authority's own key is thrown away: it signs one certificate and nothing after."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = _name(TEST_NAME)
    root = (
        _certificate(root_name, root_name, root_key, now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    sealing = (
        _certificate(_name("Blik op Werk (proefzegel, fictief)"), root_name, key, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False
        )
        .sign(root_key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(b"zegel", key, sealing, [root], NoEncryption())


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Proefomgeving Keurmerk (fictief)"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime
) -> x509.CertificateBuilder:
    """Valid from well before now: the demo's letters bear dates of years ago."""
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=365 * TEST_YEARS))
        .not_valid_after(now + timedelta(days=365 * TEST_YEARS))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=not signs_certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )

"""The scheme's seal, from the environment: whole and readable, or production does not start."""

import os
from pathlib import Path
from typing import TypedDict

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from django.core.exceptions import ImproperlyConfigured

from config.environment import required


class Seal(TypedDict):
    """`roots` is a PEM file; without it a seal must lead back to what the PKCS#12 file holds."""

    file: str
    password: str
    roots: str | None


def required_seal() -> Seal:
    seal = Seal(
        file=required("KEURMERK_SEAL_FILE"),
        password=required("KEURMERK_SEAL_PASSWORD"),
        roots=os.environ.get("KEURMERK_SEAL_ROOTS", "").strip() or None,
    )
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(
            Path(seal["file"]).read_bytes(), seal["password"].encode()
        )
        if seal["roots"]:
            x509.load_pem_x509_certificates(Path(seal["roots"]).read_bytes())
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"the seal of letters cannot be opened: {error}") from error
    if key is None or certificate is None:
        raise ImproperlyConfigured("KEURMERK_SEAL_FILE must hold a key and its certificate")
    return seal

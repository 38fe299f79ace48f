"""The seal on a letter: PAdES, baseline B-B. Any later change of the file shows."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from keurmerk.letters.authority import Authority, authority
from keurmerk.letters.seal_check import SealCheck

UNREADABLE = (PdfError, ValueError, KeyError, TypeError, IndexError)
FIELD = "Zegel"
SPEC = SigFieldSpec(
    FIELD,
    readable_field_name="Zegel van de afzender",
    # PDF/UA: what is in no tag must be hidden.
    invis_sig_settings=InvisSigSettings(set_print_flag=False, set_hidden_flag=True),
)


_room: dict[Authority, int] = {}
"""The bytes that a seal of this authority takes; of one certificate all seals are about as long."""


def seal(pdf: bytes, *, reason: str, at: datetime) -> bytes:
    """Add the seal as the last word on this file; the tags of PDF/UA stay as they are."""
    ours = authority()
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    signer = _signer(ours)
    session = PdfSigner(metadata, signer, new_field_spec=SPEC).init_signing_session(writer)
    session.system_time = at
    return _at_once(_sealed(session, ours))


@cache
def _signer(ours: Authority) -> SimpleSigner:
    signer: SimpleSigner = SimpleSigner.load_pkcs12_data(ours.pkcs12, [], ours.password)
    return signer


async def _sealed(session: Any, ours: Authority) -> bytes:
    if ours not in _room:
        # by sealing nothing first, with half as much again to spare
        _room[ours] = await session.estimate_signature_container_size(None)
    document = session.prepare_tbs_document(validation_info=None, bytes_reserved=_room[ours])
    digest, output = document.digest_tbs_document()
    done = await document.perform_signature(
        digest.document_digest, PdfCMSSignedAttributes(signing_time=session.system_time)
    )
    await done.post_signature_processing(output)
    sealed: bytes = output.getvalue()
    return sealed


def check_seal(pdf: bytes) -> SealCheck:
    """Whether this file is as it was sealed, and by whom; trust is judged on the moment the seal states."""
    try:
        found = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
    except UNREADABLE:
        return _refused("Dit bestand is geen leesbare pdf.")
    if len(found) != 1:
        return _refused("Dit bestand heeft meer dan één zegel." if found else "Dit bestand heeft geen zegel.")
    try:
        return _judged(found[0], authority())
    except (SignatureValidationError, *UNREADABLE):
        return _refused("Het zegel is beschadigd.")


def _judged(found: EmbeddedPdfSignature, ours: Authority) -> SealCheck:
    at = found.self_reported_timestamp
    roots = list(load_certs_from_pemder_data(b"".join(ours.roots)))
    context = ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)
    status = _at_once(async_validate_pdf_signature(found, context, skip_diff=True))
    # Whatever is added behind the sealed part is a change too, even what PDF would allow.
    intact = status.intact and status.valid and status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    if not intact:
        explanation = "Het bestand is na het verzegelen veranderd."
    elif not status.trusted:
        explanation = "Het bestand is niet veranderd, maar het zegel is niet van ons."
    elif ours.is_test:
        explanation = "Het bestand is niet veranderd. Het zegel is van een testautoriteit en bewijst niets."
    else:
        explanation = "Het bestand is niet veranderd en het zegel is echt."
    return SealCheck(
        valid=intact and status.trusted,
        intact=intact,
        signer=status.signing_cert.subject.native.get("common_name", ""),
        at=at,
        by_test_authority=ours.is_test and status.trusted,
        explanation=explanation,
    )


def _refused(explanation: str) -> SealCheck:
    return SealCheck(
        valid=False, intact=False, signer="", at=None, by_test_authority=False, explanation=explanation
    )


def _at_once[T](work: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: in this one an event loop may be running already."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()

"""A sealed three-page letter, from data to bytes, against a bare typst run plus a bare seal."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

import typst
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pypdf import PdfReader
from tests.keurmerk.letters.examples import data_of, kind_of

from benchmarks.measure import CPU, Ratio, in_turn
from keurmerk import letters
from keurmerk.letters import pdf
from keurmerk.letters.authority import authority

NAME = "besluit_schorsing_onderzoek"
PAGES = 3
AT = datetime(2026, 1, 13, 12, tzinfo=UTC)
ROUNDS = 15


def run() -> Iterator[Ratio]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    data, bare = data_of(NAME), _bare_text()
    for made in (letters.to_pdf(letters.compose(kind_of(NAME), data)), _bare_run(bare)):
        pages = len(PdfReader(BytesIO(made)).pages)
        if pages < PAGES:
            raise RuntimeError(f"{pages} pages: the letter of this benchmark has at least {PAGES}")
    seconds, floor, ratio = in_turn(
        lambda: _sealed_letter(data), lambda: _bare_seal(_bare_run(bare)), rounds=ROUNDS, clock=CPU
    )
    yield Ratio(
        "a sealed three-page letter",
        ratio,
        3,
        seconds,
        floor,
        "a bare typst run over the same words plus a bare seal",
    )


def _sealed_letter(data: dict[str, object]) -> bytes:
    letter = letters.compose(kind_of(NAME), data)
    return letters.seal(letters.to_pdf(letter), reason=letter.title, at=AT)


def _bare_text() -> bytes:
    """The words of the letter as plain typst, without a table, a tag or a head."""
    words = letters.to_text(letters.compose(kind_of(NAME), data_of(NAME)))
    paragraphs = (f"#par({_quoted(part)})" for part in words.split("\n\n"))
    return "\n".join(["#set page(margin: 2.6cm)", *paragraphs]).encode()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _bare_run(text: bytes) -> bytes:
    return typst.compile(text, font_paths=pdf._fonts())  # noqa: SLF001  the same fonts, loaded once


def _bare_seal(made: bytes) -> bytes:
    ours = authority()
    sealed: BytesIO = signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(made)),
        signers.PdfSignatureMetadata(field_name="Bare"),
        signer=signers.SimpleSigner.load_pkcs12_data(ours.pkcs12, [], ours.password),
    )
    return sealed.getvalue()


if __name__ == "__main__":
    for result in run():
        sys.stdout.write(result.line() + "\n")

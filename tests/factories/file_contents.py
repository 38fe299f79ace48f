"""Small real files of every kind that may be a document, and what can be hidden in them."""

import struct
import zlib
from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pypdf
import xlsxwriter

TYPES = "application/vnd.openxmlformats-officedocument."
WORD = f"{TYPES}wordprocessingml.document.main+xml"
TEXT = b"Geachte heer, mevrouw,\n\nHierbij mijn zienswijze.\n"


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(extra: Mapping[str, bytes | str] | None = None, main_type: str = WORD) -> bytes:
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": "<Relationships/>",
        "word/document.xml": "<w:document><w:body><w:p>Plan van aanpak</w:p></w:body></w:document>",
    }
    return zipped(parts | dict(extra or {}))


def odt(extra: Mapping[str, bytes | str] | None = None) -> bytes:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "<office:document-content/>",
        "META-INF/manifest.xml": "<manifest:manifest/>",
    }
    return zipped(parts | dict(extra or {}))


def xlsx() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, "telling")
    return out.getvalue()


def pdf(writer: pypdf.PdfWriter | None = None) -> bytes:
    writer = writer or blank_pdf()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def blank_pdf() -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    return writer


def pdf_with_packed(
    objects: bytes, dictionary: bytes = b"/Filter /FlateDecode", *, pack: bool = True
) -> bytes:
    """Objects in a packed stream, where no search of the plain text finds them."""
    body = zlib.compress(b"12 0 " + objects) if pack else objects
    head = b"%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 1 /First 5 " + dictionary
    return head + b" >>\nstream\n" + body + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


def png(after: bytes = b"", width: int = 2, height: int = 2, text: bytes = b"") -> bytes:
    rows = zlib.compress((b"\0" + b"\xff\0\0" * 2) * 2)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    note = _chunk(b"tEXt", text) if text else b""
    chunks = _chunk(b"IHDR", header) + note + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks + after


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def jpeg(after: bytes = b"", width: int = 16, height: int = 16) -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    segments = _segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0") + _segment(0xC0, frame)
    scan = _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34\x56"
    return b"\xff\xd8" + segments + scan + b"\xff\xd9" + after


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def email(*attachments: tuple[str, bytes], html: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "school@voorbeeld.example", "keurmerk@voorbeeld.example"
    message["Subject"] = "Bezwaar"
    message.set_content("Hierbij ons bezwaar.")
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + b"\0" * 200
ALLOWED = {
    "besluit.pdf": pdf(),
    "plan.docx": docx(),
    "plan.odt": odt(),
    "telling.xlsx": xlsx(),
    "foto.png": png(),
    "foto.jpg": jpeg(),
    "foto.jpeg": jpeg(b"SEFT from a telephone"),
    "zienswijze.txt": TEXT,
    "oud.txt": "één zienswijze".encode("cp1252"),
    "bezwaar.eml": email(("plan.docx", docx()), html="<html><body>Hierbij</body></html>"),
}

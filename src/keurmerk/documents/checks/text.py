"""Text that is only text, and mail whose attachments could each be a document."""

from collections.abc import Callable
from email.message import Message
from email.parser import BytesParser

from keurmerk.documents.checks import names, polyglots
from keurmerk.documents.checks.refusal import RefusalError
from keurmerk.documents.checks.sniffing import in_words, media_type_of

MOST_PARTS = 200
ATTACHED = "heeft een bijlage die niet mag: ‘{name}’ {reason}"
NOT_ALLOWED = "is {what}. Haal deze bijlage eruit, of sla de e-mail zonder bijlagen op als PDF."
RUNS = "een bestand dat iets kan starten"
TOO_MANY = "heeft te veel onderdelen. Sla de e-mail op als PDF en kies dat bestand."
NO_MAIL = "is geen e-mail met afzender. Sla de e-mail opnieuw op als .eml, of als PDF."
HARMLESS = (b"GIF8", b"RIFF", b"\x89PNG", b"\xff\xd8\xff")


def check_text(data: bytes) -> None:
    polyglots.refuse_pdf_inside(data)
    polyglots.refuse_zip_inside(data)
    polyglots.refuse_markup_inside(data)


def check_email(data: bytes, check_contents: Callable[[bytes], None]) -> None:
    """`check_contents` judges an attachment as the document it could be by itself."""
    polyglots.refuse_pdf_inside(data)
    try:
        message = BytesParser().parsebytes(data)
    except RecursionError as error:
        raise RefusalError(TOO_MANY) from error
    if not message["From"]:
        raise RefusalError(NO_MAIL)
    for count, part in enumerate(message.walk(), start=1):
        if count > MOST_PARTS:
            raise RefusalError(TOO_MANY)
        if not part.is_multipart():
            _check_part(part, check_contents)


def _check_part(part: Message, check_contents: Callable[[bytes], None]) -> None:
    """The text of the mail itself may be HTML: a mail program shows it, as it showed the mail."""
    name = part.get_filename()
    payload = part.get_payload(decode=True)
    contents = payload if isinstance(payload, bytes) else b""
    if not contents or (name is None and part.get_content_maintype() == "text"):
        return
    if contents.startswith(HARMLESS):
        return
    shown = names.cleaned(name or "zonder naam")
    runs = names.HIDES_ANOTHER.search(shown)
    if runs or media_type_of(contents) is None:
        reason = NOT_ALLOWED.format(what=in_words(contents) if not runs else RUNS)
        raise RefusalError(ATTACHED.format(name=shown, reason=reason))
    try:
        names.with_one_extension(shown)
        check_contents(contents)
    except RefusalError as error:
        raise RefusalError(ATTACHED.format(name=shown, reason=error)) from error

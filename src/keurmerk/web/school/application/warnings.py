"""What may be wrong with an attachment that was taken in: said at once, with the remedy."""

from keurmerk.applications.models import Attachment
from keurmerk.documents.enums import MediaType

MANY_PAGES = 200
NO_TEXT = (
    "Dit is een scan zonder leesbare tekst. Het mag, maar het kost ons meer tijd. Liever een PDF die u "
    "vanuit uw tekstverwerker opslaat, of een scan met tekstherkenning (OCR)."
)
LONG = "Dit document heeft {pages} pagina’s. Wijs bij elk onderdeel precies aan op welke pagina het staat."
UNCOUNTED = (
    "Wij kunnen de pagina’s hiervan niet tellen. Een PDF heeft vaste pagina’s: daarin kunt u aanwijzen "
    "waar iets staat."
)


def warnings(attachment: Attachment) -> list[str]:
    found = []
    if attachment.has_text is False and attachment.document.media_type == MediaType.PDF:
        found.append(NO_TEXT)
    if attachment.pages is None:
        found.append(UNCOUNTED)
    elif attachment.pages > MANY_PAGES:
        found.append(LONG.format(pages=attachment.pages))
    return found

"""Mails as others would send them."""

from email.message import EmailMessage

PDF = b"%PDF-1.7\n" + bytes(range(256))


def mail(
    subject: str = "Besluit over Café ’t Huis",
    body: str = "Beste José,\n\nKijk op http://localhost:8000/.\n",
) -> EmailMessage:
    """With one attachment, PDF."""
    made = EmailMessage()
    made["Subject"], made["To"], made["From"] = subject, "a@school.example", "keurmerk@localhost"
    made.set_content(body)
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="besluit é.pdf")
    return made

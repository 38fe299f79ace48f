from keurmerk.documents.models.document import Document, DocumentQuerySet

__all__ = ["Document", "DocumentQuerySet"]

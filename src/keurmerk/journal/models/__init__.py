from keurmerk.journal.models.entry import Entry

__all__ = ["Entry"]

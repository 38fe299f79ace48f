"""Agreements, the form, its attachments, handing in."""

"""Lawful exceptions and dispensations: from which norm a school may deviate, since when and until when."""

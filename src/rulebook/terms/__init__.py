"""Dates that follow from the handbook and the law. Pure: today is always an argument."""

from rulebook.terms.answering import Answer, answer
from rulebook.terms.computing import compute
from rulebook.terms.term import Fault, Kind, Step, Term, TermError

__all__ = ["Answer", "Fault", "Kind", "Step", "Term", "TermError", "answer", "compute"]

"""Every write of dispensations. What is refused is told by NotPossibleError, in words for who asked."""

from keurmerk.dispensations.service.asking import Asked, ask
from keurmerk.dispensations.service.completing import ask_more, complete, withdraw
from keurmerk.dispensations.service.deciding import decide, end, establish
from keurmerk.dispensations.service.judging import Advised, NormAdvice, advise, give_back, judge

__all__ = [
    "Advised",
    "Asked",
    "NormAdvice",
    "advise",
    "ask",
    "ask_more",
    "complete",
    "decide",
    "end",
    "establish",
    "give_back",
    "judge",
    "withdraw",
]

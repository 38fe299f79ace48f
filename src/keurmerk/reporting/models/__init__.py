from keurmerk.reporting.models.report import Question, Report, ReportFile
from keurmerk.reporting.models.statement import Statement
from keurmerk.reporting.models.vog import Manager, Vog

__all__ = ["Manager", "Question", "Report", "ReportFile", "Statement", "Vog"]

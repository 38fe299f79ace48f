from keurmerk.web.staff.forms.scheme import AuditorForm, PassRateForm, PersonForm, SchoolForm, SurveyForm

__all__ = ["AuditorForm", "PassRateForm", "PersonForm", "SchoolForm", "SurveyForm"]

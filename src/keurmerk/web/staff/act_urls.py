"""The staff's screens for legal acts: decisions, intentions, facts, steps, plans, objections, courts."""

from django.urls import path

from keurmerk.web.staff.views import (
    changes,
    courts,
    decisions,
    facts,
    intentions,
    objections,
    plans,
    signing,
)

CASE = "zaken/<uuid:case>/"
DECISION = "besluiten/<uuid:decision>/"
INTENTION = "voornemens/<uuid:intention>/"
PLAN = "plannen/<uuid:plan>/"
OBJECTION = "bezwaren/<uuid:objection>/"

urlpatterns = [
    path(f"{CASE}besluit/<str:event>/", decisions.new, name="decision-new"),
    path(f"{CASE}voornemen/<str:event>/", intentions.new, name="intention-new"),
    path(f"{CASE}feiten/", facts.new, name="fact-new"),
    path(f"{CASE}stap/<str:event>/", changes.new, name="change"),
    path(f"{CASE}plan/", plans.new, name="plan-new"),
    path(DECISION, decisions.detail, name="decision"),
    path(f"{DECISION}concept/", decisions.preview, name="decision-preview"),
    path(f"{DECISION}concept.pdf", decisions.preview_pdf, name="decision-pdf"),
    path(f"{DECISION}voorleggen/", signing.submit, name="decision-submit"),
    path(f"{DECISION}ondertekenen/", signing.sign, name="decision-sign"),
    path(f"{DECISION}teruggeven/", signing.give_back, name="decision-return"),
    path(f"{DECISION}vervallen/", signing.cancel, name="decision-cancel"),
    path(f"{DECISION}bezwaar/", objections.new, name="objection-new"),
    path(INTENTION, intentions.detail, name="intention"),
    path(f"{INTENTION}<str:intention_act>/", intentions.act, name="intention-act"),
    path(PLAN, plans.detail, name="plan"),
    path(f"{PLAN}<str:plan_act>/", plans.act, name="plan-act"),
    path(OBJECTION, objections.detail, name="objection"),
    path(f"{OBJECTION}rechter/", courts.new, name="court-new"),
    path(f"{OBJECTION}rechter/<uuid:court>/", courts.detail, name="court"),
    path(f"{OBJECTION}<str:objection_act>/", objections.act, name="objection-act"),
]

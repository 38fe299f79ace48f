"""The yes-or-no facts on which a transition can depend, each as a sentence.

DERIVED facts follow from the record of the certificate (`record.py`); the others are computed from an
assessment or established by staff, with a source. A fact that nobody established is not known, and then a
transition that needs it is not possible yet.
"""

from enum import StrEnum


class Fact(StrEnum):
    # agreement and application
    AGREEMENT_SIGNED = "overeenkomst_getekend"
    DECLARED_TRUE = "juistheid_verklaard"
    INFORMATION_COMPLETE = "aanvraag_volledig"
    DECLARED_COMPLETE = "volledigheid_vastgesteld"
    COMPLETION_ASKED = "aanvulling_gevraagd"
    COMPLETION_MISSED = "aanvulling_uitgebleven"
    DECISION_TERM_EXTENDED = "beslistermijn_verlengd"
    REQUIREMENTS_MET = "eisen_voldaan"
    INVOICES_PAID = "facturen_voldaan"
    HELD_BEFORE = "eerder_houder"
    RELATED_HELD_BEFORE = "verbonden_persoon_eerder_houder"
    NEW_FACTS = "nieuwe_feiten"
    ENDED_ON_MATERIAL_NORM = "geeindigd_op_materiele_norm"
    WITHDRAWAL_OVER = "intrekkingsduur_voorbij"
    # the fixed term and its judgement
    TERM_OVER = "looptijd_voorbij"
    EXTENDED_BEFORE = "eerder_verlengd"
    AUDIT_IN_TIME = "resultatenaudit_op_tijd"
    SURVEY_IN_TIME = "tevredenheidsonderzoek_op_tijd"
    JUDGEABLE = "meetperiode_te_beoordelen"
    ENOUGH_TRACKS = "voldoende_trajecten"
    NORMS_MET = "alle_normen_voldaan"
    MAIN_NORM_1_MET = "hoofdnorm_1_voldaan"
    SURVEY_NORMS_MET = "tevredenheid_voldaan"
    VISITS_POSITIVE = "bezoeken_positief"
    EXTENSION_OWED = "verlenging_hoort_te_volgen"
    HOLDS_INDEFINITELY = "houder_onbepaalde_tijd"
    # norms that were not met
    NORM_FAILED = "norm_niet_voldaan"
    MATERIAL_NORM_FAILED = "materiele_norm_niet_voldaan"
    ONLY_PASS_RATES_FAILED = "alleen_slagingspercentage_niet_voldaan"  # noqa: S105
    SATISFACTION_FAILED = "tevredenheidscijfer_niet_voldaan"
    B1_PASS_RATE_FAILED = "slagingspercentage_b1_niet_voldaan"  # noqa: S105
    FAILED_AGAIN = "zelfde_norm_opnieuw_niet_voldaan"
    CLASSROOM_FAILED = "toezicht_in_de_klas_onvoldoende"
    REINSPECTION_FAILED = "herinspectie_onvoldoende"
    # warning, suspension, improvement plan
    WARNING_OVER = "hersteltermijn_voorbij"
    RECOVERED = "hersteld"
    SUSPENDED_BEFORE = "geschorst_geweest"
    SUSPENSION_OVER = "schorsing_voorbij"
    INQUIRY_DONE = "onderzoek_afgerond"
    CAUSE_GONE = "reden_weggenomen"
    PLAN_JUDGED = "plan_beoordeeld_of_te_laat"
    PLAN_APPROVED = "plan_goedgekeurd"
    PLAN_REFUSED = "plan_afgekeurd"
    PLAN_MISSED = "plan_niet_op_tijd"
    PLAN_FAILED = "plan_niet_uitgevoerd"
    LIFT_AFTER_PLAN = "opheffen_pas_na_uitvoering"
    PLAN_CARRIED_OUT = "plan_uitgevoerd"
    # compensation, leniency, exemption
    SEVERAL_PROFILES = "meerdere_leerprofielen"
    ONE_PROFILE_BELOW = "precies_een_leerprofiel_onder_norm"
    COMPENSATED_LAST_PERIOD = "vorige_meetperiode_gecompenseerd"
    LENIENT_IN_FOUR_YEARS = "coulance_in_vier_jaar"
    LENIENT_LAST_PERIOD = "vorige_meetperiode_coulance"
    TOO_FEW_AGAIN = "opnieuw_te_weinig_trajecten"
    ALREADY_FORGIVEN = "al_gecompenseerd_of_coulance"
    CYCLE_YEAR_FOUR = "cyclusjaar_vier"
    THREE_CLEAN_YEARS = "drie_jaar_alles_voldaan"
    EXEMPTION_LOST = "vrijstelling_vervallen"
    SURVEY_DATA_IN_TIME = "deelnemers_op_tijd_aangeleverd"
    RESULTS_IN_TIME = "resultaatgegevens_op_tijd"
    TURNOVER_IN_TIME = "omzetverklaring_op_tijd"
    # requests
    AUDITS_POSITIVE = "alle_audits_positief"
    TOO_FEW_LIKELY = "onvoldoende_trajecten_aannemelijk"
    ENOUGH_LIKELY_NEXT = "volgende_periode_voldoende_aannemelijk"
    PERIOD_CHANGED_BEFORE = "meetperiode_eerder_gewijzigd"
    BUSINESS_REASON = "bedrijfsvoering_vraagt_wijziging"
    LAST_AUDIT_POSITIVE = "vorige_resultatenaudit_positief"
    SUSPENDED_IN_THREE_YEARS = "geschorst_in_drie_cyclusjaren"
    REQUEST_REASONED = "verzoek_gemotiveerd"
    REQUEST_SIGNED = "verzoek_ondertekend"
    NEW_OWNER_BARRED = "nieuwe_ubo_uitgesloten"
    # court and objection
    DECISION_ANNULLED = "besluit_herroepen_of_vernietigd"
    EFFECT_STAYED = "werking_geschorst_door_rechter"
    STAY_ENDED = "voorziening_geeindigd"
    # the improvement plan itself
    PLAN_TERM_OVER = "plantermijn_voorbij"
    PLAN_COMPLETE = "plan_noemt_oorzaak_en_maatregelen"
    BODY_REQUESTED = "school_vraagt_certificerende_instelling"
    # the objection itself
    DECISION_OBJECTIONABLE = "besluit_vatbaar_voor_bezwaar"
    OBJECTION_IN_TIME = "bezwaar_op_tijd"
    LATENESS_EXCUSED = "te_laat_verschoonbaar"
    DEMANDS_MET = "bezwaar_voldoet_aan_eisen"
    INTERESTED_PARTY = "belanghebbende"
    REPAIR_ASKED = "herstel_al_gevraagd"
    REPAIR_TERM_OVER = "hersteltermijn_bezwaar_voorbij"
    COMMITTEE_REPORTED = "commissie_gemeld"
    HEARING_WAIVED = "afgezien_van_horen"
    OBJECTION_POSTPONED = "beslissing_op_bezwaar_verdaagd"
    OBJECTION_TERM_OVER = "beslistermijn_bezwaar_voorbij"
    OTHER_SIGNER = "andere_ondertekenaar"

    @property
    def statement(self) -> str:
        """The fact as a Dutch sentence."""
        return STATEMENTS[self]


STATEMENTS = {
    Fact.AGREEMENT_SIGNED: "De overeenkomst en de verwerkersovereenkomst zijn door beide partijen getekend.",
    Fact.DECLARED_TRUE: "De school heeft verklaard dat alle informatie juist en volledig is.",
    Fact.INFORMATION_COMPLETE: "De aanvraag is volledig.",
    Fact.DECLARED_COMPLETE: "Blik op Werk heeft vastgesteld dat de aanvraag volledig is.",
    Fact.COMPLETION_ASKED: "De school heeft eenmaal de gelegenheid gekregen om de aanvraag aan te vullen.",
    Fact.COMPLETION_MISSED: "De aanvraag is niet volledig of niet op tijd aangevuld.",
    Fact.DECISION_TERM_EXTENDED: "De beslistermijn is al eenmaal verlengd.",
    Fact.REQUIREMENTS_MET: "De school voldoet aan de eisen voor het Keurmerk voor bepaalde tijd (§ 2.2).",
    Fact.INVOICES_PAID: "De school heeft alle facturen van Blik op Werk voldaan.",
    Fact.HELD_BEFORE: "De school of een Verbonden Persoon was al houder, of is eerder afgewezen.",
    Fact.RELATED_HELD_BEFORE: "Een Verbonden Persoon was al houder, of is eerder afgewezen.",
    Fact.NEW_FACTS: "De school heeft nieuwe feiten of veranderde omstandigheden gemeld.",
    Fact.ENDED_ON_MATERIAL_NORM: "Een eerder Keurmerk is geschorst of ingetrokken om een Materiële Norm.",
    Fact.WITHDRAWAL_OVER: "De duur waarvoor het Keurmerk is ingetrokken, is voorbij.",
    Fact.TERM_OVER: "De looptijd van het Keurmerk voor bepaalde tijd is voorbij.",
    Fact.EXTENDED_BEFORE: "Het Keurmerk voor bepaalde tijd is al eenmaal verlengd.",
    Fact.AUDIT_IN_TIME: "De resultatenaudit is op tijd uitgevoerd.",
    Fact.SURVEY_IN_TIME: "Het Tevredenheidsonderzoek is op tijd uitgevoerd.",
    Fact.JUDGEABLE: "De resultatenaudit en het Tevredenheidsonderzoek zijn allebei op tijd uitgevoerd.",
    Fact.ENOUGH_TRACKS: "Er zijn ten minste vijf afgeronde Trajecten van ten minste vijf Cursisten.",
    Fact.NORMS_MET: "De school voldoet aan alle Normen.",
    Fact.MAIN_NORM_1_MET: "De school voldoet volgens de Auditrapportage aan Hoofdnorm 1.",
    Fact.SURVEY_NORMS_MET: "De school voldoet aan de Normen van het Tevredenheidsonderzoek.",
    Fact.VISITS_POSITIVE: "Het schoolbezoek en Toezicht in de Klas hadden een positief resultaat.",
    Fact.EXTENSION_OWED: "Er zijn te weinig Trajecten, de rest is voldaan en er is nog niet verlengd.",
    Fact.HOLDS_INDEFINITELY: "De school houdt het Keurmerk voor onbepaalde tijd.",
    Fact.NORM_FAILED: "De school voldoet niet aan ten minste één Norm.",
    Fact.MATERIAL_NORM_FAILED: "Een Materiële Norm waarbij geen plan van aanpak voorgaat, is niet gehaald.",
    Fact.ONLY_PASS_RATES_FAILED: "Alleen Normen voor het slagingspercentage zijn niet gehaald.",
    Fact.SATISFACTION_FAILED: "Norm 3.1.1 (tevredenheid) is niet gehaald.",
    Fact.B1_PASS_RATE_FAILED: "Norm 2.16 (slagingspercentage B1-route) is niet gehaald.",
    Fact.FAILED_AGAIN: "Norm 3.1.1 of 2.16 is bij de eerstvolgende Audit opnieuw niet gehaald.",
    Fact.CLASSROOM_FAILED: "De Audit Toezicht in de Klas is met onvoldoende beoordeeld.",
    Fact.REINSPECTION_FAILED: "De herinspectie van Toezicht in de Klas is met onvoldoende beoordeeld.",
    Fact.WARNING_OVER: "De hersteltermijn van de Waarschuwing is voorbij.",
    Fact.RECOVERED: "De school voldoet weer aan de Normen waarvoor is gewaarschuwd.",
    Fact.SUSPENDED_BEFORE: "Het Keurmerk is of was geschorst.",
    Fact.SUSPENSION_OVER: "De laatste dag van de Schorsing is voorbij.",
    Fact.INQUIRY_DONE: "Het onderzoek is afgerond.",
    Fact.CAUSE_GONE: "De reden van de Schorsing bestaat niet meer.",
    Fact.PLAN_JUDGED: "Over een plan van aanpak is beslist, of het is niet op tijd ingediend.",
    Fact.PLAN_APPROVED: "Het plan van aanpak is goedgekeurd.",
    Fact.PLAN_REFUSED: "Het plan van aanpak is afgekeurd.",
    Fact.PLAN_MISSED: "Het plan van aanpak is niet of niet op tijd ingediend.",
    Fact.PLAN_FAILED: "Het goedgekeurde plan van aanpak is niet (goed) uitgevoerd of heeft niet geholpen.",
    Fact.LIFT_AFTER_PLAN: "De Schorsing wordt pas opgeheven als het plan van aanpak is uitgevoerd.",
    Fact.PLAN_CARRIED_OUT: "Het plan van aanpak is uitgevoerd.",
    Fact.SEVERAL_PROFILES: "De school biedt meerdere leerprofielen aan.",
    Fact.ONE_PROFILE_BELOW: "Precies één leerprofiel blijft onder de Norm voor het slagingspercentage.",
    Fact.COMPENSATED_LAST_PERIOD: "Ook in de vorige Meetperiode is gecompenseerd.",
    Fact.LENIENT_IN_FOUR_YEARS: "In de afgelopen vier jaar is al eens coulance verleend.",
    Fact.LENIENT_LAST_PERIOD: "In de vorige Meetperiode is coulance verleend.",
    Fact.TOO_FEW_AGAIN: "Na coulance in de vorige Meetperiode zijn er opnieuw te weinig Trajecten.",
    Fact.ALREADY_FORGIVEN: "Wat niet is gehaald, is al gecompenseerd of met coulance gelaten.",
    Fact.CYCLE_YEAR_FOUR: "De Meetperiode is cyclusjaar vier.",
    Fact.THREE_CLEAN_YEARS: "De eerste drie cyclusjaren is aan alle Normen voldaan, zonder bijzonderheden.",
    Fact.EXEMPTION_LOST: "De vrijstelling is vervallen door compensatie, wijziging, Schorsing of re-audit.",
    Fact.SURVEY_DATA_IN_TIME: "Alle deelnemers aan het Tevredenheidsonderzoek zijn op tijd aangeleverd.",
    Fact.RESULTS_IN_TIME: "De resultaatgegevens zijn binnen drie weken na de Meetperiode aangeleverd.",
    Fact.TURNOVER_IN_TIME: "De omzetverklaring is binnen drie weken na de Meetperiode aangeleverd.",
    Fact.AUDITS_POSITIVE: "Alle Audits tot nu toe zijn met een positief oordeel afgerond.",
    Fact.TOO_FEW_LIKELY: "De school maakt aannemelijk dat zij te weinig afgeronde Trajecten heeft.",
    Fact.ENOUGH_LIKELY_NEXT: "De school maakt aannemelijk dat zij er aan het nieuwe einde wel genoeg heeft.",
    Fact.PERIOD_CHANGED_BEFORE: "Een eerder verzoek om de Meetperiode te wijzigen is ingewilligd.",
    Fact.BUSINESS_REASON: "De school maakt aannemelijk dat haar bedrijfsvoering om de wijziging vraagt.",
    Fact.LAST_AUDIT_POSITIVE: "De vorige resultatenaudit is met een positief resultaat afgerond.",
    Fact.SUSPENDED_IN_THREE_YEARS: "Het Keurmerk was geschorst of ingetrokken in de vorige drie cyclusjaren.",
    Fact.REQUEST_REASONED: "De school heeft een gemotiveerd verzoek gedaan.",
    Fact.REQUEST_SIGNED: "De school heeft het formulier om op te zeggen ondertekend ingediend.",
    Fact.NEW_OWNER_BARRED: "Van de nieuwe UBO is eerder een Keurmerk geëindigd om een Materiële Norm.",
    Fact.DECISION_ANNULLED: "Het besluit is in bezwaar herroepen of door de rechter vernietigd.",
    Fact.EFFECT_STAYED: "De rechter heeft de werking van het besluit geschorst.",
    Fact.STAY_ENDED: "De voorlopige voorziening is geëindigd.",
    Fact.PLAN_TERM_OVER: "De laatste dag om het plan van aanpak in te dienen is voorbij.",
    Fact.PLAN_COMPLETE: "Het plan noemt de oorzaken van de tekortkomingen en de maatregelen.",
    Fact.BODY_REQUESTED: "De school vraagt een certificerende instelling om het plan te beoordelen.",
    Fact.DECISION_OBJECTIONABLE: "Tegen het besluit staat bezwaar open.",
    Fact.OBJECTION_IN_TIME: "Het bezwaar is op tijd ingediend.",
    Fact.LATENESS_EXCUSED: "Dat het bezwaar te laat is, kan de indiener niet worden verweten.",
    Fact.DEMANDS_MET: "Het bezwaar voldoet aan de zes eisen van § 7.10.1.",
    Fact.INTERESTED_PARTY: "De indiener is belanghebbende.",
    Fact.REPAIR_ASKED: "De indiener heeft al eenmaal de kans gekregen om het bezwaar te herstellen.",
    Fact.REPAIR_TERM_OVER: "De laatste dag om het bezwaar te herstellen is voorbij.",
    Fact.COMMITTEE_REPORTED: "Aan de indiener is gemeld dat een commissie adviseert.",
    Fact.HEARING_WAIVED: "De indiener ziet af van horen, of horen kan achterwege blijven (Awb 7:3).",
    Fact.OBJECTION_POSTPONED: "De beslissing op bezwaar is al eenmaal verdaagd.",
    Fact.OBJECTION_TERM_OVER: "De termijn voor de beslissing op bezwaar is voorbij.",
    Fact.OTHER_SIGNER: "Wie op het bezwaar beslist, heeft het bestreden besluit niet ondertekend.",
}

DERIVED = frozenset(
    {
        Fact.DECLARED_COMPLETE,
        Fact.COMPLETION_ASKED,
        Fact.DECISION_TERM_EXTENDED,
        Fact.HELD_BEFORE,
        Fact.WITHDRAWAL_OVER,
        Fact.TERM_OVER,
        Fact.JUDGEABLE,
        Fact.EXTENSION_OWED,
        Fact.HOLDS_INDEFINITELY,
        Fact.EXTENDED_BEFORE,
        Fact.WARNING_OVER,
        Fact.SUSPENDED_BEFORE,
        Fact.SUSPENSION_OVER,
        Fact.PLAN_JUDGED,
        Fact.PLAN_APPROVED,
        Fact.PLAN_REFUSED,
        Fact.PLAN_MISSED,
        Fact.PLAN_FAILED,
        Fact.PLAN_CARRIED_OUT,
        Fact.LIFT_AFTER_PLAN,
        Fact.COMPENSATED_LAST_PERIOD,
        Fact.LENIENT_IN_FOUR_YEARS,
        Fact.LENIENT_LAST_PERIOD,
        Fact.TOO_FEW_AGAIN,
        Fact.ALREADY_FORGIVEN,
        Fact.CYCLE_YEAR_FOUR,
        Fact.EXEMPTION_LOST,
        Fact.PERIOD_CHANGED_BEFORE,
        Fact.SUSPENDED_IN_THREE_YEARS,
        Fact.DECISION_ANNULLED,
        Fact.EFFECT_STAYED,
        Fact.STAY_ENDED,
        Fact.PLAN_TERM_OVER,
        Fact.DECISION_OBJECTIONABLE,
        Fact.OBJECTION_IN_TIME,
        Fact.DEMANDS_MET,
        Fact.REPAIR_ASKED,
        Fact.REPAIR_TERM_OVER,
        Fact.COMMITTEE_REPORTED,
        Fact.OBJECTION_POSTPONED,
        Fact.OBJECTION_TERM_OVER,
        Fact.OTHER_SIGNER,
    }
)
"""Facts that follow from the record; nobody enters them."""

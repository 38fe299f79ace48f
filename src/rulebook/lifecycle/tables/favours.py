"""What a holder can be granted while its status stays (§1.5.3, §2.4, §2.6, §6.1.4, §7.3.2, §7.3.3, §7.9)."""

from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, DecisionKind, Ground, Keep, Need, Parameter, Transition, no
from rulebook.lifecycle.states import Mark, Standing, State, held_states

INDEFINITE = held_states([Mark.INDEFINITE], [Standing.GOOD, Standing.WARNED])
FIXED_TERM = held_states([Mark.FIXED, Mark.EXTENDED], [Standing.GOOD, Standing.WARNED])
INDEFINITE_ANY = held_states([Mark.INDEFINITE])
FIXED_TERM_ANY = held_states([Mark.FIXED, Mark.EXTENDED])
HELD = held_states()

EXEMPTION_NEEDS = (
    Need(Fact.CYCLE_YEAR_FOUR),
    Need(Fact.THREE_CLEAN_YEARS),
    no(Fact.EXEMPTION_LOST),
    Need(Fact.SURVEY_DATA_IN_TIME),
    Need(Fact.RESULTS_IN_TIME),
    Need(Fact.NORMS_MET),
    Need(Fact.TURNOVER_IN_TIME),
    Need(Fact.INVOICES_PAID),
)


def _against(needs: tuple[Need, ...], source: str) -> tuple[Ground, ...]:
    """A refusal rests on a condition that is not met: one ground per condition."""
    return tuple(
        Ground(
            need.fact.value,
            f"Niet het geval: {need.fact.statement}" if need.wanted else need.fact.statement,
            source,
            (Need(need.fact, not need.wanted),),
        )
        for need in needs
    )


FIXED_PERIOD_NEEDS = (Need(Fact.TOO_FEW_LIKELY), Need(Fact.ENOUGH_LIKELY_NEXT), Need(Fact.AUDITS_POSITIVE))
INDEFINITE_PERIOD_NEEDS = (
    no(Fact.PERIOD_CHANGED_BEFORE),
    Need(Fact.BUSINESS_REASON),
    Need(Fact.LAST_AUDIT_POSITIVE),
    no(Fact.SUSPENDED_IN_THREE_YEARS),
)
CONTROL_NEEDS = (Need(Fact.REQUEST_REASONED), no(Fact.NEW_OWNER_BARRED))

ROWS: tuple[Transition[State], ...] = (
    Transition(
        event=Event.COMPENSATE,
        text="Eén leerprofiel mag onder de Norm voor het slagingspercentage blijven.",
        sources=INDEFINITE,
        target=Keep(),
        by=Actor.DECIDER,
        source="§7.3.2",
        needs=(Need(Fact.SEVERAL_PROFILES), Need(Fact.ONE_PROFILE_BELOW), no(Fact.COMPENSATED_LAST_PERIOD)),
        decision=DecisionKind.COMPENSATION,
        reading="De Norm moet in de volgende Meetperiode weer gehaald zijn; dus niet twee keer na elkaar.",
    ),
    Transition(
        event=Event.BE_LENIENT,
        text="Eens in de vier jaar blijft het zonder gevolg dat er te weinig afgeronde Trajecten zijn.",
        sources=INDEFINITE,
        target=Keep(),
        by=Actor.DECIDER,
        source="§7.3.3",
        needs=(
            no(Fact.ENOUGH_TRACKS),
            Need(Fact.MAIN_NORM_1_MET),
            Need(Fact.SURVEY_NORMS_MET),
            no(Fact.LENIENT_IN_FOUR_YEARS),
            no(Fact.LENIENT_LAST_PERIOD),
        ),
        decision=DecisionKind.LENIENCY,
    ),
    Transition(
        event=Event.EXEMPT,
        text="In cyclusjaar vier hoeft de resultatenaudit niet.",
        sources=INDEFINITE,
        target=Keep(),
        by=Actor.DECIDER,
        source="§6.1.4, §7.3.2, §1.5.3",
        needs=EXEMPTION_NEEDS,
        decision=DecisionKind.EXEMPTION,
    ),
    Transition(
        event=Event.REFUSE_EXEMPTION,
        text="De vrijstelling wordt niet verleend; de school plant een resultatenaudit.",
        sources=INDEFINITE_ANY,
        target=Keep(),
        by=Actor.DECIDER,
        source="§6.1.4",
        grounds=_against(EXEMPTION_NEEDS, "§6.1.4"),
        decision=DecisionKind.NO_EXEMPTION,
    ),
    Transition(
        event=Event.CHANGE_PERIOD,
        text="Het einde van de Meetperiode schuift naar het einde van de eerstvolgende.",
        sources=FIXED_TERM_ANY,
        target=Keep(),
        by=Actor.DECIDER,
        source="§1.5.3",
        needs=FIXED_PERIOD_NEEDS,
        decision=DecisionKind.PERIOD_CHANGE,
        parameters=(Parameter.PERIOD_END,),
    ),
    Transition(
        event=Event.CHANGE_PERIOD,
        text="Het einde van de Meetperiode schuift naar dat van een van de twee andere.",
        sources=INDEFINITE,
        target=Keep(),
        by=Actor.DECIDER,
        source="§1.5.3",
        needs=INDEFINITE_PERIOD_NEEDS,
        decision=DecisionKind.PERIOD_CHANGE,
        parameters=(Parameter.PERIOD_END,),
    ),
    Transition(
        event=Event.REFUSE_PERIOD_CHANGE,
        text="Het verzoek om de Meetperiode te wijzigen wordt afgewezen.",
        sources=FIXED_TERM_ANY,
        target=Keep(),
        by=Actor.DECIDER,
        source="§1.5.3",
        grounds=_against(FIXED_PERIOD_NEEDS, "§1.5.3"),
        decision=DecisionKind.NO_PERIOD_CHANGE,
    ),
    Transition(
        event=Event.REFUSE_PERIOD_CHANGE,
        text="Het verzoek om de Meetperiode te wijzigen wordt afgewezen.",
        sources=INDEFINITE_ANY,
        target=Keep(),
        by=Actor.DECIDER,
        source="§1.5.3",
        grounds=_against(INDEFINITE_PERIOD_NEEDS, "§1.5.3"),
        decision=DecisionKind.NO_PERIOD_CHANGE,
    ),
    Transition(
        event=Event.CONSENT_TO_CONTROL,
        text="Blik op Werk stemt in met overdracht van de Zeggenschap.",
        sources=HELD,
        target=Keep(),
        by=Actor.DECIDER,
        source="§2.6, §7.9",
        needs=CONTROL_NEEDS,
        decision=DecisionKind.CONTROL_CONSENT,
    ),
    Transition(
        event=Event.REFUSE_CONTROL,
        text="Blik op Werk stemt niet in met overdracht van de Zeggenschap.",
        sources=HELD,
        target=Keep(),
        by=Actor.DECIDER,
        source="§2.6, §7.9",
        grounds=(
            *_against(CONTROL_NEEDS, "§7.9"),
            Ground(
                "andere_ubo", "De UBO wijzigt en er is geen reden om van de hoofdregel af te wijken.", "§7.9"
            ),
        ),
        decision=DecisionKind.NO_CONTROL_CONSENT,
    ),
    Transition(
        event=Event.WIDEN_CONDITIONS,
        text="Na goede tussentijdse Audits worden het hoogste aantal Cursisten en de hoogste omzet verruimd.",
        sources=FIXED_TERM,
        target=Keep(),
        by=Actor.DECIDER,
        source="§2.4",
        needs=(Need(Fact.VISITS_POSITIVE),),
        decision=DecisionKind.WIDENED_CONDITIONS,
        parameters=(Parameter.MOST_LEARNERS, Parameter.MOST_TURNOVER),
    ),
)

"""Faults that the reference cannot see: reasons of other norms, editions, remarks, order, what if.

A named test fails on each of them.
"""

from tests.proof.engine_faults.seeded import in_file

EXAMPLE = "tests/rulebook/test_norm_examples.py::test_example_comes_out_as_it_says"
FIRST_REASON = "tests/proof/test_first_reason.py::test_"
EDITIONS = "tests/proof/test_editions.py::test_"
MANUAL = "tests/proof/test_manual_norms.py::test_"
PARAMETERS = "tests/rulebook/test_parameters.py::test_"
PERIOD = "tests/rulebook/test_period.py::test_"
WHAT_IF = "tests/rulebook/test_what_if.py::test_"

FAULTS = (
    *in_file(
        "norms/inburgeren/transparency.py",
        (
            f"{EXAMPLE}[2.0: 2 Doel of inspanning ontbreekt]",
            'Rule("geen_doel", ~nw.col("goal_recorded")',
            'Rule("geen_doel", ~nw.col("goal_recorded") & nw.col("effort_recorded")',
        ),
    ),
    *in_file(
        "norms/inburgeren/lessons.py",
        (
            f"{EXAMPLE}[2.9.2: 2 Een handtekening of paraaf ontbreekt]",
            'nw.col("unsigned"), Counts',
            'nw.col("unsigned") & ~nw.col("not_initialled"), Counts',
        ),
    ),
    *in_file(
        "norms/inburgeren/invoices.py",
        (
            f"{FIRST_REASON}invoice_approved_by_somebody_else_and_too_early",
            '"niet_door_cursist", ~by_learner',
            '"niet_door_cursist", ~by_learner & (nw.col("approved_on") >= nw.col("period_until"))',
        ),
        (
            f"{EXAMPLE}[2.4.2: 2 Lesdagen of uren nul]",
            "days.is_null() | (days == 0), Counts",
            '(days.is_null() | (days == 0)) & (nw.col("hours") > 0), Counts',
        ),
    ),
    *in_file(
        "norms/inburgeren/vogs.py",
        (
            f"{FIRST_REASON}second_opdracht_with_a_vog_of_its_own",
            'Rule("goede_vog", nw.col("direct")',
            'Rule("goede_vog", nw.col("direct") & ~nw.col("chained").fill_null(value=False)',
        ),
    ),
    *in_file(
        "kernel/explain.py",
        (f"{EXAMPLE}[1.7.1.c: 1 VOG van voor de start]", 'separator="/"', 'separator="-"'),
    ),
    *in_file(
        "norms/inburgeren/norm_editions.py",
        (f"{EDITIONS}period_over_two_editions_is_judged_by_both", " in FOLLOWS", " not in FOLLOWS"),
        (
            f"{EDITIONS}period_over_two_editions_is_judged_by_both",
            "else self.period.last",
            "else self.period.first",
        ),
        (f"{EDITIONS}forced_edition_judges_every_norm_of_any_period", "self.forced or ", ""),
    ),
    *in_file(
        "norms/editions.py",
        (f"{EDITIONS}period_over_two_editions_is_judged_by_both", ', "3.1.2"})', "})"),
        (
            f"{PARAMETERS}editions_are_in_order_and_one_is_in_force_on_every_day",
            "edition.in_force <= on",
            "edition.in_force < on",
        ),
        (
            f"{PARAMETERS}before_the_oldest_edition_the_nearest_later_one_stands_in",
            "else editions()[0]",
            "else editions()[-1]",
        ),
    ),
    *in_file(
        "norms/parameters.py",
        (f"{PARAMETERS}a_value_holds_from_its_day_on", "if since <= day", "if since < day"),
        (
            f"{PARAMETERS}a_band_above_its_bound_does_not_hold_it",
            "measured > self.lower if",
            "measured >= self.lower if",
        ),
    ),
    *in_file(
        "judgement/judge.py",
        (
            f"{EDITIONS}period_over_two_editions_is_judged_by_both",
            "used.pop() if len(used) == 1 else None",
            "used.pop()",
        ),
        (
            f"{EDITIONS}period_in_one_edition_is_judged_by_it_without_a_word",
            ".in_force > day",
            ".in_force >= day",
        ),
        (
            f"{EDITIONS}forced_edition_judges_every_norm_of_any_period",
            "    if editions.forced:\n        return ()\n",
            "",
        ),
        (
            "tests/rulebook/test_engines.py::test_row_order_makes_no_difference",
            '.sort(rank, "table", "id", "group", "reason", SCHOOL)',
            "",
        ),
        (
            f"{MANUAL}other_norms_of_the_catalogue_follow_for_an_auditor",
            "in manual_numbers(edition)",
            "in manual_numbers(edition)[1:]",
        ),
        (
            f"{MANUAL}other_norms_of_the_catalogue_follow_for_an_auditor",
            "material=catalogue_norm(number, edition).is_material(certificate)",
            "material=False",
        ),
    ),
    *in_file(
        "judgement/outcome.py",
        (
            f"{EDITIONS}period_in_one_edition_is_judged_by_it_without_a_word",
            "printed if self.edition else",
            "printed if not self.edition else",
        ),
    ),
    *in_file(
        "judgement/what_if.py",
        (f"{WHAT_IF}passing_share_tells_how_many_may_fall_away_before_it_fails", "spare + 1", "spare"),
        (
            f"{WHAT_IF}the_named_number_of_rows_turns_the_verdict_and_one_less_does_not",
            "ceil(limit * denominator / 100)",
            "int(limit * denominator / 100)",
        ),
        (f"{WHAT_IF}failing_share_needs_k_more_of_n", "needed - numerator", "needed - numerator + 1"),
        (
            f"{WHAT_IF}response_needs_five_persons_as_well_as_ten_percent",
            'if row.norm == "3.1.2":',
            "if False:",
        ),
    ),
    *in_file(
        "kernel/period.py",
        (
            f"{PERIOD}months_keep_the_day_or_take_the_last_of_the_month",
            "min(day.day, monthrange(year, month + 1)[1])",
            "min(day.day, 28)",
        ),
        (
            f"{PERIOD}period_can_be_extended_to_the_end_of_another_period",
            "LONGEST_EXTENSION_MONTHS = 16",
            "LONGEST_EXTENSION_MONTHS = 14",
        ),
        (
            f"{PERIOD}another_last_day_is_refused_with_those_that_are",
            "LONGEST_EXTENSION_MONTHS = 16",
            "LONGEST_EXTENSION_MONTHS = 20",
        ),
        (
            f"{PERIOD}period_can_be_extended_to_the_end_of_another_period",
            "normal_end <= last <= latest",
            "normal_end < last <= latest",
        ),
    ),
    *in_file(
        "norms/inburgeren/complaints.py",
        (
            f"{FIRST_REASON}complaint_settled_and_rejected_in_time",
            'nw.col("settled_on") <= settle_by, Counts',
            '(nw.col("settled_on") <= settle_by) & nw.col("rejected_on").is_null(), Counts',
        ),
    ),
    *in_file(
        "norms/inburgeren/inspections.py",
        (
            f"{FIRST_REASON}inspection_both_too_old_and_insufficient",
            'Rule("te_oud_toezicht", too_old',
            'Rule("te_oud_toezicht", too_old & RESULT.is_in(SUFFICIENT)',
        ),
    ),
)

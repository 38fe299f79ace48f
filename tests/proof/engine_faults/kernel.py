"""Faults in the kernel, and in the handbook's numbers."""

from tests.proof.engine_faults.seeded import in_file, in_parameters

FAULTS = (
    *in_file(
        "kernel/explain.py",
        ("frame 3", "reversed(earlier)", "earlier"),
        (11, "(nw.col(column) >= period.first)", "(nw.col(column) > period.first)"),
        ("frame 3", "(nw.col(column) <= period.last)", "(nw.col(column) < period.last)"),
        (11, 'f"{months}mo"', 'f"{30 * months}d"'),
        (13, "nw.col(position) == nw.col(size)", "nw.col(position) == 1"),
    ),
    *in_file(
        "kernel/numbers.py",
        (97, "2 * abs(scaled.numerator) + scaled.denominator)", "2 * abs(scaled.numerator))"),
        (77, "+ scaled.denominator) //", "+ scaled.denominator - 1) //"),
        (
            97,
            "Fraction(100 * numerator, denominator) if denominator else None",
            "Fraction(100 * numerator, denominator or 1)",
        ),
        (
            "frame 0",
            "int(decimal) if decimal == decimal.to_integral_value() else float(decimal)",
            "float(decimal)",
        ),
    ),
    *in_parameters(
        (97, "complaints_share", "value: 80", "value: 75"),
        (77, "complaint_settle_days", "value: 42", "value: 41"),
        (11, "complaint_reject_days", "value: 28", "value: 29"),
        (1, "vog_max_months", "value: 6", "value: 3"),
        (117, "vog_assignment_gap_months", "value: 3", "value: 2"),
        (41, "group_max_small", "value: 12", "value: 13"),
        ("frame 5", "group_max_large", "value: 20", "value: 21"),
        ("frame 3", "class_hours_share", "value: 50", "value: 51"),
        (65, "exit_window_months", "value: 2", "value: 3"),
        ("frame 3", "second_attempt_months", "value: 12", "value: 11"),
        (15, "min_learners_pass_rate", "value: 5", "value: 4"),
        ("frame 3", "pass_rate_b1", "value: 25", "value: 20"),
        (51, "publication_response", "lower: 50,", "lower: 51,"),
        (37, "star_pass_rate", "lower: 125, above: true,", "lower: 125,"),
        (27, "star_pass_rate", "lower: 90,", "lower: 90, above: true,"),
        (24, "star_transparency", "lower: 95, above: true,", "lower: 95,"),
        (80, "star_transparency", "lower: 45,", "lower: 45, above: true,"),
        (87, "star_total", '"7.975",', '"7.975", above: true,'),
        (11, "star_total", '"6.975",', '"6.975", above: true,'),
        (9, "star_total", '"7.495"', '"7.595"'),
        (11, "star_weight_transparency", "value: 10", "value: 15"),
        (9, "star_inspection_sufficient", "value: 8", "value: 7"),
        (80, "compensation_max_failing", "value: 1", "value: 2"),
        (9, "min_tracks", "value: 5", "value: 6"),
    ),
)

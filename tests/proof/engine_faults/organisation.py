"""Faults in the norms of chapter 3: complaints, teachers and their certificates of good conduct."""

from tests.proof.engine_faults.seeded import in_file

FAULTS = (
    *in_file(
        "norms/inburgeren/complaints.py",
        (1, "closed[0] | closed[1]", "closed[0]"),
        (14, "(nw.col(day) <= end)", "(nw.col(day) < end)"),
        (1, "still_open & (settle_by > end)", "settle_by > end"),
        (2, "still_open & (settle_by > end)", "still_open & (settle_by >= end)"),
        (1, 'nw.col("settled_on") <= settle_by', 'nw.col("settled_on") < settle_by'),
        (14, 'nw.col("rejected_on") <= reject_by', 'nw.col("rejected_on") < reject_by'),
    ),
    *in_file(
        "norms/inburgeren/teachers.py",
        (1, '("nt2", "alfabetisering", "knm")', '("nt2", "alfabetisering")'),
        (14, 'nw.col("kind").is_in(kinds) & within(facts.period, "date")', 'nw.col("kind").is_in(kinds)'),
        (
            0,
            '.alias("key")).agg(qualified.any().alias("covered"))\n    present',
            '.alias("key")).agg(qualified.all().alias("covered"))\n    present',
        ),
        (14, 'if facts.has("engagements"):', "if False:"),
        (3, 'nw.min_horizontal("until", "engaged_until").alias("until")', 'nw.col("until")'),
        (23, '(nw.col("date") <= nw.col("until"))', '(nw.col("date") < nw.col("until"))'),
        (3, '.filter(nw.col("subject") == subject)', ""),
        (23, "facts.attended.filter(", "facts.participation.filter("),
    ),
    *in_file(
        "norms/inburgeren/vogs.py",
        (1, 'nw.col("valid_from") <= period.last', 'nw.col("valid_from") < period.last'),
        (52, 'nw.col("until") >= period.first', 'nw.col("until") > period.first'),
        (47, "early = start <", "early = start <="),
        ("frame 12", "(issued <= parameters.day(", "(issued < parameters.day("),
        (51, "(issued <= start)", "(issued < start)"),
        (2, '(start <= months_after("vog_date"', '(start < months_after("vog_date"'),
        (1, ', ~nw.col("objections")', ""),
        (0, 'nw.col("profile") == parameters.whole("vog_profile"), ', ""),
        (
            111,
            '(nw.col("valid_from") >= nw.col("furthest_before"))',
            '(nw.col("valid_from") > nw.col("furthest_before"))',
        ),
        (52, 'nw.col("gaps") == 0, later', "later"),
        (111, 'nw.col("gaps") == 0, later', 'nw.col("gap") == 0, later'),
        (
            1,
            'nw.col("reach").cum_max().over(*key, order_by=order).alias("furthest")',
            'nw.col("reach").alias("furthest")',
        ),
        (67, 'engagements.filter(nw.col("kind") == ASSIGNMENT)', "engagements"),
        ("frame 12", '.agg(nw.col("reach").max())', '.agg(nw.col("reach").min())'),
    ),
)

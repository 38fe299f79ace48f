"""The legal life of a certificate: states, events and the one table that says what may follow what.

Everything here is data that a jurist can read (`tables/`) and a few pure functions over it (`machine.py`).
What is known of a certificate comes in as yes-or-no facts (`facts.py`, `record.py`); what follows comes out
as terms and duties.
"""

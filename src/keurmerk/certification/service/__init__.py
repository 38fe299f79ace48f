"""Every write of certificates, cases, decisions, terms and duties; verbs by topic."""

"""Every write of reports, management statements and certificates of conduct; verbs by topic."""

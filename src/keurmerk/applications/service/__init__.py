"""Every write to interests, agreements and applications."""

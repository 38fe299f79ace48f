"""Dates that follow from the handbook and the law. Pure: today is always an argument."""

"""Terms as calendars read them: one file for one term, and an address of one's own."""

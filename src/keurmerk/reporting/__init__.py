"""What a holder reports by itself: changes, the yearly management statement, certificates of conduct."""

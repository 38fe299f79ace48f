"""Who stands behind a school: people, organisations, the ties between them, and whom they lead to."""

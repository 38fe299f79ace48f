"""Made-up dossiers for tests and benchmarks, drawn around the limits of the norms."""

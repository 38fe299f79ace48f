"""What happened to the fictional schools: every state of the transition tables, reached by the services."""

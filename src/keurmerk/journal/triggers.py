"""The database's own refusal to change, delete or misplace a journal line, for SQLite and PostgreSQL.

A migration that rebuilds the table on SQLite drops these: it must run `install` again. A test looks.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "journal_entry"
REFUSAL = "the journal is append-only"
MISPLACED = "a journal line follows the last one"

_SQLITE = {
    "journal_entry_no_update": f"BEFORE UPDATE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    "journal_entry_no_delete": f"BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    # Also stops INSERT OR REPLACE, which deletes without a delete trigger.
    "journal_entry_in_place": f"""BEFORE INSERT ON {TABLE}
        WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM {TABLE})
          OR NEW.previous_hash <> COALESCE(
               (SELECT hash FROM {TABLE} ORDER BY number DESC LIMIT 1), '{"0" * 64}')
        BEGIN SELECT RAISE(ABORT, '{MISPLACED}'); END""",  # noqa: S608 (constants only)
}

_POSTGRESQL_FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION journal_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE OR REPLACE FUNCTION journal_entry_in_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SELECT number, hash INTO last FROM {TABLE} ORDER BY number DESC LIMIT 1;
  IF NEW.number <> COALESCE(last.number, 0) + 1
     OR NEW.previous_hash <> COALESCE(last.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION '{MISPLACED}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
"""  # noqa: S608 (constants only)

_POSTGRESQL = {
    "journal_entry_no_update": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW "
    "EXECUTE FUNCTION journal_entry_refuse()",
    "journal_entry_no_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT "
    "EXECUTE FUNCTION journal_entry_refuse()",
    "journal_entry_in_place": f"BEFORE INSERT ON {TABLE} FOR EACH ROW "
    "EXECUTE FUNCTION journal_entry_in_place()",
}


def install(connection: BaseDatabaseWrapper) -> None:
    uninstall(connection)
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if postgresql:
            cursor.execute(_POSTGRESQL_FUNCTIONS)
        for name, body in (_POSTGRESQL if postgresql else _SQLITE).items():
            cursor.execute(f"CREATE TRIGGER {name} {body}")


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Only for a migration backwards and for emptying a test database."""
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name in _POSTGRESQL if postgresql else _SQLITE:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {TABLE}" if postgresql else ""))

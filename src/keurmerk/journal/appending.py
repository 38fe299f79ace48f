"""Putting a line at the end of the journal with as little as possible between reading the end and writing it.

On PostgreSQL one function of the database takes the lock, reads the end, links and writes: a round trip for
each would hold up every other writer. It checks foreign keys first: left to the commit, those checks wait for
the locks of others with the journal in hand. On SQLite a writer has the database to itself.
"""

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from keurmerk.journal.chain import START, Line, contents_of, link
from keurmerk.journal.models import Entry

TABLE = "journal_entry"
# Any number will do, as long as nothing else in this database locks on it.
JOURNAL_LOCK = 0x6B6D_6A6F
COLUMNS = (*Line._fields, "hash")

_FUNCTION = f"""
CREATE OR REPLACE FUNCTION journal_append(
  contents text, at timestamptz, actor_type text, actor_id text, actor_label text, kind text,
  subject_type text, subject_id text, subject_label text, ground text, payload text
) RETURNS TABLE (new_number bigint, previous text, new_hash text) LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  SET CONSTRAINTS ALL IMMEDIATE;
  PERFORM pg_advisory_xact_lock({JOURNAL_LOCK});
  SELECT e.number, e.hash INTO last FROM {TABLE} e ORDER BY e.number DESC LIMIT 1;
  new_number := COALESCE(last.number, 0) + 1;
  previous := COALESCE(last.hash, repeat('0', 64));
  new_hash := encode(sha256(convert_to(contents || ':' || new_number || ':' || previous, 'UTF8')), 'hex');
  INSERT INTO {TABLE} ({", ".join(COLUMNS)}) VALUES (
    new_number, at, actor_type, actor_id, actor_label, kind, subject_type, subject_id, subject_label,
    ground, payload, previous, new_hash);
  SET CONSTRAINTS ALL DEFERRED;
  RETURN NEXT;
END $$;
"""  # noqa: S608 (constants only)

_CALL = f"SELECT * FROM journal_append({', '.join(['%s'] * (len(Line._fields) - 1))})"  # noqa: S608
_LAST = f"SELECT number, hash FROM {TABLE} ORDER BY number DESC LIMIT 1"  # noqa: S608
_INSERT = f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608


def install(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(_FUNCTION)


def uninstall(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION IF EXISTS journal_append")


def append(entry: Entry) -> None:
    """Give a line its number and its link, and store it."""
    line = Line(*(getattr(entry, name) for name in Line._fields))
    contents = contents_of(line)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_CALL, [contents, *line[1:-1]])
            entry.number, entry.previous_hash, entry.hash = cursor.fetchone()
            return
        cursor.execute(_LAST)
        last, entry.previous_hash = cursor.fetchone() or (0, START)
        entry.number = last + 1
        entry.hash = link(contents, entry.number, entry.previous_hash)
        moment = connection.ops.adapt_datetimefield_value(line.happened_at)
        cursor.execute(_INSERT, [entry.number, moment, *line[2:-1], entry.previous_hash, entry.hash])

"""How the two databases are reached: addresses, connection settings, bulk loading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

from alignment_model.errors import StoreError, UsageError
from alignment_model.settings import database_url

SQLITE, POSTGRES = "sqlite", "postgresql"
BUSY_MILLISECONDS = 5000
CONNECT_SECONDS = 5
WRITES = "alignment_writes"
# secure_delete overwrites what is deleted: an undone import must not linger in the file.
PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)


def parse_address(text: str) -> URL:
    """The database's address.

    Raises
    ------
    UsageError
        When it is no address, or of a database other than SQLite and PostgreSQL.
    """
    try:
        url = make_url(database_url(text.strip()))
    except (ArgumentError, ValueError):
        raise UsageError(
            f"'{without_password(text)}' is not the address of a database. "
            "Write sqlite:///folder/file.db or postgresql://user:password@host/name."
        ) from None
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise UsageError(
            f"'{url.drivername}' databases cannot be used. "
            "Write sqlite:///folder/file.db or postgresql://user:password@host/name."
        )
    return url


def without_password(address: str) -> str:
    """An address fit for a message, also when it cannot be read.

    >>> without_password("postgresql://ann:secret@host/db")
    'postgresql://ann:***@host/db'
    """
    return re.sub(r"(://[^:/@]*):.*@", r"\1:***@", address)


def make_engine(url: URL) -> Engine:
    """An engine with the settings each database needs; nothing is opened yet but the file is there."""
    if url.get_backend_name() == POSTGRES:
        return _postgres(url)
    _make_file(url)
    engine = create_engine(url)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _postgres(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})
    except ImportError:
        raise StoreError(
            "PostgreSQL needs the package psycopg. Install it with: pip install 'psycopg[binary]'."
        ) from None


def _make_file(url: URL) -> None:
    if not url.database or url.database == ":memory:":
        return
    path = Path(url.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except FileExistsError:
        raise StoreError(f"The database file {path} cannot be made: {path.parent} is not a folder.") from None
    except OSError as error:
        raise StoreError(f"The database file {path} cannot be made: {error.strerror}.") from None


def _set_pragmas(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    # A transaction that will write takes the write lock at once: two that read first could never both finish.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def bulk_insert(
    connection: Connection, table: Table, columns: tuple[str, ...], rows: Iterable[tuple]
) -> None:
    """Insert many rows fast: COPY on PostgreSQL, plain tuples on SQLite (3 times faster than dicts)."""
    names = ", ".join(columns)
    if connection.dialect.name == POSTGRES:
        cursor = connection.connection.cursor()
        with cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.close()
        return
    marks = ", ".join("?" for _ in columns)
    found = list(rows)
    if found:
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", found)

"""Open a store: reach the database, bring its tables up to date, and run work in transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from alignment_model.errors import ConflictError, StoreError
from alignment_model.store.engine import POSTGRES, WRITES, make_engine, parse_address
from alignment_model.store.tables import SCHEMA_VERSION, VERSION_TABLE

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
MIGRATION_LOCK = 4_165_201  # any number, the same in every process of this program


class Store:
    """An open database. Safe to share between threads; close it, or use it in a `with` block."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.address = engine.url.render_as_string(hide_password=True)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database throughout."""
        options = {"isolation_level": "REPEATABLE READ"} if self.engine.dialect.name == POSTGRES else {}
        with self._transaction(**options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all."""
        with self._transaction(**{WRITES: True}) as connection:
            yield connection

    @contextmanager
    def _transaction(self, **options: object) -> Iterator[Connection]:
        try:
            with self.engine.connect() as plain:
                connection = plain.execution_options(**options)
                with connection.begin():
                    yield connection
        except IntegrityError:
            raise ConflictError(
                "Somebody else stored the same thing at the same moment. Look at what is there and try again."
            ) from None
        except (SQLAlchemyError, self.engine.dialect.loaded_dbapi.Error) as error:
            raise StoreError(f"The database {self.address} {_reason(error)}") from error


def open_store(address: str) -> Store:
    """Open the database at this address; make it and its tables when they are not there yet.

    Parameters
    ----------
    address
        `sqlite:///folder/file.db` or `postgresql://user:password@host/name`.

    Raises
    ------
    UsageError
        When the address cannot be meant.
    StoreError
        When the database cannot be reached, was written by a newer version, or belongs to somebody else.
    """
    store = Store(make_engine(parse_address(address)))
    try:
        _bring_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return store


def _bring_up_to_date(store: Store) -> None:
    with store.reading() as connection:
        if schema_version(connection) == SCHEMA_VERSION:
            return
    with store.writing() as connection:
        if connection.dialect.name == POSTGRES:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
        found = schema_version(connection)  # another process may have been faster
        if found != SCHEMA_VERSION:
            _check_ours(store, connection, found)
            migrate(connection)


def schema_version(connection: Connection) -> str | None:
    """The schema version the database is at; None when it has never been ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()


def _check_ours(store: Store, connection: Connection, found: str | None) -> None:
    if found is None:
        others = inspect(connection).get_table_names()
        if others:
            raise StoreError(
                f"The database {store.address} belongs to something else: it already holds the table "
                f"'{others[0]}'. Give the dashboard a database of its own."
            )
    elif found > SCHEMA_VERSION:
        raise StoreError(
            f"The database {store.address} was written by a newer version of this program "
            f"(schema {found}; this one knows up to {SCHEMA_VERSION}). Update the program, "
            "or open another database."
        )


def migrate(connection: Connection, target: str = "head") -> None:
    """Run the migrations up to `target` inside the caller's transaction."""
    from alembic import command  # imported late: only a store that is not up to date needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _reason(error: Exception) -> str:
    """What happened, in words; the driver's own first line where we have no better."""
    original = str(getattr(error, "orig", None) or error).strip()
    first = original.splitlines()[0].rstrip(".") if original else type(error).__name__
    if "locked" in first:
        return "is busy: another program has been writing for too long. Try again."
    if "not a database" in first:
        return "is not a database of this program: the file holds something else."
    if "readonly" in first or "read-only" in first:
        return "cannot be written to: the file or its folder is read-only."
    if isinstance(error, SQLAlchemyError) and getattr(error, "connection_invalidated", False):
        return f"went away: {first}."
    return f"cannot be used: {first}."

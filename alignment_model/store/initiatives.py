"""Edit the initiative register of a stored wave; what it said before is kept with every edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, func, insert, select

from alignment_model.responses import Initiative
from alignment_model.store import plain, reading
from alignment_model.store.opening import Store
from alignment_model.store.tables import initiatives, register_edits


def read_initiatives(store: Store, survey: str, wave: str) -> tuple[Initiative, ...]:
    """The register of a wave, in its own order.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    with store.reading() as connection:
        bodies = _bodies(connection, reading.current_import(connection, survey, wave))
    return tuple(plain.initiative(body) for body in bodies)


def replace_initiatives(
    store: Store, survey: str, wave: str, items: Sequence[Initiative], *, at: str, by: str = ""
) -> None:
    """Put this register in place of the wave's own, whole or not at all.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    with store.writing() as connection:
        import_id = reading.current_import(connection, survey, wave)
        before = _bodies(connection, import_id)
        row = {"import_id": import_id, "saved_at": at, "saved_by": plain.clean(by)}
        connection.execute(insert(register_edits).values(**row, before=f"[{','.join(before)}]"))
        connection.execute(delete(initiatives).where(initiatives.c.import_id == import_id))
        rows = [
            {"import_id": import_id, "position": place, "body": plain.to_json(asdict(item))}
            for place, item in enumerate(items)
        ]
        if rows:
            connection.execute(insert(initiatives), rows)


def register_version(store: Store, survey: str, wave: str) -> int:
    """A number that changes with every edit of the wave's register; 0 as imported.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    with store.reading() as connection:
        import_id = reading.current_import(connection, survey, wave)
        query = select(func.max(register_edits.c.id)).where(register_edits.c.import_id == import_id)
        return connection.execute(query).scalar_one() or 0


def _bodies(connection: Connection, import_id: int) -> list[str]:
    query = select(initiatives.c.body).where(initiatives.c.import_id == import_id)
    return list(connection.execute(query.order_by(initiatives.c.position)).scalars())

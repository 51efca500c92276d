"""Read our own TOML files into frozen dataclasses; a fault names file, table and key."""

from __future__ import annotations

import dataclasses
import tomllib
import types
import typing
from pathlib import Path
from typing import Any, TypeVar

from alignment_model.errors import DataFileError

T = TypeVar("T")
DATA_DIRECTORY = Path(__file__).resolve().parent.parent / "data"


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables.

    Raises
    ------
    DataFileError
        When the file is missing or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataFileError(path.name, "", "", f"the file is missing; it should be at {path}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(path.name, "", "", f"this is not valid TOML: {error}.") from None


def rows(cls: type[T], tables: dict[str, Any], file: str, table: str) -> tuple[T, ...]:
    """Every `[[table]]` of the file as `cls`, checked field by field."""
    found = tables.get(table)
    if not isinstance(found, list) or not found:
        raise DataFileError(file, table, "", f"at least one [[{table}]] is needed.")
    return tuple(row(cls, item, file, f"{table}[{index}]") for index, item in enumerate(found))


def row(cls: type[T], item: dict[str, Any], file: str, table: str) -> T:
    """One table as `cls`: unknown keys, missing keys and wrong types are named."""
    fields = {field.name: field for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(cls)
    for key in item:
        if key not in fields:
            raise DataFileError(
                file, table, key, f"this key is not known here; known are {', '.join(fields)}."
            )
    for name, field in fields.items():
        if name not in item and _required(field):
            raise DataFileError(file, table, name, "this key is missing.")
    values = {key: _checked(value, hints[key], file, table, key) for key, value in item.items()}
    try:
        return cls(**values)
    except ValueError as error:
        raise DataFileError(file, table, "", str(error)) from None


def unique(items: tuple[Any, ...], file: str, table: str, key: str = "code") -> None:
    """Refuse two rows with the same `key`."""
    seen: set[Any] = set()
    for index, item in enumerate(items):
        value = getattr(item, key)
        if value in seen:
            raise DataFileError(file, f"{table}[{index}]", key, f"'{value}' is already used by another row.")
        seen.add(value)


def known(value: str, allowed: typing.Collection[str], file: str, table: str, key: str) -> None:
    """Refuse a reference to a code that does not exist."""
    if value not in allowed:
        raise DataFileError(file, table, key, f"'{value}' is not known; known are {', '.join(allowed)}.")


def _required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _checked(value: Any, hint: Any, file: str, table: str, key: str) -> Any:
    origin = typing.get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise DataFileError(file, table, key, f"a list is expected, found {value!r}.")
        inner = typing.get_args(hint)[0]
        return tuple(_checked(item, inner, file, table, key) for item in value)
    allowed = typing.get_args(hint) if origin in (typing.Union, types.UnionType) else (hint,)
    if float in allowed and type(value) is int:
        return float(value)
    if type(value) not in allowed:
        names = " or ".join(kind.__name__ for kind in allowed if kind is not type(None))
        raise DataFileError(file, table, key, f"{names} is expected, found {value!r}.")
    return value

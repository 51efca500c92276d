"""The mapping as a TOML file: what a person decides about a form, written and read back."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import Any

from alignment_model.errors import ERROR, InputError, Problem
from alignment_model.framework import load_framework
from alignment_model.intake.mapping.model import ColumnChoice, ColumnMapping, RoleChoice

_TOP = {"title": str, "sheet": str, "keep": list, "leave_out": list, "attributed_roles": list, "form": str,
        "role": dict, "questions": list, "ignore": list}  # fmt: skip
_ROLE = {"column": str, "occurrence": int, "values": dict}
_QUESTION = {
    "column": str, "occurrence": int, "question": str, "text": str, "short": str, "layer": str, "group": str,
    "reversed": bool, "labels": list, "off_scale": list, "read_as": dict, "feeds": list, "ignore": bool,
}  # fmt: skip


def load_mapping(text: str) -> ColumnMapping:
    """Read a mapping file.

    Raises
    ------
    InputError
        With every fault found: its table and key, what stands there and what is expected.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError([_fault("", f"text that is not TOML ({error})", "a TOML file")]) from None
    problems: list[Problem] = []
    _check(tables, _TOP, "", problems)
    role = tables.get("role")
    if isinstance(role, dict):
        _check(role, _ROLE, "role", problems, needed=("column",))
        _check_roles(role.get("values", {}), problems)
    questions = tables.get("questions", [])
    for place, question in enumerate(questions if isinstance(questions, list) else []):
        _check_question(question, f"questions[{place + 1}]", problems)
    for code in (
        tables.get("attributed_roles", []) if isinstance(tables.get("attributed_roles", []), list) else []
    ):
        _known_role(code, "attributed_roles", problems)
    if problems:
        raise InputError(problems)
    return _built(tables)


def _fault(where: str, found: str, expected: str) -> Problem:
    return Problem(
        "mapping.fault",
        ERROR,
        found=found,
        expected=expected,
        fix="Correct the mapping file; docs/analyst/mapping-file.md describes every key.",
        sheet="mapping file",
        cell=where,
    )


def _check(
    table: Mapping[str, Any],
    known: Mapping[str, type],
    name: str,
    problems: list[Problem],
    needed: tuple[str, ...] = (),
) -> None:
    for key, value in table.items():
        where = f"{name}.{key}" if name else key
        if key not in known:
            problems.append(_fault(where, f"the key '{key}'", f"one of {', '.join(known)}"))
        elif not isinstance(value, known[key]) or (known[key] is int and isinstance(value, bool)):
            problems.append(_fault(where, repr(value), _NAMES[known[key]]))
        elif (
            isinstance(value, list)
            and key != "questions"
            and not all(isinstance(item, str) for item in value)
        ):
            problems.append(_fault(where, repr(value), "a list of texts"))
        elif key in ("values", "read_as") and not all(isinstance(item, str) for item in value.values()):
            problems.append(_fault(where, repr(value), "texts on both sides"))
    problems.extend(
        _fault(f"{name}.{key}", "nothing", "a column's heading") for key in needed if key not in table
    )


_NAMES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


def _known_role(code: object, where: str, problems: list[Problem]) -> None:
    known = [role.code for role in load_framework().roles]
    if code not in known:
        problems.append(_fault(where, f"the role '{code}'", f"one of {', '.join(known)}"))


def _check_roles(values: object, problems: list[Problem]) -> None:
    for answer, code in values.items() if isinstance(values, dict) else ():
        if code != "":
            _known_role(code, f"role.values.{answer}", problems)


def _check_question(question: object, name: str, problems: list[Problem]) -> None:
    if not isinstance(question, dict):
        problems.append(_fault(name, repr(question), "a table [[questions]]"))
        return
    _check(question, _QUESTION, name, problems, needed=("column",))
    layers = [layer.code for layer in load_framework().layers]
    if question.get("layer") and question["layer"] not in layers:
        problems.append(
            _fault(f"{name}.layer", f"'{question['layer']}'", f"one of {', '.join(layers)}, or use 'group'")
        )
    if question.get("layer") and question.get("group"):
        problems.append(_fault(f"{name}.group", "both a layer and a group", "one of them"))
    labels = question.get("labels")
    if isinstance(labels, list) and labels and (len(labels) < 2 or len(set(map(str, labels))) < len(labels)):
        problems.append(_fault(f"{name}.labels", repr(labels), "at least two different labels, lowest first"))


def _built(tables: Mapping[str, Any]) -> ColumnMapping:
    role = tables.get("role")
    attributed = tables.get("attributed_roles")
    choices = [
        ColumnChoice(
            **{key: tuple(value) if isinstance(value, list) else value for key, value in question.items()}
        )
        for question in tables.get("questions", [])
    ]
    choices += [ColumnChoice(column, ignore=True) for column in tables.get("ignore", [])]
    return ColumnMapping(
        title=tables.get("title", ""),
        sheet=tables.get("sheet", ""),
        role=RoleChoice(**role) if role else None,
        columns=tuple(choices),
        keep=tuple(tables.get("keep", ())),
        leave_out=tuple(tables.get("leave_out", ())),
        attributed_roles=None if attributed is None else tuple(attributed),
        form=tables.get("form", ""),
    )


def mapping_to_toml(mapping: ColumnMapping) -> str:
    """The mapping as TOML that `load_mapping` reads back to an equal mapping."""
    lines = [_line(key, value) for key, value in (
        ("title", mapping.title), ("sheet", mapping.sheet), ("form", mapping.form),
        ("keep", mapping.keep), ("leave_out", mapping.leave_out),
    ) if value]  # fmt: skip
    if mapping.attributed_roles is not None:
        lines.append(_line("attributed_roles", mapping.attributed_roles))
    named = _without_trailing_ignored(mapping.columns)
    ignored = [choice.column for choice in mapping.columns[len(named) :]]
    lines += [_line("ignore", ignored)] if ignored else []
    if mapping.role:
        lines += ["", "[role]", _line("column", mapping.role.column)]
        lines += [_line("occurrence", mapping.role.occurrence)] if mapping.role.occurrence != 1 else []
        lines += [
            "",
            "[role.values]",
            *(_line(_text(answer), code) for answer, code in mapping.role.values.items()),
        ]
    blank = ColumnChoice("")
    for choice in named:
        lines += ["", "[[questions]]"]
        for key in _QUESTION:
            value = getattr(choice, key)
            if key == "column" or value != getattr(blank, key):
                lines.append(_line(key, value))
    return "\n".join(lines).strip() + "\n"


def _without_trailing_ignored(columns: tuple[ColumnChoice, ...]) -> tuple[ColumnChoice, ...]:
    kept = len(columns)
    while kept and columns[kept - 1] == ColumnChoice(columns[kept - 1].column, ignore=True):
        kept -= 1
    return columns[:kept]


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line(key: str, value: object) -> str:
    return f"{key} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_text(key)} = {_text(item)}" for key, item in value.items()) + " }"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value)

"""Read and check `data/framework.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.framework.parts import (
    Domain,
    Framework,
    Imperative,
    Layer,
    Lens,
    PatternText,
    Precondition,
    ReferenceFigure,
    Role,
    Stage,
    Theme,
    ValueOutcome,
    fold,
)

LAYER_CODES = ("technology_capability", "leadership_alignment", "organisational_capability", "societal_trust")
BASE_ROLES = ("CEO", "CFO", "CTO", "Board", "Other executive", "Manager", "Employee")
PATTERN_CODES = (
    "ai_pilot_trap",
    "ai_theatre",
    "value_fragmentation",
    "trust_ceiling",
    "coordination_failure",
    "momentum_without_direction",
    "ethical_drift",
    "executive_manager_chasm",
    "shadow_ai",
    "capital_misallocation",
    "talent_flight",
    "activity_without_outcome",
    "confident_strategy_doubtful_delivery",
)
REFERENCES = (  # table, key, and the table whose codes it names
    ("patterns", "imperative", "imperatives"),
    ("patterns", "themes", "themes"),
    ("value_outcomes", "lenses", "lenses"),
    ("lenses", "roles", "roles"),
    ("roles", "counts_as", "roles"),
)


@cache
def load_framework(path: Path | None = None) -> Framework:
    """The framework, read and checked once.

    Raises
    ------
    DataFileError
        Naming file, table and key, when the file does not say what it should.
    """
    path = path or data_files.DATA_DIRECTORY / "framework.toml"
    tables = data_files.read_toml(path)
    parts = {
        name: data_files.rows(cls, tables, path.name, name)
        for name, cls in (
            ("layers", Layer),
            ("roles", Role),
            ("lenses", Lens),
            ("value_outcomes", ValueOutcome),
            ("stages", Stage),
            ("domains", Domain),
            ("imperatives", Imperative),
            ("themes", Theme),
            ("preconditions", Precondition),
            ("patterns", PatternText),
            ("reference_figures", ReferenceFigure),
        )
    }
    for name, items in parts.items():
        data_files.unique(items, path.name, name)
    for key in ("version", "necessity_question"):
        if not isinstance(tables.get(key), str):
            raise DataFileError(path.name, "", key, "a text is expected.")
    framework = Framework(version=tables["version"], necessity_question=tables["necessity_question"], **parts)
    _check_codes(framework, path.name)
    framework._aliases.update(_alias_index(framework, path.name))
    return framework


def _check_codes(framework: Framework, file: str) -> None:
    for table, wanted in (("layers", LAYER_CODES), ("patterns", PATTERN_CODES), ("roles", BASE_ROLES)):
        found = {item.code for item in getattr(framework, table)}
        for code in wanted:
            if code not in found:
                raise DataFileError(file, table, "code", f"'{code}' is missing; this code is fixed.")
    for table, key, target in REFERENCES:
        allowed = [item.code for item in getattr(framework, target)]
        for index, item in enumerate(getattr(framework, table)):
            value = getattr(item, key)
            for code in (value,) if isinstance(value, str) else value:
                if code or key != "counts_as":
                    data_files.known(code, allowed, file, f"{table}[{index}]", key)


def _alias_index(framework: Framework, file: str) -> dict[str, str]:
    index: dict[str, str] = {}
    for number, role in enumerate(framework.roles):
        for text in (role.code, role.name, role.plural, *role.aliases):
            other = index.setdefault(fold(text), role.code)
            if other != role.code:
                raise DataFileError(
                    file,
                    f"roles[{number}]",
                    "aliases",
                    f"'{text}' already stands for {other}; a name has one role.",
                )
    return index

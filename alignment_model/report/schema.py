"""The report's JSON Schema (draft 2020-12), and what in a report does not follow it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA_FILE = Path(__file__).with_name("report.schema.json")


@cache
def report_schema() -> dict[str, Any]:
    """The schema `report_data` follows."""
    return json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def faults(data: Mapping[str, Any]) -> list[str]:
    """Where the data leaves the schema, one sentence each; empty when it follows it.

    >>> faults({})[0]
    "at the top: 'report_version' is a required property"
    """
    found = Draft202012Validator(report_schema()).iter_errors(data)
    return [
        f"at {error.json_path.removeprefix('$.').replace('$', 'the top')}: {error.message}" for error in found
    ]

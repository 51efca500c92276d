"""Settings, read once from the environment.

| variable | meaning | without it |
|---|---|---|
| ALIGNMENT_DATABASE_URL | where surveys are stored (SQLAlchemy URL) | an SQLite file under var/ |
| ALIGNMENT_MINIMUM_GROUP | from how many respondents a protected group is shown (3 or more) | 5 |
| ALIGNMENT_PASSPHRASE | what the app asks for before it opens (8 characters or more) | it opens on this machine only |
| ALIGNMENT_THEME | the file with a company's colours, fonts and logo | the product's own, data/theme.toml |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alignment_model.errors import UsageError
from alignment_model.privacy import DEFAULT_MINIMUM, FLOOR

PROJECT_DIRECTORY = Path(__file__).resolve().parent.parent
DATABASE_VARIABLE = "ALIGNMENT_DATABASE_URL"
MINIMUM_VARIABLE = "ALIGNMENT_MINIMUM_GROUP"
THEME_VARIABLE = "ALIGNMENT_THEME"
LINK_ADDRESS_VARIABLE = "ALIGNMENT_LINK_ADDRESS"
PASSPHRASE_VARIABLE = "ALIGNMENT_PASSPHRASE"
SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE = 8, 200


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation may choose."""

    database_url: str
    minimum_group: int = DEFAULT_MINIMUM
    passphrase: str = field(default="", repr=False)


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings in force.

    Raises
    ------
    UsageError
        When a variable holds something that cannot be meant.

    >>> load_settings({"ALIGNMENT_DATABASE_URL": "postgres://u@host/db"}).database_url
    'postgresql+psycopg://u@host/db'
    """
    environment = os.environ if environment is None else environment
    default = f"sqlite:///{PROJECT_DIRECTORY / 'var' / 'alignment.db'}"
    return Settings(
        database_url=database_url(environment.get(DATABASE_VARIABLE) or default),
        minimum_group=_minimum(environment.get(MINIMUM_VARIABLE, str(DEFAULT_MINIMUM))),
        passphrase=_passphrase(environment.get(PASSPHRASE_VARIABLE, "")),
    )


def theme_file(environment: Mapping[str, str] | None = None) -> Path | None:
    """The company's theme file, if one is named; whoever reads it says when it is not there.

    >>> theme_file({"ALIGNMENT_THEME": "/etc/alignment/theme.toml"}).name
    'theme.toml'
    """
    named = (os.environ if environment is None else environment).get(THEME_VARIABLE, "").strip()
    return Path(named).expanduser().resolve() if named else None


def database_url(text: str) -> str:
    """The URL in the form the store understands: the PostgreSQL driver is named."""
    for prefix in ("postgres://", "postgresql://"):
        if text.startswith(prefix):
            return "postgresql+psycopg://" + text.removeprefix(prefix)
    return text


def _minimum(text: str) -> int:
    if not text.isdecimal() or int(text) < FLOOR:
        raise UsageError(f"{MINIMUM_VARIABLE} is '{text}'; it must be a whole number of {FLOOR} or more.")
    return int(text)


def _passphrase(text: str) -> str:
    if text and not SHORTEST_PASSPHRASE <= len(text) <= LONGEST_PASSPHRASE:
        raise UsageError(
            f"{PASSPHRASE_VARIABLE} has {len(text)} characters; "
            f"it must have {SHORTEST_PASSPHRASE} to {LONGEST_PASSPHRASE}."
        )
    return text

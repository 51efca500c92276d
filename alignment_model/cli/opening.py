"""The store and the settings a command works with."""

from __future__ import annotations

import getpass
from argparse import Namespace
from dataclasses import replace

from alignment_model import workflows
from alignment_model.settings import Settings, load_settings
from alignment_model.store import Store


def settings_of(options: Namespace) -> Settings:
    """The settings in force; `--database` goes before the environment."""
    settings = load_settings()
    return replace(settings, database_url=options.database) if options.database else settings


def opened(options: Namespace) -> Store:
    """The store, to be used in a `with` block."""
    return workflows.open_store(settings_of(options))


def person() -> str:
    """Who runs the command, as the machine knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "command line"

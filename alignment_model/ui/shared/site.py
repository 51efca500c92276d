"""The one door of this process, on the database the settings name."""

from __future__ import annotations

from functools import lru_cache

from alignment_model import workflows
from alignment_model.settings import Settings, load_settings
from alignment_model.store import Store
from alignment_model.ui.shared.door import Door


@lru_cache(maxsize=1)
def _store(settings: Settings) -> Store:
    return workflows.open_store(settings)


DOOR = Door(lambda: _store(load_settings()))
ROUTES = DOOR.routes()

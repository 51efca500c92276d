"""Files made from frozen snapshots, kept for a while: drawing a report takes seconds, and it never changes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from alignment_model import workflows
from alignment_model.store import LinkRecord, Store

Key = tuple[str, tuple[str, ...], str]
File = tuple[bytes, str, str]
MOST_KEPT = 12


class Files:
    """The last few files by snapshot, sections and format; one is made at a time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, File] = OrderedDict()
        self._making = Lock()

    def get(self, store: Store, link: LinkRecord, code: str) -> File:
        """A file's bytes, name and MIME type. Whether the link is still good is the caller's to ask."""
        key = (link.snapshot_id, link.sections, code)
        found = self._kept.get(key)
        if found is not None:
            return found
        with self._making:
            if key not in self._kept:
                self._kept[key] = workflows.export_report(workflows.linked_report(store, link), code)
                while len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            return self._kept[key]

"""What of Streamlit's own log a person would only be alarmed by is left out.

Imported before anything else of the app, because some of it is said while modules load.
"""

from __future__ import annotations

import logging

# Said because the server imports app.py once outside any session, as it must to turn the old page discovery off.
SAID_AT_IMPORT = ("missing ScriptRunContext", "No runtime found, using MemoryCacheStorageManager")
# Carries a stack trace; `server.page_failed` says the same in a line.
FAILED_PAGE = "Uncaught app execution"
LOGGERS = (
    "streamlit.error_util",
    "streamlit.runtime.caching.cache_data_api",
    "streamlit.runtime.scriptrunner_utils.script_run_context",
)


def is_of_use(record: logging.LogRecord) -> bool:
    """Whether a line of Streamlit's log says something to whoever runs the app."""
    text = record.getMessage()
    return text != FAILED_PAGE and not any(known in text for known in SAID_AT_IMPORT)


for name in LOGGERS:
    logging.getLogger(name).addFilter(is_of_use)

"""States a page can be in, for tests: surveys stored straight into the app's own database."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from alignment_model import workflows
from alignment_model.responses import Attribution, ResponseSet
from alignment_model.settings import load_settings
from alignment_model.store import ImportSource, Store, add_import
from alignment_model.ui import registry
from alignment_model.wording import NO_BREAK

AT = "2026-03-09T10:00:00.000000+00:00"
ATTRIBUTION = Attribution(frozenset({"CEO", "CFO", "CTO"}), True, "Ann", AT)


def the_store() -> Store:
    """The database the app under test uses."""
    return workflows.open_store(load_settings())


def stored(responses: ResponseSet, attribution: Attribution = ATTRIBUTION) -> None:
    """Put these answers into the app's database."""
    source = ImportSource("answers.xlsx", f"{responses.survey}-{responses.wave}".ljust(64, "0"), AT)
    with the_store() as store:
        add_import(store, replace(responses, attribution=attribution), source)


def opened(code: str, **parameters: str) -> AppTest:
    """The app on one page, after the start page."""
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.run()
    for name, value in parameters.items():
        app.query_params[name] = value
    entry = registry.page(code)
    return app.run() if entry.default else app.switch_page(entry.file).run()


def words_of(app: AppTest) -> str:
    """All text on the page, without the signs that keep it from becoming markup."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.error)
    return (
        "\n".join(element.value for kind in kinds for element in kind)
        .replace("\\", "")
        .replace(NO_BREAK, " ")
    )


def sentence_of(app: AppTest) -> str:
    """The page's first sentence."""
    return app.header[0].value.replace("\\", "").replace(NO_BREAK, " ")

"""Analyses and reports in every shape a report has to survive, as fixtures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from alignment_model.analysis import model as am
from alignment_model.report.model import Report
from tests.report.organisations import build, reported
from tests.report.shapes import ROLE_NAMES, SECRET, SECRET_NUMBER, SHAPES, Shape


@pytest.fixture(scope="session")
def make() -> Callable[..., am.Analysis]:
    """Make an analysis by its kind, with changes to its shape."""
    return lambda kind="usual", **changes: build(replace(SHAPES[kind], **changes))


@pytest.fixture(params=sorted(SHAPES))
def analysis(request: pytest.FixtureRequest) -> am.Analysis:
    """Each kind of analysis in turn."""
    return build(SHAPES[request.param])


@pytest.fixture(scope="session", params=sorted(SHAPES))
def any_report(request: pytest.FixtureRequest) -> Report:
    """The report of each kind of analysis in turn."""
    return reported(request.param)


@pytest.fixture(scope="session")
def report_of() -> Callable[[str], Report]:
    """The report of one kind of analysis."""
    return reported


@pytest.fixture(scope="session")
def analyses() -> st.SearchStrategy[am.Analysis]:
    """Analyses of any make-up, for laws that hold for all of them."""
    sizes = st.dictionaries(st.sampled_from(ROLE_NAMES), st.integers(0, 12), max_size=8)
    shapes = st.builds(
        Shape,
        sizes=sizes.map(lambda found: tuple(found.items())),
        questions=st.integers(0, 2),
        text=st.text(min_size=1, max_size=60),
        known=st.booleans(),
        extras=st.booleans(),
        survey=st.text(max_size=30),
        seed=st.integers(0, 10_000),
    )
    return shapes.map(build)


@pytest.fixture(scope="session")
def secrets() -> tuple[str, str]:
    """What a made-up hidden role said: text and number, never to be seen in any export."""
    return SECRET, str(SECRET_NUMBER)

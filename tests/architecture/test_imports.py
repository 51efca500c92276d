"""Which room may import which: data flows one way, so that the core never learns of the screen."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "alignment_model"

RING_0 = {"errors", "settings", "framework", "questionnaire", "responses", "commitments"}
RING_0 |= {"privacy", "wording", "data_files"}
RING_1 = {"intake", "counts", "measures", "findings", "analysis", "sample"}
RING_2 = {"charts", "report", "store", "access"}
RING_3 = {"workflows", "cli", "__main__"}
RING_4 = {"ui"}
RINGS = (RING_0, RING_1, RING_2, RING_3, RING_4)

LIBRARIES = {
    "numpy": RING_1 | RING_2 | RING_3 | RING_4,
    "pandas": RING_1 | RING_2 | RING_3 | RING_4,
    "scipy": RING_1,
    "openpyxl": {"intake"},
    "python_calamine": {"intake"},
    "rapidfuzz": {"intake"},
    "altair": {"charts"},
    "vl_convert": {"charts", "report"},
    "xlsxwriter": {"report"},
    "jsonschema": {"report"},
    "pptx": {"report"},
    "fontTools": {"charts", "report"},
    "typst": {"report"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
    "streamlit": {"ui"},
    "starlette": {"ui"},
}


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def ring_of(room: str) -> int:
    return next(number for number, rooms in enumerate(RINGS) if room in rooms)


def imports_of(path: Path) -> set[str]:
    """Every module the file imports, anywhere in it, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path.name} uses a relative import; write the whole name."
            found |= {f"{node.module}.{name.name}" for name in node.names} | {node.module}
    return found


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_what_lies_further_in(path: Path) -> None:
    room = room_of(path)
    for name in imports_of(path):
        if not name.startswith("alignment_model."):
            continue
        other = name.split(".")[1]
        if other == room or other == "__version__":
            continue
        allowed = ring_of(other) < ring_of(room) or (
            ring_of(other) == ring_of(room) and room not in RING_2 - {"report"}
        )
        allowed = allowed and not (room == "report" and other in {"store", "access"})
        assert allowed, f"{path.relative_to(PROJECT)} imports {name}: '{room}' may not know '{other}'."


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_used_only_in_its_room(path: Path) -> None:
    room = room_of(path)
    for name in imports_of(path):
        library = name.split(".")[0]
        if library in LIBRARIES:
            assert room in LIBRARIES[library], (
                f"{path.relative_to(PROJECT)} imports {library}, which is not for '{room}'."
            )


def test_pages_use_only_the_screen_charts_and_the_catalogue() -> None:
    allowed = (
        "alignment_model.ui",
        "alignment_model.charts",
        "alignment_model.measures.catalogue",
        "alignment_model.measures",
    )
    for path in (PROJECT / "pages").rglob("*.py"):
        for name in imports_of(path):
            if name.startswith("alignment_model.") and name != "alignment_model.measures":
                assert name.startswith(allowed), (
                    f"{path.relative_to(PROJECT)} imports {name}: pages stay thin."
                )


def test_no_page_lies_directly_in_the_pages_folder() -> None:
    """Streamlit would serve it without app.py, so without the frame."""
    assert not list((PROJECT / "pages").glob("*.py"))


def test_the_core_runs_without_screen_charts_or_database() -> None:
    """Rings 0 and 1 are imported with those libraries made unimportable."""
    rooms = sorted((RING_0 | RING_1) & {room_of(path) for path in FILES})
    modules = ", ".join(f"alignment_model.{room}" for room in rooms)
    blocked = "streamlit", "altair", "sqlalchemy", "alembic", "vl_convert", "xlsxwriter"
    code = f"import sys\nfor name in {blocked!r}:\n    sys.modules[name] = None\nimport {modules}\n"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", sorted((PROJECT / "pages").rglob("*.py")), ids=lambda path: path.name)
def test_a_page_stays_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_core_file_stays_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, (
        "split this file: a reader has to hold it in mind"
    )

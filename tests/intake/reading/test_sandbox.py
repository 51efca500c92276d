"""Whatever happens to the process that opens a workbook, the app goes on."""

import threading
import time

import pytest

from alignment_model.errors import Cancelled, InputError
from alignment_model.intake.reading import limits, read_source, sandbox
from alignment_model.intake.reading.progress import Watch
from tests.intake.hostile import building


def child_that(monkeypatch, script):
    """Have the sandbox start a process that runs `script` instead of ours."""
    path = ["-c", script]
    started = sandbox.subprocess.Popen

    def start(command, **options):
        return started([command[0], *path], **options)

    monkeypatch.setattr(sandbox.subprocess, "Popen", start)


def drain(data=b"x"):
    return list(sandbox.sandboxed_frames(data, "xlsx", 0, "openpyxl", Watch()))


def test_a_process_that_aborts_is_a_refusal(monkeypatch):
    child_that(monkeypatch, "import os; os.abort()")
    with pytest.raises(InputError, match="more memory"):
        drain()


def test_a_process_that_breaks_gives_way_to_the_next_reader(monkeypatch):
    child_that(monkeypatch, "raise SystemExit(3)")
    with pytest.raises(sandbox.ReaderFailed):
        drain(b"x" * 1_000_000)
    with pytest.raises(InputError) as refused:
        read_source(building.workbook(), "answers.xlsx")
    assert refused.value.problems[0].code == "file.damaged"


def test_a_process_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(sandbox, "PROCESSOR_CAPPED", False)
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.2)
    child_that(monkeypatch, "import time; time.sleep(60)")
    started = time.monotonic()
    with pytest.raises(InputError, match="far longer"):
        drain()
    assert time.monotonic() - started < 30


def test_a_process_that_spins_is_stopped_by_the_system():
    script = (
        "from alignment_model.intake.reading.child import limit_resources as limit\nlimit(1)\nwhile True: 1"
    )
    with pytest.MonkeyPatch.context() as patch:
        child_that(patch, script)
        with pytest.raises(InputError, match="far longer"):
            drain()


def test_a_process_that_takes_too_much_memory_is_stopped():
    script = (
        "from alignment_model.intake.reading.child import limit_resources as limit\n"
        "limit(5)\ntry:\n    bytearray(2_000_000_000)\nexcept MemoryError:\n    import os; os.abort()"
    )
    with pytest.MonkeyPatch.context() as patch:
        child_that(patch, script)
        with pytest.raises(InputError, match="more memory"):
            drain()


def test_cancelling_ends_the_process_at_once(monkeypatch):
    child_that(monkeypatch, "import time; time.sleep(60)")
    started = time.monotonic()
    with pytest.raises(Cancelled):
        read_source(building.workbook(), "answers.xlsx", cancelled=lambda: time.monotonic() - started > 0.2)
    assert time.monotonic() - started < 30


def test_the_process_is_told_no_secrets(monkeypatch):
    monkeypatch.setenv("ALIGNMENT_DATABASE", "postgresql://user:secret@host/db")
    child_that(monkeypatch, "import os; raise SystemExit(5 if 'ALIGNMENT_DATABASE' in os.environ else 6)")
    with pytest.raises(sandbox.ReaderFailed, match="code 6"):
        drain()


def test_several_threads_read_at_once():
    data, results = building.workbook(), []
    threads = [threading.Thread(target=lambda: results.append(read_source(data, "x"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4 and len({result.sheets[0].rows for result in results}) == 1


def test_progress_knows_how_many_rows_there_are():
    heard = []
    data = building.workbook([["Role", "Q1"], *(["CEO", 4] for _ in range(1_500))])
    read_source(data, "x", progress=lambda read, total: heard.append((read, total)))
    assert (500, 1501) in heard and heard[-1] == (1501, 1501)

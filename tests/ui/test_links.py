"""What a share link opens, and all it does not: tried request by request, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from alignment_model import access, workflows
from alignment_model import store as stores
from alignment_model.errors import UsageError
from alignment_model.report.snapshot import freeze
from alignment_model.store import LinkRecord, Store
from alignment_model.ui.server import SecurityHeaders
from alignment_model.ui.shared.__main__ import app as alone
from alignment_model.ui.shared.door import Door
from alignment_model.workflows import LinkOptions
from tests.report.organisations import reported
from tests.store.making import AT, responses, source
from tests.ui.asking import Answer, Client

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
STRANGER = "A" * 43
PASSPHRASE = "three calm words"
WHOLE = reported("three leaders")
REPORT = replace(WHOLE, sections=tuple(replace(part, blocks=part.blocks[-1:]) for part in WHOLE.sections))
BODY = freeze(REPORT, note="", created_at=AT, versions={}).text


class World:
    """A store with one snapshot, a door to it, and a clock that is moved by hand."""

    def __init__(self, store: Store) -> None:
        self.store, self.now, self.tick = store, NOW, 0.0
        self.snapshot = stores.add_snapshot(store, BODY, survey="AI survey", wave="Spring", at=AT)
        self.door = Door(lambda: store, lambda: self.now, lambda: self.tick)
        app = Starlette(routes=self.door.routes(), middleware=[Middleware(SecurityHeaders)])
        self.client = Client(app)

    def issue(self, **options: object) -> tuple[LinkRecord, str]:
        """A link for a week."""
        wanted = LinkOptions(NOW + timedelta(days=7), **options)  # type: ignore[arg-type]
        return workflows.issue_link(self.store, self.snapshot.id, wanted, now=NOW)

    def get(self, path: str) -> Answer:
        """What a reader gets; time goes on, so that limits are not in the way."""
        self.tick += 3600
        return self.client.get(path)

    def views(self) -> list[int]:
        return [link.views for link in workflows.list_links(self.store)]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with stores.open_store(f"sqlite:///{tmp_path / 'links.db'}") as store:
        stores.add_import(store, responses(), source())
        yield World(store)


def told(answer: Answer) -> tuple[int, bytes, dict[str, str]]:
    """All that a stranger could tell answers apart by."""
    return answer.status_code, answer.content, dict(answer.headers)


def test_a_link_shows_the_exported_page_of_the_snapshot_and_counts_the_look(world: World) -> None:
    _, token = world.issue()
    answer = world.get(f"/s/{token}")
    exported = workflows.export_report(REPORT, "html")[0].decode()
    assert answer.status_code == 200
    assert answer.text.startswith(exported.split("<body>")[0])
    assert answer.text.endswith(exported.split("<body>")[1].strip() + "\n")
    assert "until 27 Nov 2026" in answer.text
    assert world.views() == [1]
    assert world.client.request("HEAD", f"/s/{token}").status_code == 200
    assert world.views() == [1]


def test_nothing_of_it_is_kept_indexed_framed_or_passed_on(world: World) -> None:
    _, token = world.issue(downloads=("json",))
    _, locked = world.issue(passphrase=PASSPHRASE)
    for path in (f"/s/{token}", f"/s/{token}/download/json", f"/s/{locked}", f"/s/{STRANGER}", "/s/", "/s"):
        headers = world.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-robots-tag"].startswith("noindex")
        assert headers.getlist("referrer-policy") == ["no-referrer"]
        policies = headers.getlist("content-security-policy")
        assert len(policies) == 1
        assert "default-src 'none'" in policies[0] and "frame-ancestors 'none'" in policies[0]
        assert "connect-src" not in policies[0]


def test_the_report_stands_in_a_sandbox_that_cannot_act_as_the_app(world: World) -> None:
    _, token = world.issue()
    policy = world.get(f"/s/{token}").headers["content-security-policy"]
    assert "sandbox allow-scripts" in policy
    assert "allow-same-origin" not in policy and "allow-forms" not in policy
    assert re.search(r"script-src 'sha256-[^']+'", policy)


def test_a_stranger_an_expired_and_a_revoked_token_and_wrong_paths_are_told_the_same(world: World) -> None:
    revoked, gone = world.issue(downloads=("xlsx",))
    workflows.revoke_link(world.store, revoked.id, now=NOW)
    _, late = world.issue()
    _, good = world.issue(downloads=("json",))
    calm = told(world.get(f"/s/{STRANGER}"))
    paths = ["", "/", f"/{gone}", f"/{gone}/download/xlsx", f"/{good}/", f"/{good}/download/xlsx"]
    paths += [f"/{good}/download", f"/{good}/download/", f"/{good}/download/json/", f"/{good}/overview"]
    paths += [
        f"/{good}%2F",
        f"/{good}%2Fdownload%2Fjson",
        f"/{good}/download/%6Ason",
        f"/{good}/..%2f..%2fgaps",
    ]
    paths += [f"/%2e%2e/{good}", f"/{good}/download/../../../etc/passwd", f"/{good}%00", f"/{good}/%5c..%5c"]
    paths += [
        f"/{good.swapcase()}",
        f"/{good[:-1]}",
        f"/{good}A",
        "/" + "A" * 5000,
        "//",
        "/%ff",
        "/%F0%9F%94%91",
    ]
    paths += [f"/{good}/../{good}", f"/../s/{good}", f"/{good}/../../gaps", f"/{good}/_stcore/stream"]
    for path in paths:
        assert told(world.get(f"/s{path}")) == calm, path
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        world.tick += 3600
        assert told(world.client.request(method, f"/s/{good}", content=b"x" * 9999)) == calm, method
    world.now += timedelta(days=7)
    assert told(world.get(f"/s/{late}")) == calm
    assert world.views() == [0, 0, 0]


def test_a_revoked_link_ends_for_those_who_have_it_open(world: World) -> None:
    link, token = world.issue(downloads=("json",), passphrase=PASSPHRASE)
    enter(world, token)
    assert world.get(f"/s/{token}").status_code == 200
    workflows.revoke_link(world.store, link.id, now=NOW)
    for path in (f"/s/{token}", f"/s/{token}/download/json"):
        assert told(world.get(path)) == told(world.get(f"/s/{STRANGER}"))


def test_a_link_revoked_while_its_page_is_made_shows_nothing(world: World, monkeypatch) -> None:
    link, token = world.issue()
    get = world.door.files.get

    def slow(*given):
        workflows.revoke_link(world.store, link.id, now=NOW)
        return get(*given)

    monkeypatch.setattr(world.door.files, "get", slow)
    assert world.get(f"/s/{token}").status_code == 404


def test_only_chosen_sections_and_formats_can_be_had(world: World) -> None:
    words = REPORT.data["open_answers"][0]["text"]
    _, whole = world.issue(downloads=("xlsx", "html", "json"))
    _, part = world.issue(sections=("gaps",), downloads=("json",))
    assert words in world.get(f"/s/{whole}").text
    assert words not in world.get(f"/s/{part}").text
    answer = world.get(f"/s/{part}/download/json")
    assert words not in answer.text
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    assert world.get(f"/s/{part}/download/xlsx").status_code == 404
    assert world.get(f"/s/{whole}/download/xlsx").content.startswith(b"PK")


def enter(world: World, token: str, passphrase: str = PASSPHRASE, **headers: str) -> Answer:
    """Fill the form in, as a browser would."""
    form = re.search(r'name="form" value="([^"]+)"', world.get(f"/s/{token}").text)
    assert form is not None
    fields = {"form": form.group(1), "passphrase": passphrase}
    return world.client.post(f"/s/{token}", data=fields, headers=headers)


def test_a_passphrase_is_asked_before_anything_is_shown(world: World) -> None:
    _, token = world.issue(passphrase=PASSPHRASE, downloads=("json",))
    asked = world.get(f"/s/{token}")
    assert "asks for a passphrase" in asked.text and REPORT.title not in asked.text
    assert "form-action 'self'" in asked.headers["content-security-policy"]
    assert world.get(f"/s/{token}/download/json").status_code == 303
    wrong = enter(world, token, "three calm word")
    assert (wrong.status_code, "not the passphrase" in wrong.text) == (403, True)
    right = enter(world, token)
    assert (right.status_code, right.headers["location"]) == (303, token)
    cookie = right.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", f"Path=/s/{token}", "Max-Age=1800"))
    assert REPORT.title in world.get(f"/s/{token}").text
    assert world.get(f"/s/{token}/download/json").status_code == 200
    world.now += timedelta(minutes=31)
    assert "asks for a passphrase" in world.get(f"/s/{token}").text


def test_a_ticket_for_one_link_opens_no_other(world: World) -> None:
    _, token = world.issue(passphrase=PASSPHRASE)
    _, other = world.issue(passphrase=PASSPHRASE)
    ticket = enter(world, token).cookies["entry"]
    world.client.cookies.clear()
    world.client.cookies["entry"] = ticket
    assert REPORT.title in world.get(f"/s/{token}").text
    assert "asks for a passphrase" in world.get(f"/s/{other}").text


def test_another_site_cannot_fill_the_form_in(world: World) -> None:
    _, token = world.issue(passphrase=PASSPHRASE)
    answer = enter(world, token, **{"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200 and "set-cookie" in answer.headers
    assert "entry=" not in answer.headers["set-cookie"]
    world.client.cookies.clear()
    blind = world.client.post(f"/s/{token}", data={"passphrase": PASSPHRASE, "form": ""})
    assert "entry=" not in blind.headers["set-cookie"]
    large = world.client.post(f"/s/{token}", data={"passphrase": "x" * 100_000})
    assert "entry=" not in large.headers["set-cookie"]


def test_who_asks_too_often_waits_whether_the_link_is_good_or_not(world: World) -> None:
    _, token = world.issue()
    world.get(f"/s/{token}")
    answers = [
        world.client.get(f"/s/{STRANGER[:-1]}{letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"
    ]
    assert [answer.status_code for answer in answers] == [404] * 30 + [429] * 2
    limited = world.client.get(f"/s/{token}")
    assert told(limited) == told(answers[-1])
    assert world.get(f"/s/{token}").status_code == 200


def test_passphrases_cannot_be_tried_for_long(world: World) -> None:
    _, token = world.issue(passphrase=PASSPHRASE)
    world.door._fits = lambda passphrase, link: passphrase == PASSPHRASE  # scrypt itself is tried elsewhere
    codes = []
    for number in range(16):
        world.client.cookies["form"] = "f" * 20
        fields = {"form": "f" * 20, "passphrase": f"guess {number}"}
        codes.append(world.client.post(f"/s/{token}", data=fields).status_code)
        world.client.cookies.clear()
    assert codes == [403] * 15 + [429]


def test_a_store_out_of_reach_is_said_calmly(world: World, monkeypatch) -> None:
    _, token = world.issue()
    with world.store.writing() as connection:
        connection.exec_driver_sql("UPDATE snapshots SET body = body || ' '")
    answer = world.get(f"/s/{token}")
    assert answer.status_code == 503
    assert "Not just now" in answer.text and "changed after" not in answer.text


def test_the_token_itself_is_kept_nowhere(world: World, tmp_path: Path) -> None:
    _, token = world.issue(passphrase=PASSPHRASE)
    enter(world, token)
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("links.db*"))
    assert access.token_digest(token).encode() in kept
    assert token.encode() not in kept
    assert PASSPHRASE.encode() not in kept


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"sections": ("secrets",)}, "no section 'secrets'"),
        ({"downloads": ("doc",)}, "not a format"),
        ({"passphrase": "short"}, "8 to 200"),
    ],
)
def test_a_link_that_cannot_be_meant_is_refused(world: World, options: dict, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        world.issue(**options)


def test_the_server_for_links_alone_has_nothing_else(world: World) -> None:
    client = Client(alone)
    for path in (
        "/",
        "/gaps",
        "/_stcore/health",
        "/_stcore/stream",
        "/media/x.png",
        "/healthz",
        f"/{STRANGER}",
    ):
        assert client.get(path).status_code == 404
        assert "does not open anything" in client.get(path).text

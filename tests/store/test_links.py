"""Share links as kept: by the digest of their token, until they end or their snapshot goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alignment_model import store as stores
from alignment_model.errors import ConflictError, NotFoundError
from alignment_model.store import LinkRecord, Store
from tests.store.making import AT, LATER, responses, source

pytestmark = pytest.mark.postgres
DIGEST = "a" * 64


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with stores.open_store(address) as opened:
        stores.add_import(opened, responses(), source())
        yield opened


def added(store: Store, digest: str = DIGEST, **options: object) -> LinkRecord:
    snapshot = stores.add_snapshot(store, "{}", survey="AI survey", wave="Spring", at=AT)
    link = stores.NewLink(snapshot.id, digest, LATER, **options)  # type: ignore[arg-type]
    return stores.add_link(store, link, at=AT, by="Ann")


def test_a_link_is_found_by_the_digest_of_its_token_and_by_nothing_else(store: Store) -> None:
    link = added(store, label="Board", sections=("overview", "gaps"), downloads=("xlsx",), passphrase="kept")
    assert stores.find_link(store, DIGEST) == link
    assert (link.survey, link.wave, link.label) == ("AI survey", "Spring", "Board")
    assert (link.sections, link.downloads, link.views, link.seen_at) == (
        ("overview", "gaps"),
        ("xlsx",),
        0,
        "",
    )
    assert stores.find_link(store, "b" * 64) is None
    assert stores.find_link(store, link.id) is None
    assert DIGEST not in repr(link)


def test_a_digest_is_kept_once(store: Store) -> None:
    added(store)
    with pytest.raises(ConflictError):
        added(store)


def test_views_are_counted_one_by_one(store: Store) -> None:
    link = added(store)
    for moment in (AT, LATER):
        stores.count_view(store, link.id, at=moment)
    found = stores.find_link(store, DIGEST)
    assert found is not None
    assert (found.views, found.seen_at) == (2, LATER)


def test_a_link_is_revoked_once_and_says_when_and_by_whom(store: Store) -> None:
    link = added(store)
    assert stores.revoke_link(store, link.id, at=AT, by="Ann").revoked_at == AT
    assert stores.revoke_link(store, link.id, at=LATER, by="Bob").revoked_by == "Ann"
    with pytest.raises(NotFoundError, match="no share link"):
        stores.revoke_link(store, "nobody", at=AT)


def test_links_go_with_their_survey(store: Store) -> None:
    first, second = added(store), added(store, "b" * 64)
    assert [link.id for link in stores.list_links(store, "AI survey")] == [second.id, first.id]
    stores.delete_survey(store, "AI survey")
    assert stores.list_links(store) == ()
    assert stores.find_link(store, DIGEST) is None


def test_a_link_to_a_snapshot_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no snapshot"):
        stores.add_link(store, stores.NewLink("nothing", DIGEST, LATER), at=AT)

"""Tokens cannot be guessed or read back, links end when they should, passphrases are dear to try."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model import access
from alignment_model.errors import UsageError

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
KEPT = access.hash_passphrase("three calm words", salt=b"0" * 16)


def test_a_token_has_256_bits_stands_in_a_url_and_never_comes_twice() -> None:
    tokens = {access.new_token() for _ in range(200)}
    assert len(tokens) == 200
    assert all(access.is_token(token) for token in tokens)


@pytest.mark.parametrize(
    "text", ["", "x" * 42, "x" * 44, "x" * 42 + "/", "x" * 42 + "\n", "é" * 43, "." * 43]
)
def test_what_has_not_a_tokens_shape_is_none(text: str) -> None:
    assert not access.is_token(text)


@given(st.text())
def test_any_text_has_a_digest(text: str) -> None:
    assert len(access.token_digest(text)) == 64


@given(st.integers(1, access.LONGEST_DAYS))
def test_a_link_is_active_until_its_end_and_expired_from_then_on(days: int) -> None:
    end = access.end_in_days(NOW, days)
    assert access.link_state(end, False, end - timedelta(microseconds=1)) == access.ACTIVE
    assert access.link_state(end, False, end) == access.EXPIRED
    assert access.link_state(end, True, NOW) == access.REVOKED


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_link_that_ends_at_once_or_never_is_refused(days: int) -> None:
    with pytest.raises(UsageError, match="1 to 366 days"):
        access.end_in_days(NOW, days)


def test_a_day_means_until_its_end() -> None:
    assert access.end_of_day(NOW, NOW.date()).hour == 23
    with pytest.raises(UsageError, match="over"):
        access.end_of_day(NOW, date(2026, 11, 19))
    with pytest.raises(UsageError, match="at most"):
        access.end_of_day(NOW, date(2028, 1, 1))


def test_only_the_passphrase_itself_fits_and_it_is_not_in_what_is_kept() -> None:
    assert access.passphrase_fits("three calm words", KEPT)
    assert not access.passphrase_fits("three calm word", KEPT)
    assert not access.passphrase_fits("", KEPT)
    assert "calm" not in KEPT
    assert access.hash_passphrase("three calm words") != KEPT


@pytest.mark.parametrize("passphrase", ["", "short", "x" * 201])
def test_a_passphrase_of_no_use_is_refused(passphrase: str) -> None:
    with pytest.raises(UsageError, match="8 to 200 characters"):
        access.hash_passphrase(passphrase)


def test_a_ticket_is_good_for_one_link_one_passphrase_and_a_while() -> None:
    until = int(NOW.timestamp()) + 60
    ticket = access.entry_ticket(KEPT, "one", until)
    assert access.ticket_fits(ticket, KEPT, "one", NOW)
    assert not access.ticket_fits(ticket, KEPT, "two", NOW)
    assert not access.ticket_fits(ticket, KEPT + "x", "one", NOW)
    assert not access.ticket_fits(ticket, KEPT, "one", NOW + timedelta(seconds=60))
    assert not access.ticket_fits(ticket.replace(str(until), str(until + 9)), KEPT, "one", NOW)


@given(st.text())
def test_no_other_text_is_a_ticket(text: str) -> None:
    assert not access.ticket_fits(text, KEPT, "one", NOW)


def test_the_limit_holds_for_each_key_and_opens_again() -> None:
    limit = access.RateLimit(3, 60)
    assert [limit.take("a", 1.0) for _ in range(4)] == [True, True, True, False]
    assert limit.take("b", 1.0)
    assert limit.spent("a", 2.0) and not limit.spent("b", 2.0)
    assert limit.take("a", 61.0)


def test_the_keys_remembered_are_bounded() -> None:
    limit = access.RateLimit(1, 60, keys=5)
    for number in range(50):
        limit.take(str(number), 0.0)
    assert len(limit._windows) == 5

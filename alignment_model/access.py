"""Who may look at what is shared: tokens, expiry, passphrases, and how often somebody may ask.

Nothing here knows a clock or a database: time is passed in, and what is kept is a text the store can hold.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections import OrderedDict
from datetime import date, datetime, time, timedelta
from threading import Lock

from alignment_model.errors import UsageError
from alignment_model.settings import LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE

ACTIVE, EXPIRED, REVOKED = "active", "expired", "revoked"
TOKEN_BYTES = 32
TOKEN_SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")
USUAL_DAYS = (7, 30, 90)
LONGEST_DAYS = 366
# scrypt at 16 MB and some 50 ms a try: dear for who tries many, cheap for who knows it.
SCRYPT_COST, SCRYPT_BLOCK, SCRYPT_LANES = 2**14, 8, 1
SALT_BYTES = 16


def new_token() -> str:
    """256 random bits as 43 characters that stand in a URL as they are."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_digest(token: str) -> str:
    """What is kept of a token: it tells whether a token is the one, and cannot be turned back into it.

    >>> token_digest("abc")[:12]
    'ba7816bf8f01'
    """
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def is_token(text: str) -> bool:
    """Whether the text has a token's shape; says nothing about whether there is such a link."""
    return TOKEN_SHAPE.fullmatch(text) is not None


def end_in_days(now: datetime, days: int) -> datetime:
    """When a link ends that is good for so many days.

    Raises
    ------
    UsageError
        When it would end at once, or after more than a year.
    """
    if not 1 <= days <= LONGEST_DAYS:
        raise UsageError(f"A link is good for 1 to {LONGEST_DAYS} days, not {days}.")
    return now + timedelta(days=days)


def end_of_day(now: datetime, day: date) -> datetime:
    """When a link ends that is good until the end of a day (UTC).

    Raises
    ------
    UsageError
        When the day is over, or more than a year away.
    """
    end = datetime.combine(day, time.max, tzinfo=now.tzinfo)
    if end <= now:
        raise UsageError("That day is over. Choose today or a later day.")
    if end - now > timedelta(days=LONGEST_DAYS + 1):
        raise UsageError(f"A link is good for {LONGEST_DAYS} days at most. Choose an earlier day.")
    return end


def link_state(expires_at: datetime, revoked: bool, now: datetime) -> str:
    """Whether a link is "active", "expired" or "revoked"; at the very moment of its end it has ended."""
    if revoked:
        return REVOKED
    return ACTIVE if now < expires_at else EXPIRED


def hash_passphrase(passphrase: str, salt: bytes | None = None) -> str:
    """What is kept of a passphrase: cost, salt and scrypt hash in one text.

    Raises
    ------
    UsageError
        When it is too short to be of use, or too long to be meant.
    """
    if not SHORTEST_PASSPHRASE <= len(passphrase) <= LONGEST_PASSPHRASE:
        raise UsageError(
            f"A passphrase has {SHORTEST_PASSPHRASE} to {LONGEST_PASSPHRASE} characters. "
            "Three or four words make a good one."
        )
    salt = secrets.token_bytes(SALT_BYTES) if salt is None else salt
    made = _scrypt(passphrase, salt, SCRYPT_COST, SCRYPT_BLOCK, SCRYPT_LANES)
    parts = (f"{SCRYPT_COST}", f"{SCRYPT_BLOCK}", f"{SCRYPT_LANES}", _text(salt), _text(made))
    return "$".join(("scrypt", *parts))


def passphrase_fits(passphrase: str, kept: str) -> bool:
    """Whether it is the one that was kept; takes the same time whichever character differs."""
    _, cost, block, lanes, salt, expected = kept.split("$")
    found = _scrypt(passphrase[:LONGEST_PASSPHRASE], b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(found, b64decode(expected))


def entry_ticket(kept: str, link_id: str, until: int) -> str:
    """Proof that somebody gave the passphrase of this link; good until a moment in seconds since 1970.

    It is signed with the kept hash, so it ends with the passphrase and no key has to be stored.
    """
    message = f"entry|{link_id}|{until}".encode()
    return f"{until}.{hmac.new(kept.encode(), message, hashlib.sha256).hexdigest()}"


def ticket_fits(ticket: str, kept: str, link_id: str, now: datetime) -> bool:
    """Whether the ticket is this link's, genuine, and not over."""
    until = ticket.partition(".")[0]
    if not re.fullmatch(r"[0-9]{1,12}", until) or not ticket.isascii():
        return False
    genuine = hmac.compare_digest(ticket, entry_ticket(kept, link_id, int(until)))
    return genuine and now.timestamp() < int(until)


def _scrypt(passphrase: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    text = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "replace")
    return hashlib.scrypt(text, salt=salt, n=cost, r=block, p=lanes, maxmem=2**26, dklen=32)


def _text(content: bytes) -> str:
    return b64encode(content).decode()


class RateLimit:
    """So many requests in so many seconds for each key; the keys remembered are bounded, the oldest go first."""

    def __init__(self, most: int, seconds: float, keys: int = 10_000) -> None:
        self.most, self.seconds, self.keys = most, seconds, keys
        self._windows: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str, now: float) -> bool:
        """Count one request; False when it is one too many. `now` is in seconds, on any clock that runs on."""
        with self._lock:
            begun, count = self._windows.pop(key, (now, 0))
            if now - begun >= self.seconds:
                begun, count = now, 0
            self._windows[key] = (begun, count + 1)
            while len(self._windows) > self.keys:
                self._windows.popitem(last=False)
            return count < self.most

    def spent(self, key: str, now: float) -> bool:
        """Whether the next request would be one too many; counts nothing."""
        with self._lock:
            begun, count = self._windows.get(key, (now, 0))
            return now - begun < self.seconds and count >= self.most

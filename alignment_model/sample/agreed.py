"""What the invented organisation agreed to do after its first conversations: kept, missed and still open."""

from __future__ import annotations

from datetime import date

from alignment_model.commitments import KEPT, MISSED, Commitment

FIRST, SECOND = "2026 Q1", "2026 Q2"

AGREED = (
    Commitment(
        "Every new initiative names the problem it solves, on one page, before money is committed",
        "CEO",
        date(2026, 5, 29),
        FIRST,
        "LA3",
        state=KEPT,
        note="Since May no initiative has started without the page.",
    ),
    Commitment(
        "Write down one set of standards for data and models together with the business units",
        "CTO",
        date(2026, 6, 30),
        FIRST,
        "OC4",
    ),
    Commitment(
        "Ask twenty customers what would make them comfortable, and tell the board",
        "Other executives",
        date(2026, 5, 15),
        FIRST,
        "ST2",
        state=MISSED,
        note="Put off until the new service is out.",
    ),
    Commitment(
        "Agree on the two outcomes that count, and say which others give way",
        "CFO",
        date(2026, 7, 31),
        SECOND,
        "LA1",
    ),
)

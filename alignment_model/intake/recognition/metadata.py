"""Columns that survey tools add by themselves: identifiers, times, addresses, states. Never ratings."""

from __future__ import annotations

import re

from alignment_model.intake.recognition.survey_words import key, survey_words
from alignment_model.intake.text import fold

LONGEST_HEADING = 60  # a tool's own headings are short; questions may start like one
ID, EMAIL, NAME, TIME, SUBMITTED = "id", "email", "name", "time", "submitted"
DURATION, ADDRESS, STATUS, FINISHED, PROGRESS = "duration", "address", "status", "finished", "progress"
CHANNEL, LANGUAGE, LAST_PAGE, OTHER = "channel", "language", "last_page", "other"

_PATTERNS = (
    (
        re.compile(
            r"^(points|punkte|feedback|puntos|pontos|punten|punti|commentaires|comentarios|comentários)\s?\s*[-–:]\s",
            re.I,
        ),
        OTHER,
    ),
    (re.compile(r"(?:\b|_)(first click|last click|page submit|click count)$", re.I), DURATION),
    (re.compile(r"^(group|question|gruppen|fragen?|groupe)\s?(time|zeit|temps)\b", re.I), DURATION),
    (
        re.compile(
            r"^(temps|tiempo|tempo|tijd)\b.{0,12}\b(group|question|grupo|pregunt|pergunt|groep|vraag)\w*\s*:",
            re.I,
        ),
        DURATION,
    ),
    (re.compile(r"^(TIME\d{3}|TIME_SUM|rts\d+)$"), DURATION),
    (re.compile(r"^\w+_NPS_GROUP$"), OTHER),
    (re.compile(r"^\w+_timestamp$"), TIME),
    (re.compile(r"^\w+_complete$"), FINISHED),
    (re.compile(r"^timestamp \((mm|dd|yyyy)", re.I), TIME),
    (re.compile(r"^\S*time$|^(group|question)time", re.I), DURATION),
    (re.compile(r"_(browser|version|operating system|resolution)$", re.I), ADDRESS),
    (re.compile(r"^\{.*relevancestatus.*\}$", re.I | re.S), OTHER),
    (re.compile(r"\b(parent topics|topics|sentiment( polarity| score)?)$"), OTHER),
    (re.compile(r"^utm_|^q_[a-z]+$|^q_url", re.I), OTHER),
)
_IMPORT_KINDS = {
    "startdate": TIME, "enddate": SUBMITTED, "status": STATUS, "ipaddress": ADDRESS, "progress": PROGRESS,
    "duration": DURATION, "finished": FINISHED, "recordeddate": TIME, "recordid": ID, "distributionchannel": CHANNEL,
    "userlanguage": LANGUAGE, "recipientlastname": NAME, "recipientfirstname": NAME, "recipientemail": EMAIL,
    "externaldatareference": ID, "locationlatitude": ADDRESS, "locationlongitude": ADDRESS,
}  # fmt: skip


def metadata_kind(heading: str) -> str:
    """What a tool's own column holds ("id", "time", …); "" when the heading is not one of a tool's own.

    >>> metadata_kind("Start time"), metadata_kind("Horodateur"), metadata_kind("How ready are we?")
    ('time', 'time', '')
    """
    name = heading.strip()
    if 0 < len(name) <= LONGEST_HEADING:
        known = survey_words().headings
        found = known.get(key(name), "") or known.get(key(re.sub("['’´`]", " ", name)), "")
        if found:
            return found
    return next((kind for pattern, kind in _PATTERNS if pattern.search(name)), "")


def import_kind(import_id: str) -> str:
    """What a Qualtrics column holds by its ImportId; question ids (QID…) are no metadata.

    >>> import_kind("recordedDate"), import_kind("QID51_1"), import_kind("QID93_FIRST_CLICK")
    ('time', '', 'duration')
    """
    if re.match(r"^QID\d+", import_id):
        if re.search(r"_(FIRST_CLICK|LAST_CLICK|PAGE_SUBMIT|CLICK_COUNT)$", import_id):
            return DURATION
        if re.search(r"_(BROWSER|VERSION|OS|RESOLUTION)$", import_id):
            return ADDRESS
        return OTHER if re.search(r"(Topics|Sentiment\w*|NPS_GROUP)$", import_id) else ""
    return _IMPORT_KINDS.get(fold(import_id).replace(" ", ""), OTHER)

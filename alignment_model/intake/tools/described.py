"""Tools told by their own headings alone (`data/survey_columns.toml`), and tables of no tool that we know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from alignment_model.intake.grid import Header
from alignment_model.intake.recognition.survey_words import ToolWords, key, survey_words
from alignment_model.intake.text import fold
from alignment_model.intake.tools.base import (
    INCOMPLETE,
    PREVIEW,
    Tool,
    View,
    metadata_by_heading,
    plain_headers,
)

_NOT_FINISHED = {"false", "0", "no", "incomplete", "nein", "non", "nao", "nee"}


def state_of(answers: Mapping[str, str], words: ToolWords | None = None) -> str:
    """What the columns on status and completion say of a row, in the words most tools use and in a tool's own."""
    states = {fold(answers.get(kind, "")) for kind in ("status", "channel")}
    if states & survey_words().tried or (words and states & words.tried):
        return PREVIEW
    unfinished = bool(states & survey_words().unfinished or (words and states & words.unfinished))
    return INCOMPLETE if unfinished or fold(answers.get("finished", "")) in _NOT_FINISHED else ""


def _tool(words: ToolWords) -> Tool:
    def matches(view: View) -> bool:
        return words.marks <= set(view.names)

    def metadata(view: View, headers: Sequence[Header]) -> dict[int, str]:
        names = view.row(0)
        own = {place: words.headings.get(key(names[place])) for place in range(len(names))}
        return metadata_by_heading(view, headers) | {place: kind for place, kind in own.items() if kind}

    def headers(view: View, rows: int) -> list[Header]:
        return _regrouped(plain_headers(view, rows), words)

    def row_note(answers: Mapping[str, str]) -> str:
        return state_of(answers, words)

    return Tool(words.name, matches, headers=headers, metadata=metadata, row_note=row_note)


def _regrouped(headers: Sequence[Header], words: ToolWords) -> list[Header]:
    """Questions apart from statements at the tool's own mark, wherever several columns share the question."""
    split = [_split(header, words) for header in headers]
    shared = Counter([group for group, _ in split if group] + [header.item for header in headers])
    return [
        Header(header.index, item, group=group, code=header.code) if group and shared[group] > 1 else header
        for header, (group, item) in zip(headers, split)
    ]


def _split(header: Header, words: ToolWords) -> tuple[str, str]:
    """Question and statement of a heading; ("", heading) when it has no mark."""
    if header.group:
        return "", header.item
    first, mark, last = header.item.partition(words.before) if words.before else ("", "", "")
    if mark and first and last:
        return first.strip(), last.strip()
    first, mark, last = header.item.rpartition(words.after) if words.after else ("", "", "")
    return (last.strip(), first.strip()) if mark and first and last else ("", header.item)


def described_tools() -> tuple[Tool, ...]:
    """The tools described in the data file, in its order."""
    return tuple(map(_tool, survey_words().tools))


PLAIN = Tool("plain", lambda view: True, row_note=state_of)

"""Which questions and roles two waves share, and why the others cannot be compared."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_model.analysis.model import Analysis, QuestionResult
from alignment_model.findings.words import role_phrase
from alignment_model.privacy import TOO_CLOSE


@dataclass(frozen=True, slots=True)
class NotComparable:
    """Something only one wave can tell, or both tell differently. `kind` is "question" or "role"."""

    kind: str
    code: str
    label: str
    reason: str


Pair = tuple[QuestionResult, QuestionResult]


def shared_questions(before: Analysis, after: Analysis) -> tuple[dict[str, Pair], tuple[NotComparable, ...]]:
    """Questions asked alike in both waves, and the rest with the reason."""
    earlier = {result.question.code: result for result in before.questions}
    later = {result.question.code: result for result in after.questions}
    shared: dict[str, Pair] = {}
    apart = []
    for code in dict.fromkeys([*earlier, *later]):
        reason = _difference(earlier.get(code), later.get(code))
        if reason:
            label = (later.get(code) or earlier[code]).question.label
            apart.append(NotComparable("question", code, label, reason))
        else:
            shared[code] = (earlier[code], later[code])
    return shared, tuple(apart)


def _difference(first: QuestionResult | None, second: QuestionResult | None) -> str:
    if first is None or second is None:
        return f"asked only in the {'second' if first is None else 'first'} wave"
    if first.labels != second.labels:
        return "the answers to choose from changed"
    if first.question.reversed != second.question.reversed:
        return "the direction of the question changed"
    if _plain(first.question.text) != _plain(second.question.text):
        return "the wording changed"
    if first.question.layer != second.question.layer:
        return "it moved to another layer"
    return ""


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def shared_roles(before: Analysis, after: Analysis) -> tuple[tuple[str, ...], tuple[NotComparable, ...]]:
    """Roles shown in both waves, in office order, and the rest with the reason."""
    earlier, later = ({role.code: role for role in wave.roles} for wave in (before, after))
    shared, apart = [], []
    for code in dict.fromkeys([*later, *earlier]):
        first, second = earlier.get(code), later.get(code)
        if first and second and first.shown and second.shown:
            shared.append(code)
            continue
        if first is None or second is None:
            reason = f"answered only in the {'second' if first is None else 'first'} wave"
        elif TOO_CLOSE in (first.reason, second.reason):
            reason = "too few answers differ between the waves to show what changed"
        else:
            which = "both waves" if not first.shown and not second.shown else "one of the waves"
            reason = f"hidden in {which}: too few people"
        apart.append(NotComparable("role", code, role_phrase(code), reason))
    return tuple(shared), tuple(apart)

"""All patterns in one sentence: what is there, what is not, and how many nobody can judge yet."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import NOT_ENOUGH, PRESENT, WATCH, PatternFinding
from alignment_model.findings.patterns.signal_sentences import NOT_ASKED
from alignment_model.wording import count, listing

FEW = 3  # patterns a sentence names


def patterns_sentence(findings: Sequence[PatternFinding]) -> str:
    """Which patterns are there, else which are worth watching, else what can be said of none."""
    for word, said in ((PRESENT, "the evidence is there"), (WATCH, "worth watching")):
        found = [finding for finding in findings if finding.word == word]
        if found:
            return f"{_named(found)}: {said}"
    return none_seen(findings)


def _named(found: Sequence[PatternFinding]) -> str:
    """A few patterns by name; of many their number and the one or two that score highest."""
    if len(found) <= FEW:
        return listing([finding.name for finding in found])
    scores = [f"{finding.score or 0.0:.2f}" for finding in found]
    first = [finding.name for finding, score in zip(found, scores) if score == max(scores)]
    most = f", {listing(first)} most of all" if len(first) < FEW else ""
    return f"{count(len(found), 'pattern')}{most}"


def none_seen(findings: Sequence[PatternFinding]) -> str:
    """What can be said when no pattern is present or worth watching; not judged is not the same as not seen."""
    unknown = sum(finding.word == NOT_ENOUGH for finding in findings)
    judged = len(findings) - unknown
    if not findings or (not judged and _never_asked(findings)):
        return "This survey asks nothing that patterns are made of, so no pattern can be judged"
    if not judged:
        return "Nobody can tell yet: too little of the evidence that patterns rest on could be measured"
    if not unknown:
        return "No pattern of misalignment stands out"
    if judged == 1:
        return f"The one pattern that can be judged is not seen; {unknown} cannot be judged yet"
    return f"No pattern is seen among the {judged} that can be judged; {unknown} cannot be judged yet"


def not_judged(findings: Sequence[PatternFinding]) -> str:
    """How many patterns lack evidence, beside some that do not; empty when there are none or all are."""
    unknown = sum(finding.word == NOT_ENOUGH for finding in findings)
    if unknown in (0, len(findings)):
        return ""
    return (
        f"{unknown} of {count(len(findings), 'pattern')} cannot be judged: too little of the evidence "
        "could be measured. The table says how much, each pattern what is missing."
    )


def _never_asked(findings: Sequence[PatternFinding]) -> bool:
    answers = [s for finding in findings for s in finding.signals_missing if s.source != "register"]
    return bool(answers) and all(signal.measured.reason == NOT_ASKED for signal in answers)

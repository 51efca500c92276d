"""Why something about the leadership roles cannot be said: nobody took part, nobody may be shown, nobody answered."""

from __future__ import annotations

from alignment_model.findings.evidence import Evidence, is_leadership


def too_few_leaders(evidence: Evidence, known: int, did: str = "gave an answer") -> str:
    """The reason when only `known` (0 or 1) leadership roles count; `did` says what the others did not do."""
    took_part = [role.code for role in evidence.counts.roles if is_leadership(role.code)]
    if not took_part:
        return "no leadership role answered"
    hidden = len(took_part) > len(evidence.leadership)
    number = "only one" if known else "no"
    return f"{number} leadership role {'may be shown' if hidden else did}"

"""First sentences of the pages about what is loaded, frozen and shared."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from alignment_model import wording
from alignment_model.analysis.model import Analysis
from alignment_model.store import LinkRecord, SnapshotRecord, SurveySummary


def snapshots_sentence(snapshots: Sequence[SnapshotRecord], analysis: Analysis | None) -> str:
    """How many are kept, and which was frozen last; `snapshots` come the latest first."""
    if snapshots:
        last = snapshots[0]
        which = "the latest of" if len(snapshots) > 1 else "of"
        kept = f"{wording.count(len(snapshots), 'snapshot')} {_are(len(snapshots))} kept"
        return f"{kept}, {which} {last.survey}, {last.wave}, frozen {wording.moment(last.created_at)}"
    if analysis is None:
        return "Nothing is loaded yet, so there is nothing to freeze"
    return f"Nothing is frozen yet: the numbers of {analysis.survey}, {analysis.wave} move with every import"


def links_sentence(active: Sequence[LinkRecord], snapshots: Collection[str]) -> str:
    """How many links are open, and when the first of them ends."""
    if active:
        first = wording.moment(min(link.expires_at for link in active))
        until = f"until {first}" if len(active) == 1 else f"the first ends on {first}"
        return f"{wording.count(len(active), 'link')} {_are(len(active))} open, {until}"
    if not snapshots:
        return "Nothing is frozen yet, so there is nothing a link could show"
    return "No link is open: without an account nobody can read anything"


def packs_sentence(audiences: Collection[str], sources: Collection[str], analysis: Analysis | None) -> str:
    """For how many audiences a pack can be made, and of what."""
    if not sources:
        return "Nothing is loaded yet, so there is nothing to make a pack of"
    of = f"{analysis.survey}, {analysis.wave}" if analysis else wording.count(len(sources), "snapshot")
    return f"{wording.count(len(audiences), 'audience')} can each have a pack of {of}"


def compare_sentence(snapshots: Collection[str]) -> str:
    """Why there are not two snapshots to compare."""
    if snapshots:
        return "Only one snapshot is frozen, so there is nothing to set it against yet"
    return "Nothing is frozen yet, so nothing can be set side by side"


def loaded_sentence(surveys: Sequence[SurveySummary]) -> str:
    """What is loaded, and what loading does."""
    waves = sum(len(survey.waves) for survey in surveys)
    if not waves:
        return "No answers are loaded yet: choose the file that has them"
    held = sum(bool(survey.waves) for survey in surveys)
    what = f"{wording.count(held, 'survey')} with {wording.count(waves, 'wave')}"
    return f"{what} {_are(held)} loaded: choose a file to add the next"


def _are(n: int) -> str:
    return "is" if n == 1 else "are"

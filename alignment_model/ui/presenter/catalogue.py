"""Every slide there is, in the order of a good day, and which of them a wave can show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from alignment_model.analysis import Analysis
from alignment_model.ui.presenter import agreeing, opening, substance, talking
from alignment_model.ui.presenter.view import Slide
from alignment_model.workflows.presentations import Presentation

MOST_CONVERSATIONS = 5

SLIDES = (
    Slide("title", "Title and who answered", opening.title),
    Slide("layers", "The nested layers", opening.layers),
    Slide("agree", "Where we agree", opening.agreement),
    Slide("divides", "The question that divides most", opening.divides, guessable=True),
    Slide("pair", "CEO and CFO", opening.pair, guessable=True),
    Slide("value", "What value means", substance.value, guessable=True),
    Slide("chain", "Where the chain breaks", substance.chain, guessable=True),
    Slide("theory", "Theory and reality", substance.theory, guessable=True),
    Slide("patterns", "Patterns of misalignment", substance.patterns),
    Slide("conversations", "What to talk about", talking.conversations),
    *(
        Slide(
            f"conversation-{rank}",
            f"Conversation {rank}",
            partial(talking.conversation, rank),
            guessable=True,
        )
        for rank in range(1, MOST_CONVERSATIONS + 1)
    ),
    Slide(agreeing.CODE, "Commitments", agreeing.commitments),
)


def available(analysis: Analysis) -> tuple[Slide, ...]:
    """The slides this wave has the data for."""
    return tuple(slide for slide in SLIDES if slide.make(analysis, False) is not None)


def in_order(slides: Sequence[Slide], chosen: Presentation) -> list[Slide]:
    """The slides in the facilitator's order; one the facilitator has not seen follows its usual predecessor."""
    ordered = [slide for code in chosen.order for slide in slides if slide.code == code]
    for index, slide in enumerate(slides):
        if slide not in ordered:
            before = slides[index - 1] if index else None
            ordered.insert(ordered.index(before) + 1 if before in ordered else 0, slide)
    return ordered


def to_show(slides: Sequence[Slide], chosen: Presentation) -> list[Slide]:
    """What the room sees: in order, without what was left out; all of them rather than none."""
    ordered = in_order(slides, chosen)
    return [slide for slide in ordered if slide.code not in chosen.left_out] or ordered

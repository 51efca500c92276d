"""The first slides: who answered, the four layers, where leaders agree, what divides them, CEO and CFO."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from alignment_model import wording
from alignment_model.analysis import Analysis
from alignment_model.analysis.model import CLEAR, POSSIBLE, Gap, QuestionResult, RoleSummary
from alignment_model.charts import layers_on_scale, nested_layers, who_answered
from alignment_model.charts.dot_rows import DotRow, dot_rows
from alignment_model.charts.drawing.names import role_name
from alignment_model.findings import words
from alignment_model.ui.presenter.masking import NOBODY, mask
from alignment_model.ui.presenter.view import Notes, Picture, View
from alignment_model.ui.reading import general as reading

TOGETHER = 1.0  # leaders stand together on a question when the farthest two are at most this far apart
MOST_AGREED = 3
GUESS = "Guess first: who stands where?"
PAIR = ("CEO", "CFO")


def title(analysis: Analysis, hidden: bool) -> View | None:
    """Survey, wave, and who answered."""
    return View(
        analysis.wave,
        analysis.survey,
        f"{wording.count(analysis.respondents, 'person', 'people')} answered",
        Picture(who_answered, (analysis.roles,)),
        notes=Notes(
            say=(analysis.headline, "Today is about what we see differently, not about who is right."),
            care=(
                *reading.hidden_roles(analysis),
                "Roles shown by name of role were told so before they answered.",
            ),
        ),
        cover=True,
    )


def layers(analysis: Analysis, hidden: bool) -> View | None:
    """The emblem."""
    known = [layer for layer in analysis.layers if layer.agreement.value.known]
    if not known:
        return None
    ranked = sorted(known, key=lambda layer: layer.agreement.value.value or 0)
    least, most = words.layer_phrase(ranked[0].layer), words.layer_phrase(ranked[-1].layer)
    told = (
        f"Leaders agree most on {most}, least on {least}"
        if len(ranked) > 1
        else f"How far leaders agree on {most}"
    )
    return View(
        f"{wording.count(len(analysis.layers), 'layer')}, one inside the other",
        told,
        picture=Picture(nested_layers, (analysis,)),
        notes=Notes(
            say=(reading.how_to_read_layers(analysis), *(layer.agreement.sentence for layer in known)),
            ask=("Which of these four surprises you, and in which direction?",),
            care=tuple(reading.how_sure(analysis.overall)),
        ),
    )


def agreement(analysis: Analysis, hidden: bool) -> View | None:
    """The questions on which leaders stand closest together."""
    asked = [result for layer in analysis.layers for result in layer.questions if result.spread.known]
    together = [
        result for result in asked if (result.spread.value or 0) <= TOGETHER and result.agreement.known
    ]
    together = [result for result in together if len(_held(result, analysis)) > 1]
    if not together:
        return None
    together.sort(key=lambda result: -(result.agreement.value or 0))
    drawn = _on_one_scale(together)[:MOST_AGREED]
    rows = [_together_row(result, analysis) for result in drawn]
    return View(
        "Where we agree",
        f"Leaders stand together on {len(together)} of {wording.count(len(asked), 'question')}",
        "Grey line: all leadership roles",
        Picture(dot_rows, (rows,), _scale(drawn[0])),
        notes=Notes(
            say=(
                "Start here: this much is settled and need not be argued again.",
                *(result.question.text for result in drawn),
            ),
            ask=("What made us agree on these, and would it help with the others?",),
            care=(
                "Together: the farthest two leaders stand within one point of each other.",
                "Agreeing is not the same as being right: look at where on the scale we agree.",
            ),
        ),
    )


def _on_one_scale(results: list[QuestionResult]) -> list[QuestionResult]:
    """The questions that share the commonest scale, ends in the same order: one axis must be true for every row."""
    counted = Counter(str(_scale(result)) for result in results)
    commonest = counted.most_common(1)[0][0]
    return [result for result in results if str(_scale(result)) == commonest]


def _held(result: QuestionResult, analysis: Analysis) -> list[float]:
    """Where the leadership roles stand."""
    held = [_position(result, role) for role in analysis.shown_roles if role.leadership]
    return [value for value in held if value is not None]


def _together_row(result: QuestionResult, analysis: Analysis) -> DotRow:
    known = _held(result, analysis)
    middle = sum(known) / len(known)
    return DotRow(result.question.label, middle, wording.points(middle), reach=(min(known), max(known)))


def divides(analysis: Analysis, hidden: bool) -> View | None:
    """The question that divides most, a row a role."""
    if not analysis.most_divisive:
        return None
    result = analysis.question(analysis.most_divisive)
    far = wording.points(result.spread.value or 0)
    return View(
        "The question that divides most",
        result.question.text,
        GUESS if hidden else f"Leaders stand {far} points apart",
        stand(result, analysis.roles, hidden=hidden),
        notes=Notes(
            say=(reading.divides_most(analysis),),
            ask=(
                "Before I show it: who do you think agrees most? Who least?",
                "What have you seen that the others have not?",
            ),
            care=("A line around a dot is its 95 % interval. One person has none.",),
        ),
    )


def pair(analysis: Analysis, hidden: bool) -> View | None:
    """CEO and CFO on every layer."""
    roles = tuple(role for role in analysis.shown_roles if role.code in PAIR)
    gaps = [
        gap for gap in analysis.gaps if {gap.from_role, gap.to_role} == set(PAIR) and gap.difference.known
    ]
    if len(roles) < 2 or not gaps:
        return None
    widest = max(gaps, key=lambda gap: (_rank(gap), abs(gap.difference.value or 0)))
    told = reading.gap_sentence(analysis, widest)
    if widest.word not in (CLEAR, POSSIBLE):
        told = "Between CEO and CFO no gap is larger than chance would give"
    shown = mask(roles).roles if hidden else roles
    seen = replace(analysis, roles=shown)
    if hidden:
        codes = mask(roles).codes
        seen = replace(
            seen,
            layers=tuple(
                replace(layer, positions={codes[role.code]: layer.positions[role.code] for role in roles})
                for layer in analysis.layers
            ),
        )
    return View(
        "CEO and CFO",
        "Who stands higher: the CEO or the CFO?" if hidden else told,
        "Mean answers",
        Picture(layers_on_scale, (seen,)),
        notes=Notes(
            say=tuple(_told(analysis, gap) for gap in gaps),
            ask=("What does finance see here? What does the CEO see that finance does not?",),
            care=(
                "Each is one person, shown by name of role. Nobody is wrong; they look from other places.",
            ),
        ),
    )


def _rank(gap: Gap) -> int:
    return {CLEAR: 2, POSSIBLE: 1}.get(gap.word, 0)


def _told(analysis: Analysis, gap: Gap) -> str:
    if gap.word in (CLEAR, POSSIBLE):
        return f"{reading.gap_sentence(analysis, gap)}."
    layer = words.layer_phrase(analysis.layer(gap.layer).layer)
    return f"On {layer} no gap that chance would not give."


def stand(
    result: QuestionResult, roles: tuple[RoleSummary, ...], *, hidden: bool, leaders_only: bool = False
) -> Picture:
    """Where each role stands on a question, highest first; a "?" for each while they are hidden."""
    shown = [role for role in roles if role.shown and (role.leadership or not leaders_only)]
    placed = [(role, _position(result, role)) for role in shown]
    known = sorted(((value, role) for role, value in placed if value is not None), key=lambda pair: -pair[0])
    rows = [
        DotRow(
            NOBODY if hidden else role_name(role),
            value,
            wording.points(value),
            "" if hidden else role.code,
            None if hidden else result.positions[role.code].interval,
        )
        for value, role in known
    ]
    return Picture(dot_rows, (rows,), _scale(result))


def _position(result: QuestionResult, role: RoleSummary) -> float | None:
    found = result.positions.get(role.code)
    return found.value if found else None


def _scale(result: QuestionResult) -> dict[str, object]:
    ends = (result.labels[0], result.labels[-1])
    low, high = ends[::-1] if result.question.reversed else ends
    return {"low": 1.0, "high": float(result.levels), "ticks": ((1.0, low), (float(result.levels), high))}

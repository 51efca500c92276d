"""A made-up wave, believable in its numbers, and ways to bend it: few roles, many, long words, nothing shown."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from alignment_model.analysis import model
from alignment_model.framework import Layer
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import DESIGNED, EVIDENCE, Question

LAYERS = (
    Layer("technology_capability", "Technology Capability", 1),
    Layer("leadership_alignment", "Leadership Alignment", 2),
    Layer("organisational_capability", "Organisational Capability", 3),
    Layer("societal_trust", "Societal Trust", 4),
)
ROLES = (
    ("CEO", "CEO", 1, True),
    ("CFO", "CFO", 1, True),
    ("CTO", "CTO", 1, True),
    ("Board", "Board", 6, False),
    ("Other executive", "Other executives", 5, False),
    ("Manager", "Managers", 40, False),
    ("Employee", "Employees", 180, False),
)
OFFICES = (("COO", "COO"), ("CIO", "CIO"), ("CDO", "CDO"), ("CHRO", "CHRO"), ("CMO", "CMO"))
LABELS = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
TEXTS = (
    "We know why we use AI",
    "Our data are fit for what we want to do with them",
    "Systems in production are watched and kept up to date",
    "We can say which models run where, who answers for each of them and when each was last checked",
    "New tools reach the people who need them within weeks",
    "Our suppliers tell us what we need to know",
)
TILT = {"CEO": 0.7, "CFO": -0.8, "CTO": 0.4, "Board": 0.3, "Other executive": 0.0, "Manager": -0.5}
TOO_FEW = "Hidden: fewer than 5 people"


def make_roles(count: int = 7, hidden: frozenset[str] = frozenset()) -> tuple[model.RoleSummary, ...]:
    extra = [(code, name, 1, True) for code, name in OFFICES][: max(0, count - 7)]
    chosen = [*ROLES[:5], *extra, *ROLES[5:]] if count > 5 else list(ROLES[:count])
    return tuple(
        model.RoleSummary(
            code,
            name,
            n,
            attributed,
            code not in hidden,
            code not in ("Manager", "Employee"),
            TOO_FEW if code in hidden else "",
        )
        for code, name, n, attributed in chosen
    )


def make_question(layer, index, roles, *, levels=5, text="", spread=1.0, is_reversed=False):
    draw = random.Random(f"{layer.code}{index}{levels}")
    question = Question(
        f"{layer.code[:4]}_{index}",
        text or TEXTS[index % len(TEXTS)],
        scale="agree",
        layer=layer.code,
        reversed=is_reversed,
    )
    labels = LABELS if levels == 5 else tuple(f"Level {level}" for level in range(1, levels + 1))
    positions, distributions, hidden = {}, {}, {}
    for role in roles:
        if not role.shown:
            hidden[role.code] = role.reason
            positions[role.code] = Statistic.none(role.reason)
            continue
        centre = 1 + (levels - 1) * (0.58 + 0.22 * spread * (TILT.get(role.code, 0.1) + draw.gauss(0, 0.4)))
        answers = [min(levels, max(1, round(draw.gauss(centre, 0.9)))) for _ in range(role.n)]
        unsure = draw.randint(0, max(0, role.n // 12))
        counts = tuple(answers.count(level + 1) for level in range(levels))
        distributions[role.code] = model.Distribution(counts, unsure, draw.randint(0, 1))
        mean = sum(answers) / len(answers)
        positions[role.code] = Statistic.of(levels + 1 - mean if is_reversed else mean, n=role.n)
    known = [positions[role.code].value for role in roles if role.leadership and positions[role.code].known]
    width = (
        Statistic.of(max(known) - min(known)) if len(known) > 1 else Statistic.none("only one role is shown")
    )
    return model.QuestionResult(
        question,
        levels,
        labels,
        positions,
        distributions,
        hidden,
        Statistic.of(0.7),
        Statistic.of(0.6),
        width,
        {},
        {},
    )


VERDICTS = (
    (0.86, model.ALIGNED, (), (), (0.79, 0.92)),
    (0.74, model.ONE_APART, ("CFO",), (), (0.64, 0.82)),
    (0.68, model.TWO_CAMPS, (), (("CEO", "CTO"), ("CFO", "Board")), (0.58, 0.78)),
    (0.55, model.DIVIDED, (), (), (0.43, 0.66)),
)


def make_agreement(value, word, who, camps, interval) -> model.Agreement:
    return model.Agreement(
        Statistic.of(value, n=6, interval=interval),
        Statistic.of(0.6),
        0.83,
        model.NullBand(0.47, 0.6, 0.72),
        0.01,
        word,
        who,
        camps,
    )


def unknown_agreement(reason="only one leadership role answered") -> model.Agreement:
    return model.Agreement(
        Statistic.none(reason), Statistic.none(reason), None, None, None, model.UNKNOWN_WORD
    )


def make_layers(roles, *, layers=LAYERS, questions=6, levels=5, text="", unknown=False):
    results = []
    for number, layer in enumerate(layers):
        asked = tuple(
            make_question(layer, index, roles, levels=levels, text=text, spread=1.4)
            for index in range(questions)
        )
        positions = {}
        for role in roles:
            values = [question.positions[role.code] for question in asked]
            mean = [1 + 4 * (value.value - 1) / (levels - 1) for value in values if value.known]
            positions[role.code] = Statistic.of(sum(mean) / len(mean), n=role.n) if mean else values[0]
        agreement = unknown_agreement() if unknown else make_agreement(*VERDICTS[number % 4])
        results.append(
            model.LayerResult(
                layer,
                agreement,
                positions,
                Statistic.of(3.4),
                Statistic.of(60),
                "CEO",
                "CFO",
                asked[0].question.code,
                {},
                asked,
            )
        )
    return tuple(results)


def make_gaps(roles) -> tuple[model.Gap, ...]:
    pairs = [
        ("CEO", "CFO", 1.6, model.CLEAR),
        ("CTO", "CFO", 1.2, model.CLEAR),
        ("CEO", "Board", 0.6, model.POSSIBLE),
    ]
    pairs += [("Board", "CTO", -0.4, model.NONE), ("Leadership", "Manager", 0.9, model.CLEAR)]
    pairs += [("Leadership", "Employee", 1.1, model.CLEAR), ("Manager", "Employee", 0.2, model.NONE)]
    return tuple(
        model.Gap(
            layer.code,
            one,
            other,
            "groups" if other in ("Manager", "Employee") else "leadership",
            Statistic.of(size - 0.15 * layer.order, interval=(size - 0.15 * layer.order - 0.6, size + 0.5)),
            0.02,
            word,
        )
        for layer in LAYERS
        for one, other, size, word in pairs
    )


def make_signal(code, label, strength, measured, unit="points", source="leadership") -> model.Signal:
    return model.Signal(code, label, source, measured, unit, 0.2, 0.8, 1.0, strength, f"{label}.")


def make_pattern(word=model.PRESENT, score=0.71) -> model.PatternFinding:
    return model.PatternFinding(
        "ai_pilot_trap",
        "AI pilot trap",
        word,
        score,
        0.8,
        Statistic.of(0.9),
        (
            make_signal("a", "Few pilots reach production", 0.95, Statistic.of(0.12), "share", "register"),
            make_signal("b", "Pilots are old", 0.8, Statistic.of(19.0), "months", "register"),
            make_signal("c", "Leadership sees no route to production", 0.6, Statistic.of(2.3), "points"),
        ),
        (
            make_signal(
                "d", "Managers see pilots end in daily work", 0.2, Statistic.of(3.6), "points", "managers"
            ),
        ),
        (
            make_signal(
                "e", "Budget for production is set aside", None, Statistic.none("nobody answered this"), ""
            ),
        ),
        "Pilots succeed and stop there: 1 of 8 reached production.",
        "What would it take?",
        "align",
    )


def make_analysis(count=7, hidden=frozenset(), names=(), **options) -> model.Analysis:
    roles = make_roles(count, frozenset(hidden))
    roles = (*(replace(role, name=name) for role, name in zip(roles, names)), *roles[len(names) :])
    return model.Analysis(
        "Example",
        "Autumn 2026",
        "2026-11-20",
        False,
        "EUR",
        sum(role.n for role in roles),
        roles,
        make_agreement(0.71, model.MIXED, (), (), (0.62, 0.79)),
        make_layers(roles, **options),
        (),
        make_gaps(roles),
        (),
        (make_pattern(),),
        None,
        None,
        None,
        None,
        None,
        (),
        (),
        "CEO and board agree; the CFO stands apart.",
        "",
    )


def chain_question(part: str) -> Question:
    return Question(f"chain_{part}", part, kind=EVIDENCE, scale="evidence", part=part)


def designed_question(part: str) -> Question:
    return Question(f"designed_{part}", part, kind=DESIGNED, scale="agree", part=part)


@pytest.fixture(scope="session")
def wave() -> model.Analysis:
    return make_analysis()


@pytest.fixture(scope="session")
def make_wave():
    return make_analysis


@pytest.fixture(scope="session")
def without_agreement(wave) -> tuple[model.LayerResult, ...]:
    return tuple(replace(layer, agreement=unknown_agreement()) for layer in wave.layers)

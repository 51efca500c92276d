"""Analyses built by hand, in every shape a report has to survive: no survey, store or analysis needed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest
from hypothesis import strategies as st

from alignment_model.analysis import model as am
from alignment_model.commitments import Commitment
from alignment_model.findings.commitments import Since, Standing
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import EVIDENCE, RATING, Question
from alignment_model.report.build import build_report
from alignment_model.report.model import Report
from alignment_model.responses import Initiative

LABELS = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
USUAL = {"CEO": 1, "CFO": 1, "CTO": 1, "Board": 6, "Other executive": 5, "Manager": 40, "Employee": 180}
ATTRIBUTED = frozenset({"CEO", "CFO", "CTO"})
SECRET = "the-secret-of-a-hidden-role"
SECRET_NUMBER = 4.7653219


@dataclass(frozen=True)
class Shape:
    """What kind of organisation to make up."""

    sizes: tuple[tuple[str, int], ...] = tuple(USUAL.items())
    questions: int = 5
    text: str = "Our AI does what we need it to do in daily work"
    known: bool = True  # False: every statistic is a reason
    extras: bool = True
    survey: str = "Northwind AI alignment"
    seed: int = 1


def build(shape: Shape) -> am.Analysis:
    """One made-up analysis; the numbers are plausible, not computed."""
    return _Maker(shape).analysis()


class _Maker:
    def __init__(self, shape: Shape) -> None:
        self.shape, self.random = shape, random.Random(shape.seed)
        policy = PrivacyPolicy(attributed=ATTRIBUTED)
        self.roles = tuple(
            am.RoleSummary(
                code,
                code,
                n,
                code in ATTRIBUTED,
                not policy.too_few(code, n),
                code not in ("Manager", "Employee"),
                policy.reason(code, n),
            )
            for code, n in shape.sizes
        )
        self.leaders = [role.code for role in self.roles if role.leadership and role.shown]

    def statistic(self, low: float, high: float, n: int = 5, width: float = 0.3) -> Statistic:
        if not self.shape.known:
            return Statistic.none("Nobody can tell yet (no answers)", n=0)
        value = self.random.uniform(low, high)
        return Statistic.of(value, n=n, interval=(max(low, value - width), min(high, value + width)))

    def by_role(self, low: float, high: float) -> dict[str, Statistic]:
        made = {role.code: self.statistic(low, high, role.n) for role in self.roles if role.shown}
        hidden = {role.code: Statistic.of(SECRET_NUMBER) for role in self.roles if not role.shown}
        return {**made, **hidden}

    def distribution(self, n: int) -> am.Distribution:
        counts = [0] * len(LABELS)
        for _ in range(n):
            counts[self.random.choice((0, 1, 2, 2, 3, 3, 3, 4))] += 1
        unknown = min(n // 10, counts[2])
        counts[2] -= unknown
        return am.Distribution(tuple(counts), unknown, 0)

    def agreement(self) -> am.Agreement:
        value = self.statistic(0.3, 0.9, 5, 0.1)
        if not value.known:
            return am.Agreement(
                value, value, None, None, None, am.UNKNOWN_WORD, sentence="Nobody can tell yet."
            )
        word = self.random.choice((am.ALIGNED, am.MIXED, am.DIVIDED, am.ONE_APART))
        who = tuple(self.leaders[:1]) if word == am.ONE_APART else ()
        band = am.NullBand(0.41, 0.55, 0.68)
        sentence = f"{word} on this layer."
        return am.Agreement(value, self.statistic(0.2, 1.1), 5 / 6, band, 0.031, word, who, sentence=sentence)

    def question(self, code: str, layer: str, kind: str = RATING, part: str = "") -> am.QuestionResult:
        question = Question(
            code,
            f"{self.shape.text} ({code})",
            kind,
            "agreement",
            layer,
            part=part,
            short=f"Statement {code}",
        )
        within = {
            role.code: am.WithinGroup(*(self.statistic(0, 1, role.n) for _ in range(4)))
            for role in self.roles
        }
        return am.QuestionResult(
            question,
            len(LABELS),
            LABELS,
            self.by_role(1, 5),
            {role.code: self.distribution(role.n) for role in self.roles},
            {role.code: role.reason for role in self.roles if not role.shown},
            self.statistic(0.2, 0.9),
            self.statistic(0.1, 1.2),
            self.statistic(0, 3),
            within,
            self.by_role(0, 0.3),
        )

    def layer(self, layer) -> am.LayerResult:
        questions = tuple(
            self.question(f"{layer.code[:4]}_{i + 1}", layer.code) for i in range(self.shape.questions)
        )
        position = self.statistic(1, 5)
        score = Statistic.of((position.value - 1) * 25) if position.known else position
        return am.LayerResult(
            layer,
            self.agreement(),
            self.by_role(1, 5),
            position,
            score,
            self.leaders[0] if self.leaders else "",
            self.leaders[-1] if self.leaders else "",
            questions[0].question.code if questions else "",
            {role.code: {"rwg_j": self.statistic(0, 1)} for role in self.roles},
            questions,
        )

    def gaps(self, layers) -> tuple[am.Gap, ...]:
        pairs = [(a, b, "leadership") for i, a in enumerate(self.leaders) for b in self.leaders[i + 1 :]]
        groups = [role.code for role in self.roles if not role.leadership]
        pairs += [("Leadership", group, "groups") for group in groups]
        words = (am.CLEAR, am.POSSIBLE, am.NONE)
        return tuple(
            am.Gap(layer.code, a, b, kind, self.statistic(-2, 2), 0.04, self.random.choice(words))
            for layer in layers
            for a, b, kind in pairs
        )

    def signal(self, code: str, known: bool = True) -> am.Signal:
        measured = self.statistic(1, 5) if known else Statistic.none("Nobody answered this question")
        strength = self.random.random() if measured.known else None
        sentence = "Managers see pilots stop before production."
        return am.Signal(
            code,
            f"Signal {code}",
            "managers",
            measured,
            "points",
            4.0,
            2.0,
            1.0,
            strength,
            sentence,
            ("tech_1",),
        )

    def pattern(self, text) -> am.PatternFinding:
        word = self.random.choice((am.PRESENT, am.WATCH, am.NOT_SEEN)) if self.shape.known else am.NOT_ENOUGH
        return am.PatternFinding(
            text.code,
            text.name,
            word,
            0.66 if self.shape.known else None,
            0.8 if self.shape.known else 0.1,
            self.statistic(0, 1),
            (self.signal("pilots_old"), self.signal("few_live")),
            (self.signal("trust_high"),),
            (self.signal("register_gone", known=False),),
            f"{text.name}: {word.lower()}.",
            text.question,
            text.imperative,
        )

    def register(self) -> am.RegisterResult:
        rows = tuple(
            Initiative(
                name,
                "Operations",
                owner,
                "Faster answers",
                stage,
                date(2025, 3, 1),
                spend,
                40_000.0,
                True,
                "",
                "",
                30.0,
                False,
            )
            for name, owner, stage, spend in (
                ("Claims triage", "Head of Claims", "Pilot", 250_000.0),
                ("Code assistant", "", "Production", 1_250_000.0),
                ('=HYPERLINK("http://evil.example")', "+cmd|' /C calc'!A0", "Idea", None),
            )
        )
        missing = am.MoneyLine(
            "value_metric", "no value metric", 1_500_000.0, 80_000.0, tuple(r.name for r in rows)
        )
        return am.RegisterResult(
            rows,
            1_500_000.0,
            120_000.0,
            (missing,),
            self.statistic(0, 1),
            self.statistic(3, 20),
            (rows[0].name,),
            (("Claims triage", "Code assistant"),),
            {"pilot_age": self.statistic(3, 20)},
        )

    def extras(self) -> dict:
        framework = load_framework()
        outcomes = [outcome.code for outcome in framework.value_outcomes]
        stages, domains = [s.code for s in framework.stages], [d.code for d in framework.domains]
        codes = [role.code for role in self.roles]

        def grid(parts, low, high):
            by_part = {part: self.by_role(low, high) for part in parts}
            return {role: {part: by_part[part][role] for part in parts} for role in codes}

        pairs = [(a, b) for i, a in enumerate(codes) for b in codes[i + 1 :]]
        return {
            "register": self.register(),
            "value": am.ValueResult(
                grid(outcomes, 0, 30),
                self.statistic(20, 60),
                {pair: self.statistic(20, 90) for pair in pairs},
                {code: (outcomes[0],) for code in codes[:1]},
                "The CEO and the CFO share 45 of 100 points.",
                am.NullBand(20, 30, 40),
            ),
            "chain": am.ChainResult(
                grid(stages, 0, 4),
                {role: stages[2] for role in codes},
                self.by_role(0, 2),
                "It breaks early.",
            ),
            "theory_reality": am.TheoryRealityResult(
                grid(domains, 3, 5),
                grid(domains, 1, 3),
                grid(domains, 0, 3),
                self.statistic(0, 1),
                "Designed well, working less well.",
            ),
            "number": am.NumberResult(
                self.by_role(-10, 10),
                self.by_role(1, 5),
                self.statistic(-5, 5),
                self.statistic(0, 20),
                "A spread.",
            ),
        }

    def analysis(self) -> am.Analysis:
        framework = load_framework()
        layers = tuple(self.layer(layer) for layer in framework.layers) if self.shape.questions else ()
        nothing = dict.fromkeys(("register", "value", "chain", "theory_reality", "number"))
        some = self.shape.extras and layers
        conversation = am.Conversation(
            1,
            "tech_1",
            "technology_capability",
            0.12,
            "CFO",
            self._bare(),
            "What did you see?",
            20,
            "define_value",
        )
        return am.Analysis(
            survey=self.shape.survey,
            wave="2026 Q4",
            wave_date="2026-11-20",
            custom=False,
            currency="EUR",
            respondents=sum(role.n for role in self.roles if role.shown),
            roles=self.roles,
            overall=self.agreement(),
            layers=layers,
            other_questions=(self.question("chain_1", "", EVIDENCE, "adoption"),) if some else (),
            gaps=self.gaps(layers),
            question_gaps=self._question_gaps() if some else (),
            patterns=tuple(self.pattern(text) for text in framework.patterns[:3]) if some else (),
            **(self.extras() if some else nothing),
            open_answers=tuple(
                am.OpenAnswer("why", role.code, "To serve customers." if role.shown else SECRET)
                for role in self.roles
                if role.leadership
            ),
            conversations=(conversation,) if some else (),
            headline="CEO and board agree on technology; the CFO stands 1.6 points lower on trust, clearly.",
            most_divisive="tech_1" if layers else "",
            notes=("No register was filled in.",),
            provenance={"seed": 20261120, "questionnaire_version": "1"},
        )

    def _bare(self) -> dict[str, float]:
        return {role.code: 3.0 if role.shown else SECRET_NUMBER for role in self.roles}

    def _question_gaps(self) -> tuple[am.QuestionGap, ...]:
        groups = [role.code for role in self.roles if not role.leadership]
        return tuple(
            am.QuestionGap("tech_1", group, "blind spot", self.statistic(1, 2), am.CLEAR) for group in groups
        )


ROLE_NAMES = (*USUAL, "COO", "CIO", "CHRO", "CMO", "General Counsel")
SHAPES = {
    "usual": Shape(questions=4),
    "three leaders": Shape(sizes=(("CEO", 1), ("CFO", 1), ("CTO", 1)), questions=3, extras=False),
    "twelve roles": Shape(sizes=tuple((role, 7) for role in ROLE_NAMES), questions=2, seed=3),
    "long questions": Shape(
        text="We know, and could each say in one sentence, " + "why this matters " * 9, questions=2, seed=4
    ),
    "other scripts": Shape(
        survey="الاتساق 领导层一致性 🧭 <b>&\"'",
        text="هل الذكاء مفيد 我们知道为什么 🤖 </script>",
        questions=2,
    ),
    "hidden groups": Shape(
        sizes=(("CEO", 1), ("CFO", 1), ("Board", 4), ("Manager", 3), ("Employee", 30)), questions=2, seed=5
    ),
    "no statistics": Shape(known=False, questions=2),
    "nothing but notes": Shape(sizes=(), questions=0, extras=False, known=False),
}


@pytest.fixture(scope="session")
def make() -> Callable[..., am.Analysis]:
    """Make an analysis by its kind, with changes to its shape."""
    return lambda kind="usual", **changes: build(replace(SHAPES[kind], **changes))


@pytest.fixture(params=sorted(SHAPES))
def analysis(request: pytest.FixtureRequest) -> am.Analysis:
    """Each kind of analysis in turn."""
    return build(SHAPES[request.param])


WITH_COMMITMENTS = ("usual", "other scripts")
AGREED = (
    Standing(
        Commitment(
            "We name one owner for each pilot, by office", "CFO", date(2026, 12, 31), "2026 Q1", layer="trust"
        ),
        Since("moved clearly", "The CFO stands 1.1 points higher than before on societal trust."),
    ),
    Standing(
        Commitment(
            "=1+1 <b>نلتزم</b> 每月一次", "Ann", date(2026, 2, 1), "2026 Q2", "T1", "", "kept", "Done in\nMay"
        )
    ),
)


@cache
def reported(kind: str) -> Report:
    """The report of a kind of analysis, built once for all tests: drawing the charts takes seconds."""
    return build_report(build(SHAPES[kind]), AGREED if kind in WITH_COMMITMENTS else ())


@pytest.fixture(scope="session", params=sorted(SHAPES))
def any_report(request: pytest.FixtureRequest) -> Report:
    """The report of each kind of analysis in turn."""
    return reported(request.param)


@pytest.fixture(scope="session")
def report_of() -> Callable[[str], Report]:
    """The report of one kind of analysis."""
    return reported


@pytest.fixture(scope="session")
def analyses() -> st.SearchStrategy[am.Analysis]:
    """Analyses of any make-up, for laws that hold for all of them."""
    sizes = st.dictionaries(st.sampled_from(ROLE_NAMES), st.integers(0, 12), max_size=8)
    shapes = st.builds(
        Shape,
        sizes=sizes.map(lambda found: tuple(found.items())),
        questions=st.integers(0, 2),
        text=st.text(min_size=1, max_size=60),
        known=st.booleans(),
        extras=st.booleans(),
        survey=st.text(max_size=30),
        seed=st.integers(0, 10_000),
    )
    return shapes.map(build)


@pytest.fixture(scope="session")
def secrets() -> tuple[str, str]:
    """What a made-up hidden role said: text and number, never to be seen in any export."""
    return SECRET, str(SECRET_NUMBER)

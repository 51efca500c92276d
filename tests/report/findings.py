"""Made-up findings on made-up answers: gaps, patterns, the register, value, chain, theory and reality, the number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from alignment_model.analysis import model as am
from alignment_model.framework import PatternText, load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.responses import Initiative
from tests.report.answers import Answers
from tests.report.shapes import SECRET, SECRET_NUMBER


class Findings(Answers):
    """Draws what an analysis would find; the same shape draws the same."""

    def gaps(self, layers: Iterable[am.LayerResult]) -> tuple[am.Gap, ...]:
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

    def pattern(self, text: PatternText) -> am.PatternFinding:
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

    def extras(self) -> dict[str, Any]:
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

    def bare(self) -> dict[str, float]:
        return {role.code: 3.0 if role.shown else SECRET_NUMBER for role in self.roles}

    def question_gaps(self) -> tuple[am.QuestionGap, ...]:
        groups = [role.code for role in self.roles if not role.leadership]
        return tuple(
            am.QuestionGap("tech_1", group, "blind spot", self.statistic(1, 2), am.CLEAR) for group in groups
        )

    def conversation(self) -> am.Conversation:
        return am.Conversation(
            1,
            "tech_1",
            "technology_capability",
            0.12,
            "CFO",
            self.bare(),
            "What did you see?",
            20,
            "define_value",
        )

    def open_answers(self) -> tuple[am.OpenAnswer, ...]:
        return tuple(
            am.OpenAnswer("why", role.code, "To serve customers." if role.shown else SECRET)
            for role in self.roles
            if role.leadership
        )

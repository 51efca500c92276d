"""Made-up answers: roles, positions, distributions and layers; plausible numbers, not computed ones."""

from __future__ import annotations

import random

from alignment_model.analysis import model as am
from alignment_model.framework import Layer
from alignment_model.measures.statistic import Statistic
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import RATING, Question
from tests.report.shapes import SECRET_NUMBER, Shape

LABELS = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
ATTRIBUTED = frozenset({"CEO", "CFO", "CTO"})


class Answers:
    """Draws what people answered; the same shape draws the same."""

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

    def layer(self, layer: Layer) -> am.LayerResult:
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

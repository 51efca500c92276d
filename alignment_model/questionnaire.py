"""The questionnaire as data: scales, questions, and what each question feeds.

The product's own questionnaire is `data/questionnaire.toml`; a mapping file makes a custom one of the same
type, so that nothing downstream knows the difference.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.framework import Layer, load_framework

RATING = "rating"  # a statement on an ordered scale
EVIDENCE = "evidence"  # value chain: `part` is the stage; level 1 means no evidence
DESIGNED = "designed"  # theory-reality: as designed; `part` is the domain
WORKING = "working"  # theory-reality: as it works today; `part` is the domain
ALLOCATION = "allocation"  # 100 points over outcomes; `part` is the outcome
NUMBER = "number"  # a number within `minimum`..`maximum`
TEXT = "text"  # an open answer
KINDS = (RATING, EVIDENCE, DESIGNED, WORKING, ALLOCATION, NUMBER, TEXT)
SCALED_KINDS = (RATING, EVIDENCE, DESIGNED, WORKING)


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered scale: `labels` from lowest to highest; `off_scale` are answers that are not on it."""

    code: str
    labels: tuple[str, ...]
    off_scale: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.labels) < 2:
            raise ValueError("a scale has at least two levels.")
        if len(set(self.labels)) != len(self.labels):
            raise ValueError("a scale's labels differ from each other.")

    @property
    def levels(self) -> int:
        """How many levels there are."""
        return len(self.labels)


@dataclass(frozen=True, slots=True)
class Question:
    """One question; answers on a scale are stored as levels 1..K, never reversed in storage.

    `layer` is the code of the layer (or question group) it belongs to, empty when it belongs to none.
    `reversed` says that agreeing speaks against the layer. `feeds` names the pattern signals it feeds.
    `part` is the stage, domain or outcome of a value chain, theory-reality or allocation question.
    """

    code: str
    text: str
    kind: str = RATING
    scale: str = ""
    layer: str = ""
    reversed: bool = False
    feeds: tuple[str, ...] = ()
    part: str = ""
    short: str = ""
    section: str = ""
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"'{self.kind}' is not a kind of question; use one of {', '.join(KINDS)}.")
        if (self.kind in SCALED_KINDS) != bool(self.scale):
            raise ValueError(
                f"question '{self.code}': a scale is needed for {', '.join(SCALED_KINDS)}, and only there."
            )

    @property
    def label(self) -> str:
        """A short name for charts and tables."""
        return self.short or self.text


@dataclass(frozen=True)
class Questionnaire:
    """Everything that was asked. `custom` is true when a mapping made it."""

    code: str
    title: str
    version: str
    layers: tuple[Layer, ...]
    scales: tuple[Scale, ...]
    questions: tuple[Question, ...]
    minutes: int = 0
    custom: bool = False
    attribution_statement: str = ""

    @cached_property
    def _by_code(self) -> dict[str, Question]:
        return {question.code: question for question in self.questions}

    @cached_property
    def _scales(self) -> dict[str, Scale]:
        return {scale.code: scale for scale in self.scales}

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def question(self, code: str) -> Question:
        """The question with this code; KeyError when there is none."""
        return self._by_code[code]

    def scale_of(self, question: Question) -> Scale:
        """The scale of a scaled question; KeyError for the others."""
        return self._scales[question.scale]

    def levels_of(self, code: str) -> int:
        """How many levels the question's scale has."""
        return self.scale_of(self.question(code)).levels

    def of_kind(self, *kinds: str) -> tuple[Question, ...]:
        """The questions of these kinds, in order."""
        return tuple(question for question in self.questions if question.kind in kinds)

    @property
    def scaled(self) -> tuple[Question, ...]:
        """All questions answered on an ordered scale."""
        return self.of_kind(*SCALED_KINDS)

    def in_layer(self, layer: str) -> tuple[Question, ...]:
        """The rated statements of a layer (or question group), in order."""
        return tuple(question for question in self.of_kind(RATING) if question.layer == layer)

    def feeding(self, signal: str) -> tuple[Question, ...]:
        """The questions that feed a pattern signal."""
        return tuple(question for question in self.questions if signal in question.feeds)

    def as_dict(self) -> dict[str, object]:
        """Plain data, for JSON and for the digest."""
        return asdict(self)

    @property
    def digest(self) -> str:
        """SHA-256 over everything asked; two waves are comparable question by question, this says wholly."""
        text = json.dumps(self.as_dict(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def questionnaire_from_dict(data: dict[str, object]) -> Questionnaire:
    """The inverse of `Questionnaire.as_dict` after a trip through JSON."""

    def build(cls: type, items: Iterable[dict[str, object]]) -> tuple[object, ...]:
        return tuple(
            cls(**{key: tuple(value) if isinstance(value, list) else value for key, value in item.items()})
            for item in items
        )

    plain = dict(data)
    plain["layers"] = build(Layer, data["layers"])  # type: ignore[arg-type]
    plain["scales"] = build(Scale, data["scales"])  # type: ignore[arg-type]
    plain["questions"] = build(Question, data["questions"])  # type: ignore[arg-type]
    return Questionnaire(**plain)  # type: ignore[arg-type]


@cache
def load_questionnaire(path: Path | None = None) -> Questionnaire:
    """The product's questionnaire, read and checked once.

    Raises
    ------
    DataFileError
        Naming file, table and key, when the file does not say what it should.
    """
    path = path or data_files.DATA_DIRECTORY / "questionnaire.toml"
    tables = data_files.read_toml(path)
    head = data_files.row(_Head, tables.get("questionnaire", {}), path.name, "questionnaire")
    scales = data_files.rows(Scale, tables, path.name, "scales")
    questions = data_files.rows(Question, tables, path.name, "questions")
    data_files.unique(scales, path.name, "scales")
    data_files.unique(questions, path.name, "questions")
    layers = load_framework().layers
    result = Questionnaire(layers=layers, scales=scales, questions=questions, **asdict(head))
    _check_references(result, path.name)
    return result


@dataclass(frozen=True, slots=True)
class _Head:
    code: str
    title: str
    version: str
    minutes: int
    attribution_statement: str


def _check_references(questionnaire: Questionnaire, file: str) -> None:
    framework = load_framework()
    scales = [scale.code for scale in questionnaire.scales]
    layers = [layer.code for layer in questionnaire.layers]
    parts = {
        EVIDENCE: [stage.code for stage in framework.stages],
        DESIGNED: [domain.code for domain in framework.domains],
        WORKING: [domain.code for domain in framework.domains],
        ALLOCATION: [outcome.code for outcome in framework.value_outcomes],
    }
    for index, question in enumerate(questionnaire.questions):
        table = f"questions[{index}]"
        if question.scale:
            data_files.known(question.scale, scales, file, table, "scale")
        if question.layer:
            data_files.known(question.layer, layers, file, table, "layer")
        if question.kind in parts:
            data_files.known(question.part, parts[question.kind], file, table, "part")
    for layer in layers:
        if len(questionnaire.in_layer(layer)) < 5:
            raise DataFileError(
                file, "questions", "layer", f"layer '{layer}' needs at least 5 rated statements."
            )

"""The framework as data: layers, roles, lenses, stages, patterns' texts, imperatives, reference figures.

Everything here is read from `data/framework.toml` and checked once. Codes are fixed: stored surveys and
snapshots refer to them for ever.
"""

from alignment_model.framework.load import BASE_ROLES, LAYER_CODES, PATTERN_CODES, load_framework
from alignment_model.framework.parts import (
    Domain,
    Framework,
    Imperative,
    Layer,
    Lens,
    PatternText,
    Precondition,
    ReferenceFigure,
    Role,
    Stage,
    Theme,
    ValueOutcome,
    fold,
)

__all__ = [
    "BASE_ROLES",
    "Domain",
    "Framework",
    "Imperative",
    "LAYER_CODES",
    "Layer",
    "Lens",
    "PATTERN_CODES",
    "PatternText",
    "Precondition",
    "ReferenceFigure",
    "Role",
    "Stage",
    "Theme",
    "ValueOutcome",
    "fold",
    "load_framework",
]

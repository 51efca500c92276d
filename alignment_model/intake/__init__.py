"""From a file's bytes to checked responses: read, recognise, map, check."""

from alignment_model.intake.building import questionnaire_of, to_responses
from alignment_model.intake.mapping.file import load_mapping, mapping_to_toml
from alignment_model.intake.mapping.model import ColumnChoice, ColumnMapping, RoleChoice
from alignment_model.intake.mapping.proposal import form_fingerprint, own_choice, proposed_mapping
from alignment_model.intake.reading import read_source
from alignment_model.intake.recognition.model import RecognisedColumn, RecognisedRole, Recognition
from alignment_model.intake.recognition.recognise import recognise

__all__ = [
    "ColumnChoice",
    "ColumnMapping",
    "RecognisedColumn",
    "RecognisedRole",
    "Recognition",
    "RoleChoice",
    "form_fingerprint",
    "load_mapping",
    "mapping_to_toml",
    "own_choice",
    "proposed_mapping",
    "questionnaire_of",
    "read_source",
    "recognise",
    "to_responses",
]

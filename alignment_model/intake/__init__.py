"""From a file's bytes to checked responses: read, recognise, map, check."""

from alignment_model.intake.building import questionnaire_of, to_responses
from alignment_model.intake.mapping import ColumnChoice, ColumnMapping, RoleChoice
from alignment_model.intake.mapping_file import load_mapping, mapping_to_toml
from alignment_model.intake.proposal import form_fingerprint, own_choice, proposed_mapping
from alignment_model.intake.reading import read_source
from alignment_model.intake.recognise import recognise
from alignment_model.intake.recognition import RecognisedColumn, RecognisedRole, Recognition

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

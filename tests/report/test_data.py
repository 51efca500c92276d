import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignment_model.report.data import report_data
from alignment_model.report.schema import faults


def test_every_kind_of_report_follows_its_schema(analysis):
    assert faults(report_data(analysis)) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_organisation_follows_the_schema_and_survives_json(analyses, data):
    report = report_data(data.draw(analyses))
    assert faults(report) == []
    assert json.loads(json.dumps(report, allow_nan=False)) == report


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nothing_is_said_about_a_hidden_role(analyses, secrets, data):
    analysis = data.draw(analyses)
    text = json.dumps(report_data(analysis))
    assert not any(secret in text for secret in secrets)
    hidden = {role.code for role in analysis.roles if not role.shown}
    for layer in report_data(analysis)["layers"]:
        assert not hidden & set(layer["positions"])
        assert not any(hidden & set(question["distributions"]) for question in layer["questions"])


def test_the_promised_keys_stand_where_promised(make):
    report = report_data(make())
    assert set(report["roles"][0]) >= {"role", "n", "attributed", "shown"}
    assert set(report["overall"]["agreement"]) >= {"value", "interval", "null_band", "p", "word"}
    assert set(report["layers"][0]) >= {"layer", "agreement", "positions", "questions"}
    assert set(report["gaps"][0]) >= {"layer", "from", "to", "difference", "interval", "word"}
    assert set(report["patterns"][0]) >= {"pattern", "word", "score", "coverage", "signals_missing"}


def test_positions_are_the_numbers_of_the_analysis(make):
    analysis = make()
    for found, layer in zip(report_data(analysis)["layers"], analysis.layers, strict=True):
        wanted = {role: position.value for role, position in layer.positions.items()}
        assert found["positions"] == pytest.approx(wanted)


def test_what_was_agreed_follows_the_schema(report_of):
    first, second = report_of("usual").data["commitments"]
    assert (first["owner"], first["due"], first["since"]["word"]) == ("CFO", "2026-12-31", "moved clearly")
    assert (second["state"], second["question"], second["since"]) == ("kept", "T1", None)
    assert faults(report_of("usual").data) == []


def test_every_null_has_its_reason(make):
    layer = report_data(make("no statistics"))["layers"][0]
    assert layer["agreement"]["value"] is None
    assert layer["agreement"]["reason"]
    assert all(detail["reason"] for detail in layer["position_details"].values())


def test_the_schema_refuses_what_it_does_not_know(make):
    report = report_data(make())
    report["layers"][0]["positions"]["CEO"] = "high"
    report["surprise"] = 1
    assert len(faults(report)) == 2

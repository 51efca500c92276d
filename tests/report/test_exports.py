import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignment_model.errors import UsageError
from alignment_model.report.build import build_report
from alignment_model.report.exports import EXPORTERS, export, exporter, file_name
from alignment_model.report.snapshot import freeze
from tests.report.organisations import exported
from tests.report.shapes import SHAPES


def unzipped(data: bytes) -> bytes:
    """The bytes a reader could find, unpacked where they are packed."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("code", EXPORTERS)
@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_every_kind_of_report_can_be_taken_away_in_every_format(kind, code):
    assert len(exported(kind, code)) > 100


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_format_and_no_snapshot_says_what_a_hidden_role_said(analyses, secrets, data):
    report = build_report(data.draw(analyses))
    # A PNG has its texts as pixels, drawn from the SVG: what it would say is sought there.
    files = [unzipped(export(report, code)) for code in EXPORTERS if code != "png"]
    files.append(freeze(report, note="", created_at="", versions={}).text.encode())
    for secret in secrets:
        assert not any(secret.encode() in content for content in files)


def test_a_hidden_group_is_named_with_its_reason_and_has_no_numbers(report_of):
    report = report_of("hidden groups")
    people = next(
        block for block in report.section("overview").blocks if getattr(block, "title", "") == "Who answered"
    )
    assert ("Managers", "Hidden: fewer than 5 people", "as a group") in people.rows
    assert all(
        "Managers" not in str(block.columns)
        for block in report.section("gaps").blocks
        if block.type == "table"
    )


def test_an_unknown_format_is_refused_with_the_list_of_known_ones():
    with pytest.raises(UsageError, match="pptx, pdf, xlsx, html"):
        exporter("doc")


def test_a_file_name_is_safe_whatever_the_survey_is_called(report_of):
    assert file_name(report_of("three leaders"), "html") == "northwind-ai-alignment-2026-q4.html"
    assert file_name(report_of("other scripts"), "json").isascii()

import json

from alignment_model.report.build import build_report
from alignment_model.report.json_export import to_json
from alignment_model.report.schema import faults
from alignment_model.report.snapshot import freeze, open_snapshot


def test_the_file_is_the_report_by_its_schema(any_report):
    report = any_report
    data = json.loads(to_json(report))
    assert data == report.data
    assert faults(data) == []


def test_the_bytes_do_not_depend_on_when_or_from_where_it_is_written(report_of, make):
    report = report_of("three leaders")
    snapshot = freeze(report, note="", created_at="", versions={})
    again = build_report(make("three leaders"))
    assert to_json(open_snapshot(snapshot.text)) == to_json(report) == to_json(again)


def test_other_scripts_stay_readable(report_of):
    assert "领导层一致性 🧭".encode() in to_json(report_of("other scripts"))

"""An analysis as a report: built once, frozen as a snapshot, walked by every export."""

from alignment_model.report.build import build_report
from alignment_model.report.data import report_data
from alignment_model.report.exports import EXPORTERS, Exporter, export, exporter, file_name
from alignment_model.report.html.export import to_html
from alignment_model.report.json_export import to_json
from alignment_model.report.model import Report, report_from_dict
from alignment_model.report.snapshot import Snapshot, freeze, open_snapshot, read_snapshot, verify
from alignment_model.report.xlsx.export import to_xlsx

__all__ = [
    "EXPORTERS",
    "Exporter",
    "Report",
    "Snapshot",
    "build_report",
    "export",
    "exporter",
    "file_name",
    "freeze",
    "open_snapshot",
    "read_snapshot",
    "report_data",
    "report_from_dict",
    "to_html",
    "to_json",
    "to_xlsx",
    "verify",
]

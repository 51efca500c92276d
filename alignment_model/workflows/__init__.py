"""What people come to do, one function an intention, without a screen. App and command line call these.

`surveys` and `importing` fill the store, `analysing` reads it, `sharing` freezes and exports, `samples`
loads the sample organisation; `clock` is the one source of the time.
"""

from alignment_model.workflows.analysing import analyse_file, analyse_wave, wave_counts
from alignment_model.workflows.details import WorkbookDetails, workbook_details
from alignment_model.workflows.importing import (
    Preview,
    confirmed,
    file_responses,
    import_wave,
    inspect_file,
    preview_import,
    read_upload,
    recognise_file,
    roles_to_confirm,
)
from alignment_model.workflows.samples import (
    SAMPLE_SURVEY,
    load_sample,
    sample_bytes,
    template_bytes,
    write_template,
)
from alignment_model.workflows.sharing import (
    EXPORT_FORMATS,
    ExportFormat,
    export_name,
    export_report,
    file_stem,
    freeze_snapshot,
    list_snapshots,
    make_report,
    open_snapshot,
    report_data,
)
from alignment_model.workflows.surveys import (
    data_version,
    delete_survey,
    find_wave,
    list_imports,
    list_surveys,
    open_store,
    undo_import,
)

__all__ = [
    "EXPORT_FORMATS",
    "SAMPLE_SURVEY",
    "ExportFormat",
    "Preview",
    "WorkbookDetails",
    "analyse_file",
    "analyse_wave",
    "confirmed",
    "data_version",
    "delete_survey",
    "export_name",
    "export_report",
    "file_stem",
    "file_responses",
    "find_wave",
    "freeze_snapshot",
    "import_wave",
    "inspect_file",
    "list_imports",
    "list_snapshots",
    "list_surveys",
    "load_sample",
    "make_report",
    "open_snapshot",
    "open_store",
    "preview_import",
    "read_upload",
    "recognise_file",
    "report_data",
    "roles_to_confirm",
    "sample_bytes",
    "template_bytes",
    "undo_import",
    "wave_counts",
    "workbook_details",
    "write_template",
]

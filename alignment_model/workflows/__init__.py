"""What people come to do, one function an intention, without a screen. App and command line call these.

`surveys` and `importing` fill the store, `analysing` reads it and `looking` asks it for more, `sharing` freezes
and exports, `initiatives`, `rules` and `checklists` keep what people edit, `samples` loads the sample
organisation; `clock` is the one source of the time.
"""

from alignment_model.workflows.analysing import analyse_file, analyse_wave, wave_counts
from alignment_model.workflows.checklists import NECESSITY, checklist_codes, read_checklist, save_checklist
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
from alignment_model.workflows.initiatives import (
    check_initiatives,
    initiative_rows,
    list_initiatives,
    save_initiatives,
)
from alignment_model.workflows.looking import (
    compare_stored_waves,
    look_at_chasm,
    look_at_map,
    look_at_money,
    look_at_question,
    look_at_terms,
    map_choices,
)
from alignment_model.workflows.rules import (
    PatternEffect,
    Thresholds,
    edited_rules,
    pattern_rules,
    reset_rules,
    rules_effect,
    save_rules,
    with_thresholds,
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
    agenda,
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
    "NECESSITY",
    "SAMPLE_SURVEY",
    "ExportFormat",
    "PatternEffect",
    "Preview",
    "Thresholds",
    "WorkbookDetails",
    "agenda",
    "analyse_file",
    "analyse_wave",
    "check_initiatives",
    "checklist_codes",
    "compare_stored_waves",
    "confirmed",
    "data_version",
    "delete_survey",
    "edited_rules",
    "export_name",
    "export_report",
    "file_responses",
    "file_stem",
    "find_wave",
    "freeze_snapshot",
    "import_wave",
    "initiative_rows",
    "inspect_file",
    "list_imports",
    "list_initiatives",
    "list_snapshots",
    "list_surveys",
    "load_sample",
    "look_at_chasm",
    "look_at_map",
    "look_at_money",
    "look_at_question",
    "look_at_terms",
    "make_report",
    "map_choices",
    "open_snapshot",
    "open_store",
    "pattern_rules",
    "preview_import",
    "read_checklist",
    "read_upload",
    "recognise_file",
    "report_data",
    "reset_rules",
    "roles_to_confirm",
    "rules_effect",
    "sample_bytes",
    "save_checklist",
    "save_initiatives",
    "save_rules",
    "template_bytes",
    "undo_import",
    "wave_counts",
    "with_thresholds",
    "workbook_details",
    "write_template",
]

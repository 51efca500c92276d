"""Import: load a workbook or a survey tool's export, mend what is wrong, confirm, store. An import can be undone."""

import streamlit as st

from alignment_model.ui import components, data, frame
from alignment_model.ui.importing import decisions as import_decisions
from alignment_model.ui.importing import file as import_file
from alignment_model.ui.importing import loaded as import_loaded
from alignment_model.ui.importing import mapping as import_mapping
from alignment_model.ui.importing import open as import_open
from alignment_model.ui.importing import sheet as import_sheet
from alignment_model.ui.importing import store as import_store
from alignment_model.ui.importing import summary as import_summary
from alignment_model.ui.reading import kept as reading_kept

frame.require()
components.heading("import", reading_kept.loaded_sentence(data.surveys()))
components.note("Nothing is stored until you press Import at the end, and an import can be undone.")

uploaded = import_file.upload()
if uploaded is None:
    with st.container(horizontal=True):
        components.template_button("import_template")
        if st.button("Open the sample organisation", icon=":material/play_arrow:"):
            components.open_sample()
    import_loaded.show()
    st.stop()

recognition = import_file.recognised(uploaded)
if recognition is None:
    st.stop()

import_summary.show(recognition)
import_sheet.choose(recognition)
import_mapping.remembered(recognition)
import_summary.problems(recognition.problems, uploaded.name)
import_open.show(recognition)
import_decisions.show(recognition)
if recognition.errors:
    components.note("Mend the errors in the file, save it, and load it again. Nothing was stored.")
elif recognition.questions:
    components.note(
        "Decide the open questions above, then press Apply."
        if recognition.columns
        else "Choose the sheet with the answers above."
    )
else:
    import_store.confirm(recognition, uploaded)

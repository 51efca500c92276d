"""Gaps: how far roles stand apart, layer by layer and question by question, and how sure that is."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import components, data, opening, picking, pictures, state
from alignment_model.ui.reading import general as reading

analysis = opening.analysis_for("gaps")
version = data.current_version()

components.heading("gaps", reading.widest_gap(analysis))
components.note(
    "Scale points from 1 to 5; higher speaks for the layer. A gap is clear when chance is unlikely and it is at "
    "least half a point; possible when only one of both holds."
)
pictures.show(charts.role_by_layer, analysis, key="heat", version=version)

KINDS = {"leadership": "Among leaders", "groups": "Leaders, managers and employees"}
available = [kind for kind in KINDS if any(gap.kind == kind for gap in analysis.gaps)]
if available:
    kind = picking.segments("Which gaps", {kind: KINDS[kind] for kind in available}, state.GAPS)
    gaps = tuple(gap for gap in analysis.gaps if gap.kind == kind)
    pictures.show(charts.gap_intervals, gaps, analysis, key=f"gaps_{kind}", version=version)
    components.note(
        "Lines are 95 % intervals for each gap on its own. The words clear and possible also allow for how many "
        "gaps are shown together.",
        "gap_word",
        "leadership_gaps" if kind == "leadership" else "mixed_gap",
        "benjamini_hochberg",
    )
else:
    components.note("No two roles can be compared yet.")

components.subheading("Blind spots and hidden strengths", "question_gaps")
rows = reading.question_gap_rows(analysis)
if rows:
    components.table(rows, alt="Questions on which leadership stands clearly above or below the others")
else:
    components.note(reading.why_no_question_gaps(analysis))

st.subheader("Where each role stands, question by question", anchor=False)
layers = {layer.code: layer.layer.name for layer in analysis.layers}
chosen = picking.segments("Layer", layers, state.LAYER)
pictures.show(
    charts.positions_on_scale,
    analysis.layer(chosen).questions,
    analysis.roles,
    key=f"gap_positions_{chosen}",
    version=version,
)
turned = reading.turned_note(analysis.layer(chosen))
if turned:
    components.note(turned)

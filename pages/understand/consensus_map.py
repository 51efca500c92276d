"""Consensus map: which roles rank the same things alike, in which camps, and who stands apart."""

import streamlit as st

from alignment_model import charts
from alignment_model.ui import asking, components, data, opening, picking, pictures, state
from alignment_model.ui.reading import consensus_map as reading_map

analysis = opening.analysis_for("consensus_map")
version, topics = data.current_version(), asking.map_topics(analysis)
if not topics:
    components.heading("consensus_map", "This survey has nothing that roles could rank differently")
    components.note("The blank workbook asks everybody to spread 100 points over eight outcomes of AI.")
    components.template_button("map_template")
    st.stop()

page = st.container()
topic_picker, who_picker = st.columns([3, 2], vertical_alignment="bottom")
with topic_picker:
    topic = picking.from_url("Map of", topics, state.TOPIC)
with who_picker:
    everyone = st.toggle(
        "Add managers and employees",
        value=reading_map.few_leaders(analysis),
        key=f"map_everyone_{version}",
        help="Each as one group, at its mean.",
    )

found = asking.consensus_map(analysis, topic, everyone)
called = reading_map.names(analysis)
drawn = found is not None and reading_map.drawn(found)
with page:
    components.heading("consensus_map", reading_map.sentence(found, topics[topic]))
    if drawn:
        pictures.show(
            charts.consensus_map,
            found.map,
            key=f"map_{topic}_{everyone}",
            version=version,
            titled=False,
            camps=reading_map.camps(found),
            names=called,
        )
        components.note(
            "Each arrow is a role: an office held by one person, or a group at its mean. Nobody of a group is ever "
            "drawn alone."
        )
    else:
        components.bullets(reading_map.rankings(analysis, topic), "roles")
if found is not None:
    for sentence in reading_map.left_out(found, called):
        components.note(sentence)
if not drawn:
    components.link("gaps", "How far the roles stand apart")
    st.stop()
components.subheading("How sure is this", "within_group_alpha", "consensus_map")
for sentence in reading_map.how_sure(found):
    st.write(components.plain(sentence))

components.subheading("Camps", "find_camps")
st.write(components.plain(reading_map.about_camps(found)))

without = reading_map.without_rows(found, called)
if without:
    components.subheading("Without whom would agreement rise most", "leave_one_out")
    st.write(components.plain(reading_map.without_whom(found)))
    components.table(without, alt="Change of alpha without each member", key="without")
    components.note(
        "A way to find the conversation, not a wish: whoever stands apart may be the one who is right."
    )

groups = reading_map.groups_on_map(analysis, topic)
components.subheading("Groups against each other", "group_map", "between_group_r")
if groups is None:
    components.note("A map of groups needs three roles that may be shown and answered all of it.")
else:
    st.write(components.plain(groups.sentence))
    pictures.show(
        charts.group_map, groups.map, key=f"groups_{topic}", version=version, titled=False, names=called
    )
    for sentence in reading_map.left_out(groups, called):
        components.note(sentence)
    components.table(
        reading_map.between_rows(groups, called),
        alt="r between the prototypes of every two groups",
        key="between",
    )
    components.note("r: 1 = the same order of items, 0 = nothing in common, −1 = the opposite order.")
    inside = reading_map.inside_rows(groups, called)
    if inside:
        components.subheading("Inside each group", "within_group_alpha", "alpha_difference")
        st.write(components.plain(reading_map.unequal_sentence(groups, called)))
        components.table(inside, alt="How far the people inside each group rank alike", key="inside")
components.link("value", "What value means to each role")
components.link("methods", "How the map is made, and when it misleads")

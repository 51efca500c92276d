"""Every key of the session's state, in one place. State holds ids and texts, never objects.

Keys of widgets bound to the URL are also the names of its parameters, so that any view can be sent as a link.
"""

SURVEY = "survey"  # bound to the URL
WAVE = "wave"  # bound to the URL
LAYER = "layer"  # bound to the URL
QUESTION = "question"  # bound to the URL
PATTERN = "pattern"  # bound to the URL
GROUP = "group"  # bound to the URL: which roles a picture shows
TOPIC = "map"  # in the URL: what the consensus map is of
COMPARE = "compare"  # in the URL: the wave to compare with
BEFORE, AFTER = "before", "after"  # in the URL: two snapshots to compare
TREND_LAYER = "trend_layer"  # in the URL
RULE_PATTERN = "rules"  # in the URL: the pattern whose thresholds are open
THRESHOLDS = "thresholds"  # looked at and not yet saved: signal -> (none, full, weight)
THRESHOLD_ROUND = "threshold_round"  # counts up to show the thresholds in force again
EDITOR_ROUND = "editor_round"  # counts up to empty the register editor
REGISTER_PROBLEMS = "register_problems"  # what was wrong with the register when it was last saved
SNAPSHOT = "snapshot"  # bound to the URL
AUDIENCE = "audience"  # bound to the URL: whom a pack is made for
PACK = "pack"  # the pack just made: snapshot, audience, and the link's address until the page is left
NEW_LINK = "new_link"  # a share link just made, until its maker has copied it
DIALOG = "dialog"  # which dialog is open; one at a time
NOTED_ROUND = "noted_round"  # counts up to empty the form in the facilitator's notes
NEXT_WAVE = "next_wave"  # survey and wave to show on the next run; set by a page, taken by the frame
FRAME = "frame_ran"  # set by the frame on every run; pages refuse to run without it
MESSAGE = "message"  # shown once, after the next rerun
UPLOAD = "upload"
UPLOAD_ROUND = "upload_round"  # counts up to empty the upload widget
MAPPING = "mapping"  # the mapping in force for the uploaded file, as TOML

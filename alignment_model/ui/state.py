"""Every key of the session's state, in one place. State holds ids and texts, never objects.

What stands in the URL is kept there by `picking`, under this name, so that any view can be sent as a link.
"""

SURVEY = "survey"  # in the URL
WAVE = "wave"  # in the URL
IN_URL = "_in_url"  # behind a picker's key: what the app itself last wrote into the URL
LAYER = "layer"  # in the URL
QUESTION = "question"  # in the URL
PATTERN = "pattern"  # in the URL
GAPS = "gaps"  # in the URL: which gaps are drawn
GROUP = "group"  # in the URL: which roles a picture shows
TOPIC = "map"  # in the URL: what the consensus map is of
COMPARE = "compare"  # in the URL: the wave to compare with
BEFORE, AFTER = "before", "after"  # in the URL: two snapshots to compare
TREND_LAYER = "trend_layer"  # in the URL
RULE_PATTERN = "rules"  # in the URL: the pattern whose thresholds are open
THRESHOLDS = "thresholds"  # looked at and not yet saved: signal -> (none, full, weight)
THRESHOLD_ROUND = "threshold_round"  # counts up to show the thresholds in force again
EDITOR_ROUND = "editor_round"  # counts up to empty the register editor
REGISTER_PROBLEMS = "register_problems"  # what was wrong with the register when it was last saved
AUDIENCE = "audience"  # in the URL: whom a pack is made for
PACK = "pack"  # the pack just made: snapshot, audience, and the link's address until the page is left
SNAPSHOT = "snapshot"  # in the URL
NEW_LINK = "new_link"  # a share link just made, until its maker has copied it
SEARCHED = "searched"  # what was chosen in the search
MEASURE = "measure"  # in the URL: the measure to show first on Methods
TALK = "conversation"  # in the URL: the conversation to show first
DIALOG = "dialog"  # which dialog is open; one at a time
NOTED_ROUND = "noted_round"  # counts up to empty the form in the facilitator's notes
NEXT_WAVE = "next_wave"  # survey and wave to show on the next run; set by a page, taken by the frame
FRAME = "frame_ran"  # set by the frame on every run; pages refuse to run without it
MESSAGE = "message"  # shown once, after the next rerun
UPLOAD = "upload"
UPLOAD_ROUND = "upload_round"  # counts up to empty the upload widget
MAPPING = "mapping"  # the mapping in force for the uploaded file, as TOML

"""The typeset document: tagged, with vector charts and embedded fonts."""

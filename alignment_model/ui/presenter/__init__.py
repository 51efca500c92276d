"""Presenter mode: one message a screen for the room, notes and what comes next for the facilitator.

`show` is the way in; `catalogue` says which slides there are; `opening`, `substance` and `talking` make
them; `stage` draws one; `controls` listens to the keyboard; `talk` is what the two windows share.
"""

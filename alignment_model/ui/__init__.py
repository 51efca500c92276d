"""The screen: page registry, frame, state and components. Nothing here computes."""

from alignment_model.ui import log as log  # first: some of what it leaves out is said while modules load

"""The screen: page registry, frame, state and components. Nothing here computes."""

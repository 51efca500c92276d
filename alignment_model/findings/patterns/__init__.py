"""The thirteen patterns: rules, signals, evidence for and against, stability, shared causes."""

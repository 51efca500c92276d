"""Microsoft Forms: Id, start and completion time, e-mail and name, then the questions in one header row."""

from __future__ import annotations

from alignment_model.intake.tools.base import Tool, View

_STARTS = {
    "start time",
    "startzeit",
    "heure de debut",
    "hora de inicio",
    "begintijd",
    "starttijd",
    "ora di inizio",
}
_ENDS = {
    "completion time", "fertigstellungszeit", "abschlusszeit", "heure de fin", "hora de finalizacion",
    "hora de conclusao", "tijd van voltooien", "zeitpunkt der fertigstellung", "voltooiingstijd", "ora di completamento",
}  # fmt: skip


def _matches(view: View) -> bool:
    names = set(view.names)
    return bool(names & _STARTS and names & _ENDS)


MS_FORMS = Tool("msforms", _matches)

"""Columns that survey tools add by themselves: identifiers, times, addresses, states. Never ratings."""

from __future__ import annotations

import re

from alignment_model.intake.text import fold

ID, EMAIL, NAME, TIME, DURATION, ADDRESS, STATUS = "id", "email", "name", "time", "duration", "address", "status"
FINISHED, PROGRESS, CHANNEL, LANGUAGE, SUBMITTED, LAST_PAGE, KIND, OTHER = (
    "finished",
    "progress",
    "channel",
    "language",
    "submitted",
    "last_page",
    "kind",
    "other",
)

_NAMES = {
    ID: """id|#|respondent|respondent id|respondentid|response id|responseid|antwort id|answer id|reply id|antworten id|id reponse|
        id de la reponse|identifiant|id de respuesta|id respuesta|id da resposta|id resposta|antwoord id|submission id|
        respondent number|participant id|participant|case id|record id|entry id|row id|unique id|uuid|token|tokenguid|
        network id|external data reference|externalreference|recipient id|recipientid|user id|teilnehmer|teilnehmer id|
        laufende nummer|lfd nr|nr|no|session id|respondenten id""",
    EMAIL: """email|e mail|email address|e mail address|recipientemail|recipient email|e mail adresse|adresse e mail|
        adresse mail|correo electronico|direccion de correo electronico|endereco de e mail|e mailadres|username|
        nom d utilisateur|nombre de usuario|nome de usuario|benutzername|gebruikersnaam|courriel""",
    NAME: """name|full name|first name|last name|recipientfirstname|recipientlastname|recipient first name|surname|
        recipient last name|nom|prenom|nombre|nombre completo|apellido|nome|nome completo|naam|vorname|nachname|given name""",
    TIME: """timestamp|zeitstempel|horodateur|marca temporal|carimbo de data hora|tijdstempel|start time|startzeit|
        heure de debut|hora de inicio|begintijd|start date|startdate|start date utc|start datum|date de debut|stage date utc|
        fecha de inicio|recorded date|recordeddate|last modified time|date started|datum gestartet|datestamp|last updated|
        date last action|datum letzte aktivitat|uhrzeit der letzten anderung|date de la derniere action|created at|
        date created|date modified|datum gestart|date de lancement|fecha de creacion|updated at|heure de la derniere modification|
        hora de la ultima modificacion|hora da ultima modificacao|zeitpunkt der letzten anderung|laatst gewijzigd|started|submitted at""",
    SUBMITTED: """completion time|fertigstellungszeit|abschlusszeit|heure de fin|hora de finalizacion|hora de conclusao|
        tijd van voltooien|end date|enddate|end time|submit date|submit date utc|date submitted|submitdate|datum abgeschickt|
        date de soumission|fecha de envio|data de envio|datum verzonden|completed at|date completed|zeitpunkt der fertigstellung|
        date de fin|hora de finalizacion|einddatum|finished at|fecha de finalizacion""",
    DURATION: """duration|duration in seconds|duration seconds|total time|time taken|interview time|gesamtzeit|time spent|
        temps total|tiempo total|tempo total|totale tijd|interviewtime|completion time seconds|time to complete""",
    ADDRESS: """ip|ip address|ipaddress|ip adresse|adresse ip|direccion ip|endereco ip|ip adres|location latitude|
        locationlatitude|location longitude|locationlongitude|latitude|longitude|city|user agent|referrer|referrer url|
        refurl|verweis url|browser|device|operating system""",
    STATUS: "status|response type|responsetype|response status|survey status|antworttyp",
    FINISHED: "finished|completed|complete|is complete|abgeschlossen|vollstandig|termine|terminado|concluido|voltooid",
    PROGRESS: "progress|fortschritt|progression|progreso|progresso|voortgang|percent complete|completion",
    CHANNEL: "distributionchannel|distribution channel|channel|source|collector|collector type|collectorid",
    LANGUAGE: """language|userlanguage|user language|sprache|langue|idioma|lingua|taal|start language|startlanguage|
        start sprache|langue de depart|idioma de inicio|starttaal|startsprache|q language|idioma inicial""",
    LAST_PAGE: "last page|lastpage|letzte seite|derniere page|ultima pagina|laatste pagina",
    OTHER: """collector id|seed|zufallsstartwert|custom data|custom data 1|custom data 2|custom data 3|total points|quiz feedback|
        total score|score|gesamtpunktzahl|quizfeedback|score total|puntos totales|tags|ending|paymentcode|amount|response set|
        responseset|valid completion|graine|startwert|recaptcha score|q recaptchascore|q relevantidfraudscore|index|
        q relevantidduplicate|q relevantidduplicatescore|q duplicaterespondent|q totalduration|unnamed|group|team id|tracking id|
        winning outcome id|version|weight|respondent weight|nota final|points total|punktzahl gesamt""",
}  # fmt: skip
_KIND_OF = {
    " ".join(name.split()): kind for kind, names in _NAMES.items() for name in names.replace("\n", "").split("|")
} | {"#": ID}
_PATTERNS = (
    (re.compile(r"^(points|punkte|feedback|puntos|pontos|punten|commentaires)\s*[-–:]\s", re.I), OTHER),
    (re.compile(r"\b(first click|last click|page submit|click count)$", re.I), DURATION),
    (re.compile(r"^(group|question|gruppen|frage|groupe)\s?(time|zeit|temps)\b", re.I), DURATION),
    (re.compile(r"^\S*time$|^(group|question)time", re.I), DURATION),
    (re.compile(r"_(browser|version|operating system|resolution)$", re.I), ADDRESS),
    (re.compile(r"^\{.*relevancestatus.*\}$", re.I | re.S), OTHER),
    (re.compile(r"\b(parent topics|topics|sentiment( polarity| score)?)$"), OTHER),
    (re.compile(r"^utm_|^q_[a-z]+$|^q_url", re.I), OTHER),
)
_IMPORT_KINDS = {
    "startdate": TIME, "enddate": SUBMITTED, "status": STATUS, "ipaddress": ADDRESS, "progress": PROGRESS,
    "duration": DURATION, "finished": FINISHED, "recordeddate": TIME, "recordid": ID, "distributionchannel": CHANNEL,
    "userlanguage": LANGUAGE, "recipientlastname": NAME, "recipientfirstname": NAME, "recipientemail": EMAIL,
    "externaldatareference": ID, "locationlatitude": ADDRESS, "locationlongitude": ADDRESS,
}  # fmt: skip


def metadata_kind(heading: str) -> str:
    """What a tool's own column holds ("id", "time", …); "" when the heading is not one of a tool's own.

    >>> metadata_kind("Start time"), metadata_kind("Horodateur"), metadata_kind("How ready are we?")
    ('time', 'time', '')
    """
    name = heading.strip()
    if name == "#":
        return ID
    if len(name) > 120:
        return ""
    found = _KIND_OF.get(fold(name), "")
    if found:
        return found
    return next((kind for pattern, kind in _PATTERNS if pattern.search(name)), "")


def import_kind(import_id: str) -> str:
    """What a Qualtrics column holds by its ImportId; question ids (QID…) are no metadata.

    >>> import_kind("recordedDate"), import_kind("QID51_1"), import_kind("QID93_FIRST_CLICK")
    ('time', '', 'duration')
    """
    if re.match(r"^QID\d+", import_id):
        if re.search(r"_(FIRST_CLICK|LAST_CLICK|PAGE_SUBMIT|CLICK_COUNT)$", import_id):
            return DURATION
        if re.search(r"_(BROWSER|VERSION|OS|RESOLUTION)$", import_id):
            return ADDRESS
        return OTHER if re.search(r"(Topics|Sentiment\w*)$", import_id) else ""
    return _IMPORT_KINDS.get(fold(import_id).replace(" ", ""), OTHER)

"""What a heading says of its answers: an attention check, a quantity, one of several kinds."""

from __future__ import annotations

import re

_ATTENTION = re.compile(
    r"attention check|pay(ing)? attention|to show (that )?you|instructional manipulation|aufmerksamkeit|test d'attention|"
    r"prueba de atención|teste de atenção|aandachtscheck|kontrollfrage|"
    r"\b(please|bitte|veuillez|por favor|gelieve)\b.{0,30}\b(select|choose|tick|mark|click|answer|wählen|klicken|kreuzen|"
    r"sélectionner|choisir|cocher|seleccione|elija|marque|selecione|escolha|selecteer|kies)\b.{0,40}"
    r"([\"“„«][^\"”“»]{2,30}[\"”“»]|'[A-Z][^']{2,30}'|\bfor this (question|item|statement|row))",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(consent|einwilligung|consentement|consentimiento|consentimento|toestemming)\b", re.IGNORECASE
)
_QUANTITY = re.compile(
    r"\b(how many|how much(?! (?:do|does|did|can|are|is) (?:you|your|the|our|we|it)\b)|"
    r"number of|count of|years?|months?|hours?|days?|weeks?|minutes?|age|percent(age)?|%|salary|"
    r"income|budget|spend|cost|bus factor|headcount|wie viele|anzahl|alter|jahre|combien|nombre de|âge|cuánt\w+|"
    r"número de|edad|quant[oa]s|idade|hoeveel|aantal|leeftijd|points?|out of 100|zip|postcode|year)\b|\$|€|£",
    re.IGNORECASE,
)
_NOMINAL = re.compile(
    r"\b(gender|sex|education|country|region|department|industry|sector|function|role|nationality|language|consent|"
    r"employment|status|group|condition|version|geschlecht|genre|género|gênero|geslacht|which)\b",
    re.IGNORECASE,
)

_ROLE_WORDS = (
    "role|position|job title|job level|rolle|funktion|poste|fonction|cargo|puesto|rol|función|função|functie"
)
_ROLE = re.compile(
    rf"^(your |current |job |ihre |votre |uw |seu )?({_ROLE_WORDS}|title|level)( group)?\s*[?:*]*$|"
    r"\b(what('s| is)|(best |which )?(describes|reflects)|was ist|quel(le)? est|cuál es|qual é|wat is)( the)?"
    rf" (your|ihre|deine|votre|su|tu|o seu|a sua|seu|uw|je)( (?!of\b|view|on\b)\w+){{0,3}} ({_ROLE_WORDS})\b|"
    rf"\b((welche|quelle|qué|que|welke) ({_ROLE_WORDS})\b|(what|which) ({_ROLE_WORDS}) (do|are|best))\b",
    re.IGNORECASE,
)

_LEADS = re.compile(
    r"^(do|does|are|haben|führen|leiten|sind|avez|encadrez|êtes|tiene|diriges?|você|tem|heeft|geeft|heb|geef)\b.{0,40}"
    r"\b(manag\w+|supervis\w+|direct reports|personalverantwortung|führungsverantwortung|mitarbeiter\w*|équipe|"
    r"personas a (su )?cargo|personal a (su )?cargo|equipa|equipe|leiding\w*)\b",
    re.IGNORECASE,
)

_RECOMMENDS = re.compile(
    r"\b(e?nps|net promoter)\b|\b(likely|likelihood|wahrscheinlich\w*|probab\w+|prováv\w+|waarschijnlijk)\b.{0,60}"
    r"\b(recommend\w*|\w*empfehl\w*|recommand\w*|recomend\w*|\w*bevel\w*)\b",
    re.IGNORECASE,
)


def is_attention_check(heading: str) -> bool:
    """Whether a question only checks that people read it.

    >>> is_attention_check("Please select 'Strongly agree' for this row"), is_attention_check("We pay well")
    (True, False)
    """
    return bool(_ATTENTION.search(heading)) and not _CONSENT.search(heading)


def asks_quantity(heading: str) -> bool:
    """Whether a heading asks for a count, an amount, an age or a share.

    >>> asks_quantity("How many pilots are live?"), asks_quantity("How ready are we?")
    (True, False)
    """
    return bool(_QUANTITY.search(heading))


def asks_which(heading: str) -> bool:
    """Whether a heading asks for one of several kinds, so that numbers under it would be codes.

    >>> asks_which("Which department do you work in?"), asks_which("Our data is ready")
    (True, False)
    """
    return bool(_NOMINAL.search(heading))


def asks_role(heading: str) -> bool:
    """Whether a heading asks for the position somebody has, so that numbers under it are codes of roles.

    >>> asks_role("What is your role?"), asks_role("Welche Funktion haben Sie?"), asks_role("Which tools help your role?")
    (True, True, False)
    """
    return bool(_ROLE.search(heading.strip()))


def asks_who_leads(heading: str) -> bool:
    """Whether a heading asks, with yes or no, whether somebody manages people.

    >>> asks_who_leads("Do you manage people?"), asks_who_leads("Do you have a plan?")
    (True, False)
    """
    return bool(_LEADS.search(heading.strip(" ¿")))


def asks_to_recommend(heading: str) -> bool:
    """Whether a heading asks how likely somebody is to recommend: usually answered from 0 to 10.

    >>> asks_to_recommend("How likely are you to recommend us?"), asks_to_recommend("We recommend a plan")
    (True, False)
    """
    return bool(_RECOMMENDS.search(heading))

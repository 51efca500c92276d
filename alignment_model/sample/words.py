"""What the sample's leaders write: short, different by office, changing with what is planted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_model.sample.answers import Chance

WHY, UNSAID = "WHY_DEPLOY", "UNSAID"
PURPOSE_PATTERNS = ("value_fragmentation", "momentum_without_direction")

SHARED_WHY = (
    "To move goods with fewer empty kilometres and tell customers the truth about arrival times.",
    "So that fewer trucks run empty and customers know when their goods arrive.",
    "Fewer empty kilometres first, dependable arrival times second; everything else can wait.",
    "To plan better: fuller trucks, and arrival times our customers can rely on.",
    "Because fuller trucks and honest arrival times are what our customers pay us for.",
    "We use it to fill trucks and to keep the arrival times we promise.",
)
OWN_WHY: dict[str, tuple[str, ...]] = {
    "CEO": (
        "To be the carrier that sets the pace in our market before somebody else does.",
        "In five years there will be two kinds of carrier, and I know which one we want to be.",
    ),
    "CFO": (
        "To take cost out of the network; so far I have seen cost go in.",
        "For a lower cost per shipment, which has to be visible in the accounts by next year.",
    ),
    "CTO": (
        "To replace fragile planning tools with a platform we can build on for a decade.",
        "So that we have one dependable data platform instead of forty spreadsheets.",
    ),
    "Board": (
        "We were told competitors do it; I would like to know what risk we take on.",
        "To protect the business for the long term, provided somebody can explain the decisions.",
        "To keep our licence to operate as customers and regulators ask harder questions.",
        "I understand it as insurance against falling behind.",
        "For better oversight of a network that has become hard to see through.",
        "To use our data responsibly before others use it against us.",
    ),
    "Other executive": (
        "To get parcels out of the hubs faster in the peak season.",
        "To win tenders that now ask for it.",
        "So that my people spend their time with customers and not with forms.",
        "To keep good dispatchers, who are tired of working three screens at once.",
        "For service quality: fewer complaints, quicker answers.",
    ),
}
PLAIN_UNSAID = (
    "Nothing much; we disagree about pace, and we say so.",
    "That we will have to choose two or three things and stop the rest.",
    "How much of this depends on a few people in planning.",
    "That the easy savings have been made.",
    "We rarely ask dispatchers before we decide.",
    "That good data took us three years and nobody noticed.",
    "Some of us have never used the tools.",
)
PATTERN_UNSAID: dict[str, tuple[str, ...]] = {
    "ai_pilot_trap": (
        "That most pilots were never meant to go live.",
        "Nobody wants to be the one who ends a pilot that has been running for two years.",
    ),
    "ai_theatre": (
        "The customer chat we showed at the fair answers very few customers.",
        "We announce more than we could show an auditor.",
    ),
    "value_fragmentation": (
        "We do not mean the same thing by value, and each of us knows it.",
        "That we approved one budget with five purposes.",
    ),
    "trust_ceiling": (
        "The route assistant is good and the drivers ignore it.",
        "That people do not trust it, and that we have not asked why.",
    ),
    "coordination_failure": (
        "Three departments are paying for the same document reader.",
        "That decisions wait for a committee nobody leads.",
    ),
    "momentum_without_direction": (
        "That we could not say why we started half of it.",
        "We keep adding projects because stopping would need a reason.",
    ),
    "ethical_drift": (
        "Nobody could tell a regulator who answers for the claims decisions.",
        "The rules for use are still a draft, and the systems are live.",
    ),
    "executive_manager_chasm": (
        "Our managers stopped telling us what does not work.",
        "What we hear in this room is not what the depots say.",
    ),
    "shadow_ai": (
        "Half of the office uses its own tools, with customer data in them.",
        "That the usage figures are filled in for us.",
    ),
    "capital_misallocation": (
        "We bought licences before we had the data.",
        "Training was cut to pay for the model contract.",
    ),
    "talent_flight": (
        "Two of our best depot managers left over this.",
        "That we pay people for the old way and ask for the new one.",
    ),
    "activity_without_outcome": (
        "The hours we saved went into more meetings.",
        "Everything is faster and nothing is cheaper.",
    ),
    "confident_strategy_doubtful_delivery": (
        "I believe in the plan and not in our getting there.",
        "That the plan needs people we do not have.",
    ),
}


def draw_words(roles: Sequence[str], strength: Mapping[str, float], chance: Chance) -> list[dict[str, str]]:
    """Open answers of leadership roles by question code; empty for everybody else and for those who skip."""
    apart = max((strength.get(code, 0.0) for code in PURPOSE_PATTERNS), default=0.0)
    unsaid = _unsaid(strength, chance)
    used: dict[str, int] = {}
    answers: list[dict[str, str]] = []
    for role in roles:
        luck = chance.fresh.random(3)
        if role not in OWN_WHY:
            answers.append({})
            continue
        place = used.get(role, 0)
        used[role] = place + 1
        pool = OWN_WHY[role] if luck[0] < apart else SHARED_WHY
        seat = place if luck[0] < apart else place + list(OWN_WHY).index(role)
        given = {WHY: pool[seat % len(pool)]}
        if luck[1] < 0.75:
            given[UNSAID] = unsaid[len(answers) % len(unsaid)]
        answers.append(given)
    return answers


def _unsaid(strength: Mapping[str, float], chance: Chance) -> list[str]:
    """What is not being said: planted patterns' sentences while they are strong, ordinary ones besides."""
    sentences = [text for code, amount in strength.items() if amount >= 0.5 for text in PATTERN_UNSAID[code]]
    sentences += PLAIN_UNSAID[1:4] if sentences else PLAIN_UNSAID
    return [sentences[place] for place in chance.fresh.permutation(len(sentences))]

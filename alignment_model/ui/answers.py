"""The questions each page answers once a survey is loaded: what its empty state promises."""

ANSWERS: dict[str, tuple[str, ...]] = {
    "layers": (
        "Where does each role stand on every question of a layer?",
        "How far do leaders agree on it, and could chance do that?",
        "How did the people of each group answer?",
    ),
    "gaps": (
        "Which two roles stand farthest apart, and on which layer?",
        "Is a gap clear, possible, or no more than chance would give?",
        "On which questions does leadership see more than those below it, or less?",
    ),
    "question": (
        "Who stands where on one question, and how did each group answer?",
        "How many do not know?",
        "Which patterns and which conversation rest on it?",
    ),
    "consensus_map": (
        "Which roles rank the outcomes of AI alike?",
        "Are there camps, and who belongs to neither?",
        "Without whom would agreement rise most?",
    ),
    "executives_and_managers": (
        "On which questions does leadership stand clearly above managers?",
        "Is adoption claimed or lived, and are tools used that nobody approved?",
        "What can those nearest the work not say?",
    ),
    "value": (
        "How many of 100 points do all leaders give to the same outcomes?",
        "What does only one role want?",
        "Who speaks for customers, regulators and communities?",
    ),
    "value_chain": (
        "At which of six stages does each role see value break?",
        "Is there more evidence for activity than for outcome?",
    ),
    "theory_and_reality": (
        "How far does reality lag behind the design in each domain?",
        "Do leaders see the same gap?",
    ),
    "the_number": (
        "Which effect does each role expect, and how sure is it?",
        "What is the spread between them worth in money?",
    ),
    "patterns": (
        "Which of the thirteen patterns are present, which are worth watching?",
        "What speaks for each, what against it, and what is missing?",
        "What to ask, and what answers it?",
    ),
    "initiatives": (
        "Which money has no agreed outcome, and what is missing?",
        "How many pilots reach production, and how old are the others?",
        "What was announced without an outcome, what may be done twice?",
    ),
    "trends": (
        "Who moved clearly since the wave before, on what?",
        "Which patterns came, which went?",
        "What cannot be compared, and why?",
    ),
    "conversations": (
        "Which questions are most worth an hour, and why these?",
        "Who stands where, what to ask, and for how many minutes?",
        "Which initiatives meet the preconditions?",
    ),
    "commitments": (
        "Who said they would do what, until when?",
        "What has become of it, and of what was talked about?",
    ),
    "open_answers": (
        "Why does each leader say the organisation deploys AI?",
        "Which words do they share, which does only one use?",
        "What is the team not saying?",
    ),
    "present": (
        "Which slides does this survey fill, in which order?",
        "What does the person in front need to know about each?",
    ),
}

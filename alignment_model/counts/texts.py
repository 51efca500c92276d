"""Open answers that may be shown word for word: leadership roles only, and never those of a small group."""

from __future__ import annotations

from alignment_model.counts.forms import Counts
from alignment_model.counts.roles import effective_policy, people_by_role
from alignment_model.framework import load_framework
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import TEXT
from alignment_model.responses import ResponseSet

Texts = dict[tuple[str, str], tuple[str, ...]]


def shown_texts(responses: ResponseSet, policy: PrivacyPolicy, counts: Counts) -> Texts:
    """Open answers by (question, role), in alphabetical order so that they cannot be joined across questions.

    A protected role's answers are shown only where at least `comment_minimum` of its people wrote one.
    """
    told = effective_policy(responses, policy)
    leadership = {role.code for role in load_framework().roles if role.leadership}
    people = people_by_role(responses, policy)
    found: Texts = {}
    for question in responses.questionnaire.of_kind(TEXT):
        for role in counts.shown:
            written = [str(person.answers.get(question.code, "")).strip() for person in people[role]]
            written = [text for text in written if text]
            if role in leadership and told.comments_shown(role, len(written)):
                found[question.code, role] = tuple(sorted(written))
    return found

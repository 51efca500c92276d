"""Second implementations, written from the definitions with plain loops and sharing nothing with the first."""

from __future__ import annotations

import math
from itertools import combinations, permutations

import numpy as np


def consensus(answers, levels):
    """Tastle and Wierman from raw answers."""
    mean = sum(answers) / len(answers)
    total = 1.0
    for level in range(1, levels + 1):
        share = list(answers).count(level) / len(answers)
        if share:
            total += share * math.log2(1 - abs(level - mean) / (levels - 1))
    return total


def van_der_eijk(counts):
    """Peel layers off the counts one at a time, with exact whole numbers."""
    rest, total, result = list(counts), sum(counts), 0.0
    levels = len(rest)
    while any(rest):
        height = min(n for n in rest if n)
        used = [n > 0 for n in rest]
        one = two = 0
        for i, j, k in combinations(range(levels), 3):
            one += (used[i], used[j], used[k]) in ((True, True, False), (False, True, True))
            two += (used[i], used[j], used[k]) == (True, False, True)
        peaks = 1.0
        if one + two:
            peaks = ((levels - 2) * one - (levels - 1) * two) / ((levels - 2) * (one + two))
        filled = sum(used)
        result += height * filled / total * peaks * (1 - (filled - 1) / (levels - 1))
        rest = [n - height if n else 0 for n in rest]
    return result


def cliffs_delta(first, second):
    """Every pair looked at."""
    signs = np.sign(np.subtract.outer(np.asarray(first), np.asarray(second)))
    return float(signs.mean())


def mann_whitney_exact(first, second):
    """Two-sided p over every way to pick the first group, and U."""
    values = list(first) + list(second)

    def u(chosen):
        rest = [values[i] for i in range(len(values)) if i not in chosen]
        return sum((values[i] > y) + 0.5 * (values[i] == y) for i in chosen for y in rest)

    middle = len(first) * len(second) / 2
    observed = u(set(range(len(first))))
    all_u = [u(set(c)) for c in combinations(range(len(values)), len(first))]
    far = sum(abs(x - middle) >= abs(observed - middle) - 1e-9 for x in all_u)
    return observed, far / len(all_u)


def gwet(ratings, levels, credit):
    """AC2 pair by pair; credit(k, l) is 1 on the diagonal."""
    within, shares, items = [], [0.0] * levels, 0
    for column in zip(*ratings):
        known = [int(x) for x in column if not math.isnan(x)]
        if not known:
            continue
        items += 1
        for x in known:
            shares[x - 1] += 1 / len(known)
        if len(known) > 1:
            within.append(np.mean([credit(x, y) for x, y in permutations(known, 2)]))
    shares = [s / items for s in shares]
    weights = sum(credit(k, m) for k in range(levels) for m in range(levels))
    chance = weights / (levels * (levels - 1)) * sum(s * (1 - s) for s in shares)
    return (np.mean(within) - chance) / (1 - chance)


def icc(table, form):
    """Shrout and Fleiss from variance components of an items x raters table."""
    n, k = table.shape
    between = k * np.var(table.mean(axis=1), ddof=1)
    within = np.mean([np.var(row, ddof=1) for row in table])
    raters = n * np.var(table.mean(axis=0), ddof=1)
    error = (within * n * (k - 1) - raters * (k - 1)) / ((n - 1) * (k - 1))
    person, judge = (between - error) / k, (raters - error) / n
    if form == "ICC1":
        return (between - within) / (between + (k - 1) * within)
    if form == "ICC2":
        return person / (person + judge + error)
    if form == "ICC3":
        return person / (person + error)
    if form == "ICC1k":
        return (between - within) / between
    if form == "ICC2k":
        return person / (person + (judge + error) / k)
    return person / (person + error / k)


def exact_null(sizes, questions, levels):
    """Agreement of every possible set of answers of single people, all equally likely."""
    from itertools import product

    assert set(sizes) == {1}
    one = [consensus_of_positions(c, levels) for c in product(range(1, levels + 1), repeat=len(sizes))]
    return sorted(np.mean(pick) for pick in product(one, repeat=questions))


def consensus_of_positions(positions, levels):
    """Tastle and Wierman with each position weighing the same."""
    mean = sum(positions) / len(positions)
    return 1 + sum(math.log2(1 - abs(x - mean) / (levels - 1)) for x in positions) / len(positions)

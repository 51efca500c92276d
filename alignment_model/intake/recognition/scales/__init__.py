"""Ordered scales told from answers: by their words, by numbers, from a list, or from answers columns share."""

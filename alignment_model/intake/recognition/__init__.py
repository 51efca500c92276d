"""What a file holds: header rows, respondents, scales, roles, and what each column is."""

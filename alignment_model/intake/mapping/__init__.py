"""What the columns of a file are taken for: matched, proposed, decided, kept as a file."""

"""The import page, step by step: file, columns, decisions, storing, what is loaded."""

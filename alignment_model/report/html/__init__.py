"""The page in one file: interactive charts, no network, readable without JavaScript."""

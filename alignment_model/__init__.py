"""Executive Alignment Dashboard: the core, from spreadsheet to snapshot."""

__version__ = "0.1.0"

"""The blank workbook people fill in."""

"""The workbook: tables people work with, and native charts."""

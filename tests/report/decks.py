"""A deck opened again: its titles, charts and tables."""

from io import BytesIO

from pptx import Presentation

from alignment_model.wording import NO_BREAK, headline


def opened(content):
    return Presentation(BytesIO(content))


def said(frame):
    """A text frame's text; what is kept on one line there has plain spaces in the report."""
    return frame.text.replace(NO_BREAK, " ")


def titles(deck):
    return [said(slide.shapes.title.text_frame) for slide in deck.slides]


def slide_of(deck, title):
    return next(slide for slide in deck.slides if said(slide.shapes.title.text_frame) == headline(title))


def chart_of(slide):
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def table_of(slide):
    """The rows of a slide's table as texts, its heading first."""
    made = next(shape.table for shape in slide.shapes if shape.has_table)
    return [[said(cell.text_frame) for cell in row.cells] for row in made.rows]


def values_of(chart):
    """Every series' values under its name."""
    return {series.name.strip(): list(series.values) for series in chart.plots[0].series}

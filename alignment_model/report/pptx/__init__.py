"""The deck: native, editable charts and text, one finding a slide."""

from types import SimpleNamespace

import pytest
import streamlit as st

from alignment_model.ui.emphasis import main_button


@pytest.mark.parametrize(("mode", "kind"), [("light", "primary"), ("dark", "secondary"), (None, "primary")])
def test_a_button_is_filled_only_where_white_letters_can_be_read_on_the_accent(monkeypatch, mode, kind):
    monkeypatch.setattr(st, "context", SimpleNamespace(theme=SimpleNamespace(type=mode)))
    assert main_button() == kind

"""Menu, files and tests know the same pages."""

from __future__ import annotations

from alignment_model.ui import registry


def test_every_page_file_is_in_the_registry_and_the_other_way_round() -> None:
    files = {str(path.relative_to(registry.PROJECT)) for path in (registry.PROJECT / "pages").rglob("*.py")}
    assert files == {page.file for page in registry.PAGES}


def test_a_page_lies_where_its_menu_section_says() -> None:
    for page in registry.PAGES:
        assert page.file == f"pages/{page.section.lower()}/{page.code}.py"


def test_codes_are_unique_and_every_page_says_what_it_is_for() -> None:
    assert len({page.code for page in registry.PAGES}) == len(registry.PAGES)
    assert all(page.purpose.endswith(".") for page in registry.PAGES)


def test_one_page_is_the_start_page() -> None:
    assert [page.code for page in registry.PAGES if page.default] == ["overview"]

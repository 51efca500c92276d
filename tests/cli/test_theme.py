"""The theme command: what holds, what is at fault, and a program that stops with a sentence."""

from tests.company import company


def test_the_products_own_theme_holds(run):
    ran = run("theme", "--check", "--all")
    assert ran.code == 0
    assert "holds" in ran.out.splitlines()[-1]
    assert "ok" in ran.out and "FAULT" not in ran.out


def test_every_fault_is_a_line_and_the_code_is_one(run, tmp_path):
    path = company(tmp_path)
    path.write_text('name = "x"\n[light]\naccent = "#E79BC0"\n[dark]\naccent = "#10161D"\n', encoding="utf-8")
    ran = run("theme", path, "--all", "--write-config")
    assert ran.code == 1
    assert len(ran.said) > 3
    assert all(line.startswith("theme.toml: The contrast of ") for line in ran.said)
    assert ran.out.count("FAULT") == len(ran.said)


def test_a_file_without_the_form_of_a_theme_is_wrong_use(run, tmp_path):
    path = company(tmp_path)
    path.write_text("name = 3", encoding="utf-8")
    ran = run("theme", path)
    assert (ran.code, ran.said) == (2, ["theme.toml, key 'name': found 3; a text is expected."])

from pathlib import Path

from situate.ontology.document import page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "ontology.md"


def test_the_page_is_current():
    assert PAGE.read_text("utf-8") == page(), "run: python -m situate.ontology.document > docs/reference/ontology.md"


def test_the_page_shows_a_new_type():
    assert "### siege_end" in page()
    assert "Shells fell on rebel-held Ostry." in page()

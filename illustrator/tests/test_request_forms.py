"""Forms that search for or book something."""

from limner_illustrator.language.parser import parse


def test_places_of_a_journey_are_in_its_fields() -> None:
    scene = parse("flight search form from Oslo to Rome", seed=0)
    assert scene.graphic is not None
    values = {one.label: one.detail for one in scene.graphic.items}
    assert (values["From"], values["To"]) == ("Oslo", "Rome")
    assert scene.backdrop is None


def test_booking_form_is_about_its_trade() -> None:
    graphic = parse("restaurant reservation form, dark mode", seed=0).graphic
    assert graphic is not None
    assert graphic.title == "Reserve a table"


def test_word_that_begins_like_a_trade_is_another() -> None:
    graphic = parse("a carpet cleaning booking form", seed=0).graphic
    assert graphic is not None
    assert graphic.title == "Book now"


def test_hierarchy_that_multiplies_is_bounded() -> None:
    graphic = parse("org chart with a president, two directors" + ", each with six managers" * 14, seed=0).graphic
    assert graphic is not None
    assert len(graphic.items) <= 100

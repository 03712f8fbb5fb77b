"""Screens whose prompts name only a topic: what they show and say."""

import pytest

from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import parse
from limner_illustrator.language.vocabulary.dashboards import find_dashboard
from limner_illustrator.language.vocabulary.trades import find_trade


def reading_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("prompt", "form", "headline"),
    [
        ("app onboarding illustration about remote work", "onboarding", "Remote work"),
        ("splash screen for a plant care app called Fern", "splash", "Fern"),
        ("404 page with a lost astronaut", "missing", "Page not found"),
        ("empty state illustration for an empty cart", "report", "Your cart is empty"),
        ('mobile app onboarding screen showing a fox, "Breathe easy"', "onboarding", "Breathe easy"),
    ],
)
def test_intro_screen_has_form_and_headline(prompt, form, headline):
    graphic = reading_of(prompt).graphic

    assert graphic.kind == "intro-screen"
    assert form in graphic.options
    assert graphic.title == headline


def test_splash_screen_shows_the_described_scene():
    scene = parse("mobile app splash screen with a mountain at sunrise", seed=0)

    assert scene.graphic is not None
    assert scene.graphic.has("phone")
    assert scene.backdrop == "mountains"


def test_landing_page_pictures_its_trade():
    graphic = reading_of("landing page for a dog walking service").graphic

    assert [item.label for item in graphic.items if item.role == "picture"] == ["a dog and a cat in a park"]


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("dashboard for monitoring solar panels", "Panels"),
        ("admin dashboard website for a zoo", "Animals"),
        ("hotel management dashboard dark mode", "Rooms"),
        ("sales dashboard", "Customers"),
    ],
)
def test_dashboard_menu_follows_the_topic(prompt, name):
    assert reading_of(prompt).graphic.kind == "dashboard"
    assert name in find_dashboard(prompt).menu


@pytest.mark.parametrize(
    ("text", "headline", "hero", "entry"),
    [
        ("splash screen for a plant care app", "Greener rooms", "watering can", "Monstera"),
        ("landing page for a craft brewery", "Brewed", "beer mug", "Stout"),
        ("ski resort app", "Fresh snow", "skier", "Glacier"),
        ("wireframe for a hotel booking app", "Stay a little", "hotel", "Suite"),
    ],
)
def test_trade_gives_page_picture_and_entries(text, headline, hero, entry):
    trade = find_trade(text)

    assert trade is not None
    assert trade.headline.startswith(headline)
    assert hero in trade.hero
    assert any(one.startswith(entry) for one in trade.entries)


def test_every_trade_has_three_features():
    for words in ("hotel", "museum", "zoo", "biotech", "church"):
        trade = find_trade(words)
        assert trade is not None
        assert len(trade.features) == 3

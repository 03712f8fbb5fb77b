"""What prompts put into a graphic: its kind, its content and its look; what a note says of it."""

import time

import pytest

from limner_illustrator.language.description import describe
from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.parser import read
from limner_illustrator.scene import Scene


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


def values_of(graphic):
    return [(item.label, item.value) for item in graphic.items]


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Create a simple bar chart of sales", "bar-chart"),
        ("show the market share as a pie chart", "pie-chart"),
        ("I need a clean modern login screen wireframe", "login-screen"),
        ("wireframe of a mobile app for a gym with a login form", "login-screen"),
        ("a website mockup for a bakery", "landing-page"),
        ("a mockup of a banking app", "dashboard"),
        ("org chart of a startup", "org-chart"),
        ("flow chart of a login process", "flow-chart"),
        ("calendar for March 2025", "calendar"),
        ("SWOT analysis of a hotel", "matrix"),
        ("a roadmap for our product", "timeline"),
    ],
)
def test_a_genre_word_chooses_the_kind(prompt, kind):
    scene = read(prompt, seed=1).scene

    assert scene.graphic is not None
    assert scene.graphic.kind == kind
    assert scene.entities == ()


@pytest.mark.parametrize(
    "prompt",
    [
        "a woman pointing at a bar chart",
        "a cat sitting on a car dashboard",
        "a calendar on a kitchen wall",
        "the pyramid of Giza at sunset",
        "a wooden table with a vase",
        "a businessman presenting a pie chart to his team",
        "an old nautical chart with a compass",
        "a person using a mobile app",
        "a timeline tattoo",
        "a fox in a forest",
    ],
)
def test_a_graphic_seen_in_a_scene_composes_nothing(prompt):
    assert read(prompt, seed=1).scene.graphic is None


@pytest.mark.parametrize(
    ("prompt", "values"),
    [
        (
            "bar chart of fruit sales: apples 30, bananas 45, cherries 12",
            [("Apples", 30), ("Bananas", 45), ("Cherries", 12)],
        ),
        ("pie chart showing 60% mobile, 30% desktop and 10% tablet", [("Mobile", 60), ("Desktop", 30), ("Tablet", 10)]),
        ("bar chart: Q1 $120k, Q2 $1.5M", [("Q1", 120_000), ("Q2", 1_500_000)]),
        ("pie chart: rent 1,200, food 450", [("Rent", 1200), ("Food", 450)]),
        ("line chart of users: 2021: 5, 2022: 8, 2023: 13", [("2021", 5), ("2022", 8), ("2023", 13)]),
        ("pie chart: 70% yes, 20% no", [("Yes", 70), ("No", 20), ("Other", 10)]),
    ],
)
def test_values_of_the_prompt_are_charted(prompt, values):
    graphic = graphic_of(prompt)

    assert values_of(graphic) == values
    assert not graphic.is_sample


def test_several_series_are_grouped():
    graphic = graphic_of("line chart: revenue: 10, 20, 30; costs: 8, 12, 18")

    assert [item.group for item in graphic.items] == ["Revenue"] * 3 + ["Costs"] * 3
    assert [item.value for item in graphic.items] == [10, 20, 30, 8, 12, 18]


def test_made_up_values_are_noted_and_plausible():
    reading = read("a pie chart of market share", seed=4)

    assert sum(item.value for item in reading.scene.graphic.items) == 100
    assert "made up" in (reading.omissions.note() or "")
    assert read("bar chart: a 1, b 2", seed=4).omissions.note() is None


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ('bar chart titled "Q3 Results": a 1, b 2', "Q3 Results"),
        ("bar chart of fruit sales: apples 3, pears 4", "Fruit sales"),
        ("monthly revenue bar chart", "Monthly revenue"),
        ("flow chart of how to make coffee", "How to make coffee"),
        ("show the market share as a pie chart", "Market share"),
        ("SWOT analysis of a coffee shop", "SWOT analysis of a coffee shop"),
    ],
)
def test_the_title_is_that_of_the_prompt_or_its_subject(prompt, title):
    found = graphic_of(prompt).title

    assert found is not None
    assert found.removeprefix("The ").lower() == title.lower()


def test_conditions_become_branches():
    graphic = graphic_of("flow chart: start, check password, if wrong retry, else welcome")
    labels = [item.label for item in graphic.items]
    links = {(labels[link.source], labels[link.target], link.label) for link in graphic.links}

    assert labels == ["Start", "Check password", "Wrong?", "Welcome"]
    assert ("Wrong?", "Check password", "Yes") in links
    assert ("Wrong?", "Welcome", "No") in links


def test_answers_with_arrows_become_branches():
    graphic = graphic_of("decision tree: is it raining? yes -> take umbrella, no -> wear sunglasses")

    assert [item.label for item in graphic.items] == ["Is it raining?", "Take umbrella", "Wear sunglasses"]
    assert [(link.source, link.target, link.label) for link in graphic.links] == [(0, 1, "Yes"), (0, 2, "No")]


def test_a_hierarchy_is_read_from_its_words():
    graphic = graphic_of("org chart with a CEO, a CTO and a CFO, two developers under the CTO")
    labels = [item.label for item in graphic.items]

    assert labels == ["CEO", "CTO", "CFO", "Developer", "Developer"]
    assert [link.source for link in graphic.links] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("prompt", "labels"),
    [
        ("infographic: plan, design, build, launch", ["Plan", "Design", "Build", "Launch"]),
        ("cycle diagram of plan -> do -> check -> act", ["Plan", "Do", "Check", "Act"]),
        ("venn diagram of design, engineering and business", ["Design", "Engineering", "Business"]),
        ("sequence diagram: client, auth server, API, with token exchange", ["Client", "Auth server", "API"]),
        ("venn diagram of cats and dogs", ["Cats", "Dogs", "Pets, Fur, Four legs, Playful"]),
        ("to-do list: buy milk, call mom (done)", ["Buy milk", "Call mom"]),
        ("pricing table with Basic $9, Pro $29", ["Basic", "Pro"]),
        ("gantt chart: design 2 weeks, testing 3 weeks", ["Design", "Testing"]),
        ("sequence diagram: User -> API: login, API -> DB: query", ["User", "API", "DB"]),
        ("er diagram: users(id, email), posts(id, user_id)", ["Users", "Posts"]),
    ],
)
def test_items_of_the_prompt_are_shown(prompt, labels):
    assert [item.label for item in graphic_of(prompt).items] == labels


def test_events_of_a_calendar_stand_on_their_days():
    graphic = graphic_of("December 2025 calendar with 25: Christmas")

    assert len(graphic.items) == 31
    assert {item.label: item.detail for item in graphic.items if item.detail} == {"25": "Christmas"}
    assert graphic.items[0].start == 0, "2025-12-01 is a Monday"


@pytest.mark.parametrize(
    ("prompt", "colors", "looks", "background"),
    [
        ("bar chart in blue and orange: a 1, b 2", ("blue", "orange"), (), None),
        ("a red bar chart of sales", ("red",), (), None),
        ("pie chart of fruit in dark mode", (), ("dark",), None),
        ("hand-drawn flow chart in pastel colors", (), ("hand-drawn", "pastel"), None),
        ("bar chart of sales with green bars on a navy background", ("green",), (), "navy"),
        ("bar chart of oranges: red 3, blue 4", (), (), None),
    ],
)
def test_colours_and_looks_are_those_of_the_prompt(prompt, colors, looks, background):
    graphic = graphic_of(prompt)

    assert (graphic.colors, graphic.looks, graphic.background) == (colors, looks, background)


@pytest.mark.parametrize(
    ("prompt", "option"),
    [
        ("mobile login screen", "phone"),
        ("ipad settings screen", "tablet"),
        ("login page", "browser"),
        ("dashboard wireframe", "wireframe"),
        ("horizontal bar chart of sales", "horizontal"),
        ("donut chart of pets", "donut"),
    ],
)
def test_forms_are_those_of_the_prompt(prompt, option):
    assert option in graphic_of(prompt).options


def test_what_a_graphic_does_not_show_is_noted():
    note = read("bar chart of sales: a 1, b 2, with a dragon", seed=1).omissions.note()

    assert note is not None
    assert "dragon" in note


def test_the_description_says_what_was_drawn():
    text = describe(read("horizontal bar chart of fruit: apples 30, pears 45, dark mode", seed=1).scene)

    assert text == 'A horizontal bar chart titled "Fruit" with Apples 30 and Pears 45, on a dark background.'


def test_every_reading_survives_json():
    for prompt in ("mind map of a startup", "calendar for May 2025", "network diagram", "scatter plot", "login page"):
        scene = read(prompt, seed=2).scene

        assert Scene.from_json(scene.to_json()) == scene


@pytest.mark.parametrize(
    "prompt",
    [
        "bar chart in " + "red, " * 900,
        "mind map of " + "with " * 800,
        "pie chart x-axis " + "x " * 1800,
        "flow chart: " + "if a " * 900,
    ],
    ids=["colours", "openings", "words", "conditions"],
)
def test_repetitive_prompts_are_read_in_bounded_time(prompt):
    began_s = time.process_time()
    read_graphic(prompt, seed=1)

    assert time.process_time() - began_s < 2


@pytest.mark.parametrize(
    ("prompt", "labels"),
    [
        ("bar chart of coffee sales by month, January to April", ["Jan", "Feb", "Mar", "Apr"]),
        ("line graph of the temperature over a week", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
        ("bar chart of sales from Q3 2025 to Q1 2026", ["Q3 2025", "Q4 2025", "Q1 2026"]),
        ("line chart of visitors from 9am to 12pm", ["9 am", "10 am", "11 am", "12 pm"]),
        ("Balkendiagramm: Umsatz von Oktober bis Dezember", ["Okt", "Nov", "Dez"]),
        ("line chart of weight over 3 weeks", ["Week 1", "Week 2", "Week 3"]),
    ],
)
def test_named_periods_are_the_labels_of_an_axis(prompt, labels):
    assert [item.label for item in graphic_of(prompt).items] == labels


def test_a_receipt_prices_its_goods_up_to_the_total():
    graphic = graphic_of("receipt from a grocery store with milk, bread and eggs, total $14.50")
    lines = [item for item in graphic.items if item.role == "line"]

    assert [item.label for item in lines] == ["Milk", "Bread", "Eggs"]
    assert graphic.items[-1].value == 14.5
    assert sum(item.value for item in lines) == pytest.approx(14.5)
    assert graphic.title == "Grocery store"


def test_an_invoice_takes_prices_counts_and_tax_of_the_prompt():
    graphic = graphic_of("invoice to Acme for 3 workshops at $400, travel $90, plus 10% VAT")

    assert [(item.label, item.start, item.value) for item in graphic.items] == [
        ("Workshops", 3, 400), ("Travel", 1, 90), ("Subtotal", None, 1290), ("VAT 10%", None, 129),
        ("Total", None, 1419),
    ]  # fmt: skip
    assert graphic.items[-1].detail == "Acme"


def test_a_swimlane_diagram_has_the_lanes_of_the_prompt():
    graphic = graphic_of("swimlane diagram of a hiring process with HR, manager and candidate")

    assert {item.group for item in graphic.items} == {"HR", "Manager", "Candidate"}
    assert len(graphic.links) == len(graphic.items) - 1


def test_a_family_tree_is_built_by_generation():
    reading = read_graphic("family tree with grandparents, parents and three children", seed=1)

    assert [item.group for item in reading.graphic.items] == ["Grandparents", "Parents", *["Children"] * 3]
    assert [link.source for link in reading.graphic.links] == [0, 1, 1, 1]
    assert reading.missing == ()


def test_a_sankey_diagram_flows_from_its_sources_to_its_targets():
    graphic = graphic_of("sankey diagram of energy from coal 60 and gas 40 to homes and industry")
    labels = [item.label for item in graphic.items]
    into = [float(link.label) for link in graphic.links if labels[link.source] == "Coal"]

    assert labels == ["Coal", "Homes", "Industry", "Gas"]
    assert sum(into) == pytest.approx(60, abs=0.2)


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("state diagram of a traffic light", "state-diagram"),
        ("heat map of website visits by day and hour", "heat-map"),
        ("bubble chart of countries by GDP and population", "bubble-chart"),
        ("an invoice for web design services, $1200", "invoice"),
    ],
)
def test_a_kind_of_its_own_is_made_for_the_prompt(prompt, kind):
    graphic = graphic_of(prompt)

    assert graphic.kind == kind
    assert len(graphic.items) >= 2


def test_a_bubble_chart_has_a_measure_on_each_axis():
    graphic = graphic_of("bubble chart of countries by GDP and population")
    india = next(item for item in graphic.items if item.label == "India")

    assert (graphic.x_label, graphic.y_label) == ("GDP ($ trillion)", "Population (millions)")
    assert (india.start, india.value) == (3.6, 1430)


def test_a_chat_is_between_the_people_and_about_the_topic_of_the_prompt():
    reading = read_graphic("chat app screen between Anna and Ben about dinner", seed=1)

    assert reading.graphic.title == "Anna"
    assert reading.graphic.items[0].label == "Hi Ben! Dinner tonight?"
    assert reading.missing == ()


def test_messages_of_the_prompt_are_those_of_the_chat():
    graphic = graphic_of('chat screen with messages "Where are you?" and "Almost there!"')

    assert [(item.role, item.label) for item in graphic.items] == [
        ("message", "Where are you?"), ("own-message", "Almost there!"),
    ]  # fmt: skip


def test_a_hero_section_of_a_website_is_a_page():
    assert graphic_of("hero section of a fintech landing page").kind == "landing-page"
    assert graphic_of("hero image for a fintech landing page").kind == "banner"
    assert graphic_of("hero image of a mountain lake").kind == "banner"

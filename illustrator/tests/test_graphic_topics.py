"""What diagrams say where their prompts give only a topic."""

import re

import pytest

from limner_illustrator.language.genres import read_graphic
from limner_illustrator.language.graphic_topics import load_table


def graphic_of(prompt):
    reading = read_graphic(prompt, seed=1)
    assert reading is not None
    return reading.graphic


def labels_of(prompt):
    return [item.label for item in graphic_of(prompt).items]


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("SWOT analysis for a small coffee shop", "coffee"),
        ("SWOT analysis of beekeeping", "beekeeping"),
        ("mind map about dinosaurs", "jurassic"),
        ("flow chart for onboarding a new employee with five steps", "contract"),
        ("flow chart of adopting a dog", "bring home"),
        ("infographic: how to make a pizza in 5 steps", "dough"),
        ("infographic with facts about chocolate", "maya"),
        ("timeline of the history of chocolate", "cocoa"),
        ("timeline of a kitchen renovation", "plumbing"),
        ("gantt chart for organizing a music festival", "invite"),
    ],
)
def test_content_is_about_the_topic(prompt, word):
    graphic = graphic_of(prompt)

    texts = [text for item in graphic.items for text in (item.label, item.detail or "", *item.lines)]
    assert word in " ".join(texts).lower()
    assert graphic.is_sample


@pytest.mark.parametrize(
    "prompt",
    [
        "infographic with 6 facts about otters",
        "8 tips for better sleep infographic",
        "mind map of glass blowing",
        "timeline of our choir",
        "flow chart of glass blowing",
        "infographic about 8 benefits of meditation",
    ],
)
def test_no_label_is_a_mere_number(prompt):
    assert not [label for label in labels_of(prompt) if re.fullmatch(r"(?:Fact|Step|Idea|Milestone|Item) \d+", label)]


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("infographic with 6 facts about otters", 6),
        ("8 tips for better sleep infographic", 8),
        ("infographic about 8 benefits of meditation", 8),
        ("flow chart of the hiring process with four steps", 6),
        ("mind map of gardening with 7 branches", 7),
    ],
)
def test_a_diagram_has_as_many_parts_as_are_asked_for(prompt, count):
    assert len([item for item in graphic_of(prompt).items if item.group is None]) == count


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("SWOT-Analyse für ein Café", ["Stärken", "Schwächen", "Chancen", "Risiken"]),
        ("Balkendiagramm der Verkaufszahlen von Januar bis Mai", ["Jan", "Feb", "Mär", "Apr", "Mai"]),
        (
            "Diagrama de flujo para hacer una tortilla",
            ["Inicio", "Pelar", "Freír", "Batir", "Cocinar", "Servir", "Fin"],
        ),
        ("Infographie sur les économies d'eau", ["Douche", "Robinet", "Fuites", "Lessive", "Jardin"]),
        ("bar chart of sales from January to May", ["Jan", "Feb", "Mar", "Apr", "May"]),
    ],
)
def test_own_words_are_in_the_language_of_the_prompt(prompt, expected):
    assert labels_of(prompt) == expected


def test_a_diagram_is_not_half_translated():
    assert "Schlaf" not in str(graphic_of("Mindmap zu Psychologie und Glück").items)


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("Kreisdiagramm: Strommix in Deutschland, Wind 30 %, Solar 45 %, Gas 25 %", "Strommix in Deutschland"),
        ("Organigramme d'une petite entreprise", "Petite entreprise"),
        ("bar chart of rainfall in London, in blue, January to June", "Rainfall in London, January to June"),
        ("Balkendiagramm der Umsätze bis Mai", "Umsätze bis Mai"),
    ],
)
def test_a_title_is_what_the_graphic_is_about(prompt, title):
    assert graphic_of(prompt).title == title


def test_rows_that_are_counted_in_words_are_no_column():
    table = graphic_of("a simple table with 3 columns: Name, Age, City and five rows")

    assert (table.items[0].label, *table.items[0].lines) == ("Name", "Age", "City")
    assert len(table.items) == 6


def test_an_invoice_of_a_trade_has_the_goods_of_the_trade():
    invoice = graphic_of("Invoice for a web designer, 3 items")

    assert [item.label for item in invoice.items] == ["Design", "Development", "Hosting, 1 year", "Total"]
    assert invoice.title == "Web designer"


def test_a_span_of_years_ends_with_its_last_one_and_rises_where_it_says_so():
    chart = graphic_of("line chart showing temperature rise from 1900 to 2020")

    assert (chart.items[0].label, chart.items[-1].label) == ("1900", "2020")
    assert chart.items[-1].value > 2 * chart.items[0].value


@pytest.mark.parametrize(
    ("prompt", "labels"),
    [
        (
            "table comparing electric, hybrid and petrol cars by price, range and noise",
            ["Criterion", "Price", "Range", "Noise"],
        ),
        ("comparison of Netflix, Disney+ and Prime Video in a table", ["Netflix", "Disney+", "Prime Video"]),
        ("pricing page with Free, Plus $9 and Team $29 plans", ["Free", "Plus", "Team"]),
        ("radar chart comparing a player in speed, passing and stamina", ["Speed", "Passing", "Stamina"]),
        ("org chart: CEO Maria, under her CTO Ben and CFO Ana", ["CEO Maria", "CTO Ben", "CFO Ana"]),
        ("funnel with visits 5000, signups 1200, paid 300", ["Visits", "Signups", "Paid"]),
    ],
)
def test_what_the_prompt_lists_is_there(prompt, labels):
    graphic = graphic_of(prompt)

    names = [item.label for item in graphic.items]
    assert names == labels or list(graphic.items[0].lines) == labels


def test_a_page_has_a_section_for_each_part_of_the_prompt():
    page = graphic_of("landing page for a dog sitter with hero, how it works, reviews, pricing and contact form")

    assert [item.role for item in page.items] == ["hero", "steps", "testimonials", "pricing", "contact"]


def test_a_dashboard_shows_the_figures_and_charts_of_the_prompt():
    page = graphic_of("HR dashboard showing headcount, open positions and a pie chart of departments")

    assert [(item.label, item.role) for item in page.items][:2] == [("Headcount", "entry"), ("Open positions", "entry")]
    assert page.items[2].role == "pie"
    assert page.title == "HR"


def test_events_without_known_history_are_no_aspects():
    assert labels_of("timeline of major earthquakes")[0] == "Phase 1"


def test_a_board_does_not_take_its_purpose_for_a_column():
    board = graphic_of("kanban board with columns Backlog, Doing, Done for a mobile app team")

    assert list(dict.fromkeys(item.group for item in board.items)) == ["Backlog", "Doing", "Done"]


@pytest.mark.parametrize(
    ("prompt", "labels"),
    [
        ("pyramid of business strategy: vision, goals, tactics", ["Vision", "Goals", "Tactics"]),
        ("venn diagram of cats and dogs with shared traits", ["Cats", "Dogs", "Shared traits"]),
        ("radar chart of skills: Python 9, SQL 7, Java 5", ["Python", "SQL", "Java"]),
        ("Venn diagram: cats, dogs, both are pets", ["Cats", "Dogs", "Pets"]),
        ("comparison table of three phone plans with data, calls and price", ["Criterion", "Data", "Calls", "Price"]),
        (
            "organigrama de un restaurante",
            ["Dueño", "Jefe de cocina", "Gerente", "Segundo chef", "Repostero", "Meseros", "Barra"],
        ),
    ],
)
def test_parts_are_read_whole(prompt, labels):
    assert labels_of(prompt) == labels


def test_a_count_of_tips_is_no_tip():
    labels = labels_of("infographic about saving electricity at home, 6 tips, green colors")

    assert len(labels) == 6
    assert labels[0] == "Light"


def test_a_plan_lasts_as_long_as_is_asked():
    plan = graphic_of("gantt chart of a bathroom renovation, 8 weeks")

    assert plan.unit == "week"
    assert max((item.start or 0) + (item.value or 0) for item in plan.items) == pytest.approx(8)


def test_a_wedding_day_has_events_and_no_bare_hours():
    assert graphic_of("timeline for a wedding day from 10am to midnight").items[0].detail == "Ceremony"


def test_populations_of_countries_are_known():
    assert [item.value for item in graphic_of("bar chart of the population of Germany, France and Italy").items] == [
        84,
        68,
        59,
    ]


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Login-Bildschirm für eine Bank-App", "login-screen"),
        ("Tabelle mit den Bundesländern und Hauptstädten", "table"),
        ("cronograma de un proyecto de software en 4 meses", "gantt-chart"),
        ("cycle of a product launch, 5 stages", "cycle-diagram"),
        ("business model canvas for a bike rental startup", "infographic"),
        ("pyramid of oranges on a market stall", None),
    ],
)
def test_kinds_have_names_in_other_languages_and_words(prompt, kind):
    reading = read_graphic(prompt, seed=1)

    assert (reading and reading.graphic.kind) == kind


def test_counted_products_have_a_series_each():
    chart = graphic_of("Bar chart comparing sales of three products over four quarters")

    assert list(dict.fromkeys(item.group for item in chart.items)) == ["Product A", "Product B", "Product C"]
    assert list(dict.fromkeys(item.label for item in chart.items)) == ["Q1", "Q2", "Q3", "Q4"]


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("flow chart for resetting a password", "choose"),
        ("flowchart of how to repair a bicycle chain", "broken part"),
        ("infographic: 5 steps to compost at home", "twigs"),
        ("process diagram for making craft beer in 7 steps", "hops"),
        ("flow chart of an elevator control system", "signal"),
        ("infographic about the benefits of sleep", "memory"),
        ("infographic: 4 tips for better houseplants", "window"),
        ("timeline of drug development", "laboratory"),
        ("gantt chart for a charity concert", "place"),
    ],
)
def test_steps_and_advice_are_those_of_the_topic(prompt, word):
    graphic = graphic_of(prompt)

    assert word in " ".join(f"{item.label} {item.detail}" for item in graphic.items).lower()


def test_flow_of_known_work_returns_to_its_decision():
    graphic = graphic_of("flow chart for resetting a password")
    labels = [item.label for item in graphic.items]
    decision, action = labels.index("Account found?"), labels.index("Try another address")
    links = {(link.source, link.target) for link in graphic.links}

    assert {(decision, action), (action, decision)} <= links


@pytest.mark.parametrize(
    "prompt", ["process diagram for making craft beer in 7 steps", "flow chart: 4 steps to tie a tie"]
)
def test_flow_has_the_named_number_of_steps(prompt):
    count = int(re.search(r"\d", prompt).group())

    assert [item.role for item in graphic_of(prompt).items].count("process") == count


@pytest.mark.parametrize("name", ["courses", "benefits", "tips", "work_verbs", "branches"])
def test_every_line_of_a_topic_table_is_well_formed(name):
    for words, entries in load_table(name):
        re.compile(words)
        steps = entries.split("; ")
        assert len(steps) >= 3
        assert all(step.count("|") == 1 for step in steps), words


@pytest.mark.parametrize(
    ("prompt", "label"),
    [
        ("mind map: causes of World War I", "Militarism"),
        ("infographic about types of clouds", "Cumulus"),
        ("infographic: the five senses", "Sight"),
    ],
)
def test_narrower_questions_have_branches_of_their_own(prompt, label):
    assert label in labels_of(prompt)


def test_explaining_title_keeps_its_how():
    assert graphic_of("flow chart showing how a vending machine works").title == "How a vending machine works"

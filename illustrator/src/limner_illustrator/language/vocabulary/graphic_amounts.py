"""Data of heat maps, Sankey diagrams and bubble charts whose prompts give none."""

from limner_illustrator.language.vocabulary.graphic_outlines import Outline
from limner_illustrator.language.vocabulary.graphic_samples import MONTHS, QUARTERS, WEEKDAYS, YEARS

HOURS = ("6:00", "8:00", "10:00", "12:00", "14:00", "16:00", "18:00", "20:00", "22:00")
LIKELIHOODS = ("Almost certain", "Likely", "Possible", "Unlikely", "Rare")
IMPACTS = ("Minor", "Low", "Medium", "High", "Severe")
HEAT_DEFAULT: tuple[tuple[str, ...], tuple[str, ...]] = (WEEKDAYS, HOURS)
AXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("hours?|times?", HOURS), ("(?:week)?days?", WEEKDAYS), ("months?", MONTHS), ("quarters?", QUARTERS),
    ("years?", YEARS), ("likelihood|probabilit", LIKELIHOODS), ("impact|severity", IMPACTS),
    ("weeks?", ("Week 1", "Week 2", "Week 3", "Week 4")),
)  # fmt: skip
FEATURES = ("Age", "Income", "Spending", "Visits", "Rating")
CLASSES = ("Cat", "Dog", "Bird")

STREAMS: tuple[Outline, ...] = (
    ("energy|electric|power|fuel", "Energy flow", (
        "Coal > Power plants: 30", "Gas > Power plants: 25", "Solar > Power plants: 15", "Gas > Heating: 15",
        "Power plants > Homes: 28", "Power plants > Industry: 30", "Power plants > Losses: 12", "Heating > Homes: 15")),
    ("budget|money|income|spending|salary|household|expens|financ", "Money flow", (
        "Salary > Income: 80", "Side job > Income: 20", "Income > Housing: 35", "Income > Food: 20",
        "Income > Transport: 12", "Income > Leisure: 13", "Income > Savings: 20")),
    ("website|traffic|visitor|user|customer|conversion|market", "User flow", (
        "Search > Home page: 45", "Social > Home page: 25", "Ads > Home page: 30", "Home page > Product: 60",
        "Home page > Leaves: 40", "Product > Purchase: 22", "Product > Basket left: 38")),
    ("water", "Water use", (
        "Rain > Supply: 40", "River > Supply: 35", "Ground > Supply: 25", "Supply > Farms: 50", "Supply > Industry: 20",
        "Supply > Homes: 22", "Supply > Losses: 8")),
    ("job|appl|hir|recruit", "Job search", (
        "Applications > No answer: 55", "Applications > Rejected: 25", "Applications > Interviews: 20",
        "Interviews > Rejections: 12", "Interviews > Offers: 8")),
    ("food|waste|material|recycl|plastic", "Material flow", (
        "Homes > Collection: 55", "Industry > Collection: 45", "Collection > Recycled: 42",
        "Collection > Composted: 18", "Collection > Burned: 25", "Collection > Landfill: 15")),
    ("student|school|university|graduat|education", "Education", (
        "School > University: 45", "School > Training: 35", "School > Work: 20", "University > Degree: 36",
        "University > Dropout: 9", "Training > Trade: 35")),
    ("", None, (
        "Source A > Stage 1: 40", "Source B > Stage 1: 25", "Source B > Stage 2: 15", "Source C > Stage 2: 20",
        "Stage 1 > Result X: 45", "Stage 1 > Result Y: 20", "Stage 2 > Result Y: 35")),
)  # fmt: skip
"""Streams as "from > to: amount"."""

BUBBLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("countr|nations?|gdp|life expectancy", ("USA", "China", "India", "Japan", "Germany", "Brazil", "UK", "Nigeria")),
    ("cit(?:y|ies)", ("Tokyo", "Delhi", "London", "New York", "Lagos", "Sydney", "Berlin")),
    ("startups?|compan|competitors?|brands?", ("Alpha", "Beacon", "Cobalt", "Delta", "Ember", "Fjord")),
    ("projects?|initiatives?|ideas?", ("Website", "App", "CRM", "Training", "Hiring", "Security")),
    ("cars?|vehicles?", ("Compact", "Sedan", "SUV", "Pickup", "Electric", "Van")),
    ("foods?|meals?", ("Apple", "Bread", "Cheese", "Nuts", "Rice", "Salmon", "Yogurt")),
    ("", ("Product A", "Product B", "Product C", "Product D", "Product E", "Product F")),
)
"""Words -> what the bubbles are."""
MEASURES = ("Price", "Sales")
UNITS = {"gdp": "GDP ($ trillion)", "population": "Population (millions)", "gdp per capita": "GDP per capita ($1,000)",
    "life expectancy": "Life expectancy (years)"}  # fmt: skip
FACTS: tuple[tuple[str, dict[str, float]], ...] = (
    ("gdp per|income|wealth", {"USA": 82, "China": 13, "India": 2.5, "Japan": 34, "Germany": 53, "Brazil": 10,
        "UK": 49, "Nigeria": 1.6}),
    ("gdp|economy", {"USA": 27.7, "China": 17.8, "India": 3.6, "Japan": 4.2, "Germany": 4.5, "Brazil": 2.2, "UK": 3.4,
        "Nigeria": 0.4}),
    ("population|people", {"USA": 335, "China": 1410, "India": 1430, "Japan": 124, "Germany": 84, "Brazil": 211,
        "UK": 68, "Nigeria": 228, "Tokyo": 37, "Delhi": 33, "London": 9.7, "New York": 19, "Lagos": 16, "Sydney": 5.2,
        "Berlin": 3.7}),
    ("life expectancy|lifespan", {"USA": 78, "China": 78, "India": 72, "Japan": 84, "Germany": 81, "Brazil": 76,
        "UK": 81, "Nigeria": 54}),
    ("co2|emission|carbon", {"USA": 4.9, "China": 11.9, "India": 3.0, "Japan": 1.0, "Germany": 0.6, "Brazil": 0.5,
        "UK": 0.3, "Nigeria": 0.1}),
)  # fmt: skip
"""Words of a measure -> rounded figures of 2023."""

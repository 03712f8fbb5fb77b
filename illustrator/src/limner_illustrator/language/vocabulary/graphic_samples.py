"""Labels and courses of values for charts whose prompts give none: the first entry with a word of the prompt counts."""

from typing import Literal

Course = Literal["growth", "decline", "season", "level", "share"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
YEARS = ("2019", "2020", "2021", "2022", "2023", "2024")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CATEGORIES = ("Category A", "Category B", "Category C", "Category D", "Category E")

PERIODS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("monthly|month|months|by month|per month|seasonal|temperatures?|rainfall|climate|precipitation", MONTHS),
    ("quarterly|quarters?|by quarter|per quarter", QUARTERS),
    ("weekly|weekdays?|days? of the week|per day|daily|this week", WEEKDAYS),
    (
        "hourly|per hour|24 hours|cpu|memory usage|latency",
        ("00:00", "04:00", "08:00", "12:00", "16:00", "20:00", "24:00"),
    ),
    ("yearly|annual|annually|years?|per year|over the years|decades?|growth|over time|trends?|gdp|inflation", YEARS),
)
"""Words -> the periods of the x axis."""

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("programming languages?|coding languages?", ("Python", "JavaScript", "TypeScript", "Java", "C#", "Go")),
    ("browsers?", ("Chrome", "Safari", "Edge", "Firefox", "Other")),
    ("mobile os|smartphone os|mobile operating systems?", ("Android", "iOS", "Other")),
    ("operating systems?", ("Windows", "macOS", "Linux", "ChromeOS", "Other")),
    ("cloud", ("AWS", "Azure", "Google Cloud", "Oracle", "Other")),
    ("databases?", ("PostgreSQL", "MySQL", "SQLite", "MongoDB", "Redis")),
    ("frameworks?", ("React", "Vue", "Angular", "Svelte", "Solid")),
    ("smartphones?|phone brands?", ("Samsung", "Apple", "Xiaomi", "Oppo", "Other")),
    ("fruits?", ("Apples", "Bananas", "Cherries", "Grapes", "Oranges")),
    ("vegetables?", ("Carrots", "Tomatoes", "Potatoes", "Onions", "Peppers")),
    ("pets?|animals?", ("Dogs", "Cats", "Fish", "Birds", "Hamsters")),
    ("drinks?|beverages?", ("Coffee", "Tea", "Water", "Juice", "Soda")),
    ("ice cream", ("Vanilla", "Chocolate", "Strawberry", "Mint", "Lemon")),
    ("traffic sources?|acquisition|website traffic by|channels?", ("Organic", "Direct", "Social", "Referral",
        "Email")),
    ("devices?", ("Mobile", "Desktop", "Tablet")),
    ("social media|social networks?", ("YouTube", "Instagram", "Facebook", "TikTok", "LinkedIn")),
    ("personal budget|household|monthly budget|family budget|my budget|living costs?",
     ("Housing", "Food", "Transport", "Savings", "Leisure")),
    ("budget|expenses|spending|costs?", ("Salaries", "Marketing", "Research", "Offices", "Other")),
    ("regions?", ("North", "South", "East", "West")),
    ("continents?", ("Asia", "Africa", "Europe", "North America", "South America", "Oceania")),
    ("countries|country|population|olympic medals?|medals?", ("China", "India", "USA", "Brazil", "Japan", "Germany")),
    ("energy|electricity|power sources?", ("Solar", "Wind", "Hydro", "Nuclear", "Gas", "Coal")),
    ("macronutrients?|nutrition|diet", ("Carbohydrates", "Protein", "Fat", "Fibre")),
    ("ages?|age groups?|demographics?", ("0–17", "18–29", "30–44", "45–59", "60+")),
    ("departments?|headcount|employees|staff|team size", ("Engineering", "Sales", "Marketing", "Support", "HR")),
    ("time (?:is )?spent|my day|daily routine|daily activities|a day|time management|how i spend",
     ("Sleep", "Work", "Meals", "Commute", "Leisure")),
    ("grades?|exam|test scores?|students?|subjects?", ("Maths", "Science", "English", "History", "Art")),
    ("survey|satisfaction|feedback", ("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied")),
    ("market share|competitors?|companies", ("Company A", "Company B", "Company C", "Company D", "Others")),
    ("cars?|vehicles?", ("Sedan", "SUV", "Hatchback", "Pickup", "Electric")),
    ("sports?", ("Football", "Basketball", "Tennis", "Swimming", "Cycling")),
    ("movies?|films?|genres?", ("Action", "Comedy", "Drama", "Sci-fi", "Horror")),
    ("products?|product sales|best sellers?", ("Product A", "Product B", "Product C", "Product D", "Product E")),
    ("bugs?|issues?|tickets?", ("Critical", "High", "Medium", "Low")),
    ("investments?|portfolio|assets?", ("Stocks", "Bonds", "Real estate", "Cash", "Crypto")),
    ("air|atmosphere", ("Nitrogen", "Oxygen", "Argon", "Other")),
)  # fmt: skip
"""Words -> what the whole consists of."""

COURSES: tuple[tuple[str, Course], ...] = (
    ("temperatures?|seasonal|rainfall|weather|climate|ice cream", "season"),
    ("decline|declining|decrease|decreasing|falling|dropping|churn|unemployment|bounce|burn-?down|loss", "decline"),
    ("growth|growing|increase|increasing|revenue|sales|users?|subscribers?|profits?|population|followers", "growth"),
    ("rising|gdp|adoption|downloads?|stock|signups?|sign-ups", "growth"),
)  # fmt: skip

UNITS: tuple[tuple[str, str, float], ...] = (
    ("temperatures?", "°C", 24),
    ("market share|share|percent|percentages?|rate|satisfaction|cpu|inflation|unemployment", "%", 60),
    ("revenue|profits?|budget|expenses|costs?|income|spending|earnings|prices?|gdp|salary|salaries|stock", "$", 90_000),
    ("users?|visitors?|traffic|subscribers?|downloads?|followers|population|sessions|page ?views", "", 12_000),
    ("rainfall|precipitation", "mm", 90),
    ("grades?|scores?", "", 90),
    ("latency|response times?", "ms", 220),
    ("steps", "", 9_000),
)
"""Words -> (unit, the largest value)."""
LARGEST = 90.0

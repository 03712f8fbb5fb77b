"""Labels and courses of values for charts whose prompts give none: the first entry with a word of the prompt counts."""

import re
from typing import Literal

Course = Literal["growth", "decline", "season", "level", "share"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
YEARS = ("2019", "2020", "2021", "2022", "2023", "2024")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CATEGORIES = ("Category A", "Category B", "Category C", "Category D", "Category E")

PERIODS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("jährlich|pro jahr|par an|por año|años|jahre", YEARS),
    ("monatlich\\w*|pro monat|mensuel\\w*|par mois|mensual\\w*|por mes|monate|meses", MONTHS),
    (
        "monthly|month|months|by month|per month|seasonal|temperatures?|rainfall|climate|precipitation",
        MONTHS,
    ),
    ("quarterly|quarters?|quartal\\w*|trimestres?|trimestral|by quarter|per quarter", QUARTERS),
    ("weekly|weekdays?|days? of the week|per day|daily|this week", WEEKDAYS),
    (
        "hourly|per hour|24 hours|cpu|memory usage|latency",
        ("00:00", "04:00", "08:00", "12:00", "16:00", "20:00", "24:00"),
    ),
    (
        "yearly|annual|annually|years?|per year|over the years|decades?|growth|over time|trends?|gdp|inflation",
        YEARS,
    ),
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
    ("toppings?|pizzas?", ("Cheese", "Pepperoni", "Mushrooms", "Olives", "Peppers")),
    ("social networks?|social media|social platforms?", ("YouTube", "Instagram", "Facebook", "TikTok", "LinkedIn")),
    ("cocktails?|spirits", ("Mojito", "Margarita", "Martini", "Negroni", "Spritz")),
    ("coffees?", ("Latte", "Cappuccino", "Espresso", "Americano", "Filter")),
    ("colou?rs", ("Blue", "Green", "Red", "Purple", "Yellow")),
    ("seasons?", ("Spring", "Summer", "Autumn", "Winter")),
    ("hobb(?:y|ies)|leisure|free time", ("Reading", "Sport", "Gaming", "Music", "Cooking")),
    ("music genres?|music", ("Pop", "Rock", "Hip-hop", "Classical", "Jazz")),
    ("commut\\w*|transport\\w*|(?:travel|get|go|come) to (?:work|school)", ("Car", "Bus", "Train", "Bike", "Walking")),
    ("languages?", ("English", "Mandarin", "Hindi", "Spanish", "French")),
    ("cit(?:y|ies)", ("Tokyo", "Delhi", "Shanghai", "São Paulo", "Mexico City")),
    ("planets?", ("Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn")),
    ("waste|rubbish|garbage|trash|recycling", ("Paper", "Plastic", "Glass", "Organic", "Other")),
    ("diets?|eating habits", ("Omnivore", "Vegetarian", "Vegan", "Pescatarian")),
    ("breakfasts?", ("Cereal", "Toast", "Eggs", "Fruit", "Nothing")),
    ("religions?", ("Christianity", "Islam", "Hinduism", "Buddhism", "Other")),
    ("streaming services?|streaming", ("Netflix", "Prime Video", "Disney+", "Max", "Other")),
    ("books?|reading", ("Fiction", "Biography", "Science", "Fantasy", "History")),
    ("blood types?", ("O", "A", "B", "AB")),
    ("oceans?", ("Pacific", "Atlantic", "Indian", "Southern", "Arctic")),
    ("flowers?", ("Roses", "Tulips", "Lilies", "Daisies", "Orchids")),
    ("desserts?|sweets|cand(?:y|ies)|cakes?", ("Chocolate", "Cheesecake", "Apple pie", "Brownies", "Tiramisu")),
    ("fruits?", ("Apples", "Bananas", "Cherries", "Grapes", "Oranges")),
    ("vegetables?", ("Carrots", "Tomatoes", "Potatoes", "Onions", "Peppers")),
    ("pets?|animals?", ("Dogs", "Cats", "Fish", "Birds", "Hamsters")),
    ("drinks?|beverages?", ("Coffee", "Tea", "Water", "Juice", "Soda")),
    ("ice cream", ("Vanilla", "Chocolate", "Strawberry", "Mint", "Lemon")),
    ("traffic sources?|acquisition|website traffic by|channels?", ("Organic", "Direct", "Social", "Referral",
        "Email")),
    ("devices?", ("Mobile", "Desktop", "Tablet")),
    ("social media|social networks?", ("YouTube", "Instagram", "Facebook", "TikTok", "LinkedIn")),
    ("professions?|occupations?|jobs", ("Doctor", "Engineer", "Teacher", "Nurse", "Cook")),
    ("weekends?", ("Friends", "Sport", "Shopping", "Chores", "Sleeping in")),
    (("budget familial|presupuesto familiar|haushalt\\w*|personal budget|household|monthly budget|family budget|"
     "my budget|living costs?"),
     ("Housing", "Food", "Transport", "Savings", "Leisure")),
    ("budget|expenses|spending|costs?", ("Salaries", "Marketing", "Research", "Offices", "Other")),
    ("regions?", ("North", "South", "East", "West")),
    ("continents?", ("Asia", "Africa", "Europe", "North America", "South America", "Oceania")),
    ("countries|country|population|olympic medals?|medals?", ("China", "India", "USA", "Brazil", "Japan", "Germany")),
    ("energy|electricity|power sources?", ("Oil", "Coal", "Gas", "Hydro", "Nuclear", "Wind", "Solar")),
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

FACTS: tuple[tuple[str, tuple[str | None, tuple[tuple[str, float], ...]]], ...] = (
    ("mountains?|peaks?", ("m", (("Everest", 8849), ("K2", 8611), ("Kangchenjunga", 8586), ("Lhotse", 8516),
        ("Makalu", 8485)))),
    ("rivers?", ("km", (("Nile", 6650), ("Amazon", 6400), ("Yangtze", 6300), ("Mississippi", 6275),
        ("Yenisei", 5539)))),
    ("(?:tallest|highest) (?:buildings?|towers?)|skyscrapers?", ("m", (("Burj Khalifa", 828), ("Merdeka 118", 679),
        ("Shanghai Tower", 632), ("Makkah Clock Tower", 601), ("Ping An", 599)))),
    ("most populous countries|countries by population|population (?:of|by) countr(?:y|ies)", ("m", (("India", 1430),
        ("China", 1410), ("USA", 335), ("Indonesia", 278), ("Pakistan", 240)))),
    ("largest countries|countries by area", ("km²", (("Russia", 17_098_000), ("Canada", 9_985_000),
        ("China", 9_597_000), ("USA", 9_525_000), ("Brazil", 8_516_000)))),
    ("largest cities|cities by population|biggest cities", ("m", (("Tokyo", 37), ("Delhi", 33), ("Shanghai", 29),
        ("Dhaka", 23), ("São Paulo", 22)))),
    ("oceans?", ("km²", (("Pacific", 165_000_000), ("Atlantic", 106_000_000), ("Indian", 70_000_000),
        ("Southern", 22_000_000), ("Arctic", 14_000_000)))),
    ("fastest (?:land )?animals?", ("km/h", (("Cheetah", 110), ("Pronghorn", 98), ("Springbok", 88), ("Lion", 80),
        ("Hare", 72)))),
    ("largest lakes?|deepest lakes?", ("m", (("Baikal", 1642), ("Tanganyika", 1470), ("Caspian Sea", 1025),
        ("Malawi", 706), ("Great Slave", 614)))),
)  # fmt: skip
"""Words -> (unit, names with figures)."""

COUNTS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
COUNTED = re.compile(
    rf"\b(?P<count>{'|'.join(COUNTS)})\s+(?:different\s+)?(?P<noun>product|compan(?=ies)|region|store|shop|team|department|"
    r"brand|model|group|server|city|country|class|student|player|branch|service)(?:s|es|ies)\b"
)
"""Things that are only counted, each of which has a course of its own."""

POPULATIONS: dict[str, float] = {
    "germany": 84,
    "france": 68,
    "italy": 59,
    "spain": 48,
    "uk": 68,
    "united kingdom": 68,
    "usa": 335,
    "china": 1410,
    "india": 1430,
    "brazil": 203,
    "japan": 124,
    "russia": 144,
    "mexico": 129,
    "canada": 40,
    "australia": 27,
    "nigeria": 224,
    "indonesia": 278,
    "turkey": 85,
    "poland": 37,
    "netherlands": 18,
    "egypt": 111,
    "sweden": 10.6,
    "norway": 5.5,
    "denmark": 5.9,
    "finland": 5.6,
    "austria": 9.1,
    "switzerland": 8.9,
    "portugal": 10.5,
    "greece": 10.4,
    "ireland": 5.3,
    "belgium": 11.8,
    "argentina": 46,
    "south africa": 62,
    "south korea": 52,
    "pakistan": 240,
}
"""Millions of people, by country in lower case."""

COURSES: tuple[tuple[str, Course], ...] = (
    ("rise|rising|warming|growth|increase|increasing|growing", "growth"),
    ("rainfall|precipitation|rain|niederschlag|pluie|lluvia", "level"),
    ("temperatures?|temperatur|température|temperatura|seasonal|rainfall|weather|climate|ice cream", "season"),
    ("decline|declining|decrease|decreasing|falling|dropping|churn|unemployment|bounce|burn-?down|loss", "decline"),
    ("growth|growing|increase|increasing|revenue|sales|users?|subscribers?|profits?|population|followers", "growth"),
    ("rising|gdp|adoption|downloads?|stock|signups?|sign-ups", "growth"),
)  # fmt: skip

UNITS: tuple[tuple[str, str, float], ...] = (
    ("temperatures?|temperatur|température|temperatura", "°C", 24),
    ("umsatz|umsätze|ventas|ventes|einnahmen|ausgaben|gastos|dépenses|ingresos", "€", 90_000),
    ("market share|share|percent|percentages?|rate|satisfaction|cpu|inflation|unemployment", "%", 60),
    (
        "revenue|profits?|budget|expenses|costs?|income|spending|earnings|prices?|gdp|salary|salaries|stock",
        "$",
        90_000,
    ),
    ("users?|visitors?|traffic|subscribers?|downloads?|followers|population|sessions|page ?views", "", 12_000),
    ("rainfall|precipitation", "mm", 90),
    ("grades?|scores?", "", 90),
    ("latency|response times?", "ms", 220),
    ("steps", "", 9_000),
)
"""Words -> (unit, the largest value)."""
LARGEST = 90.0

DEVELOPMENTS: tuple[tuple[str, tuple[str, float, float]], ...] = (
    ("global (?:\\w+ )?temperatures?|global warming|temperature anomal(?:y|ies)", ("°C", -0.2, 1.3)),
    ("world population|global population|human population", ("bn", 1.6, 8.1)),
    ("co2 (?:levels?|concentration)|carbon dioxide", ("ppm", 296, 424)),
    ("sea levels?", ("cm", 0, 24)),
    ("life expectancy", ("years", 47, 73)),
    ("internet users", ("%", 7, 67)),
    ("heart rate|pulse", ("bpm", 82, 164)),
    ("my weight|weight loss|body weight", ("kg", 84, 76)),
    ("sea ice|arctic ice", ("m km²", 7.2, 4.3)),
    ("battery (?:level|charge)", ("%", 100, 12)),
)
"""Words -> unit, the first and the last value of a known course."""

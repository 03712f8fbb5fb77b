"""Data for tables, plans and boards whose prompts give none."""

TableData = tuple[str, str, tuple[str, ...], tuple[tuple[str, ...], ...], bool]
"""(words of the prompt, title, header, rows, whether the rows are made up)."""

TABLES: tuple[TableData, ...] = (
    ("planets?|solar system", "Planets", ("Planet", "Diameter", "Moons", "Year"), (
        ("Mercury", "4,879 km", "0", "88 days"), ("Venus", "12,104 km", "0", "225 days"), ("Earth", "12,756 km", "1",
            "365 days"),
        ("Mars", "6,792 km", "2", "687 days"), ("Jupiter", "142,984 km", "95", "11.9 years"),
        ("Saturn", "120,536 km", "146", "29.4 years"), ("Uranus", "51,118 km", "28", "84 years"),
        ("Neptune", "49,528 km", "16", "165 years")), False),
    ("capitals?|countries", "Countries", ("Country", "Capital", "Continent", "Population"), (
        ("Brazil", "Brasília", "South America", "203 m"), ("Egypt", "Cairo", "Africa", "105 m"),
        ("France", "Paris", "Europe", "68 m"), ("India", "New Delhi", "Asia", "1,430 m"), ("Japan", "Tokyo", "Asia",
            "124 m"),
        ("Kenya", "Nairobi", "Africa", "55 m")), False),
    ("http|status codes?", "HTTP status codes", ("Code", "Name", "Meaning"), (
        ("200", "OK", "Success"), ("201", "Created", "New resource"), ("301", "Moved Permanently", "Redirect"),
        ("400", "Bad Request", "Client error"), ("401", "Unauthorized", "No login"), ("404", "Not Found",
            "No such page"),
        ("500", "Internal Server Error", "Server error")), False),
    ("big ?-?o|complexit|sorting", "Sorting algorithms", ("Algorithm", "Best", "Average", "Worst"), (
        ("Bubble sort", "O(n)", "O(n²)", "O(n²)"), ("Insertion sort", "O(n)", "O(n²)", "O(n²)"),
        ("Merge sort", "O(n log n)", "O(n log n)", "O(n log n)"), ("Quick sort", "O(n log n)", "O(n log n)", "O(n²)"),
        ("Heap sort", "O(n log n)", "O(n log n)", "O(n log n)")), False),
    ("leaderboard|high ?scores?|ranking", "Leaderboard", ("Rank", "Player", "Score"), (
        ("1", "Ada", "9,850"), ("2", "Ben", "9,120"), ("3", "Clara", "8,760"), ("4", "David", "8,130"), ("5", "Emma",
            "7,540"),
        ("6", "Felix", "7,020")), True),
    ("league|standings", "Standings", ("Club", "Played", "Won", "Points"), (
        ("Rovers", "12", "9", "28"), ("United", "12", "8", "26"), ("City", "12", "7", "22"), ("Athletic", "12", "5",
            "18"),
        ("Wanderers", "12", "3", "12")), True),
    ("price list|prices|menu", "Price list", ("Item", "Size", "Price"), (
        ("Espresso", "Small", "$2.50"), ("Cappuccino", "Medium", "$3.80"), ("Latte", "Large", "$4.20"), ("Tea",
            "Medium", "$2.80"),
        ("Muffin", "–", "$3.00")), True),
    ("employees?|staff|team", "Employees", ("Name", "Department", "Role", "Since"), (
        ("Anna Berg", "Engineering", "Developer", "2019"), ("Ben Cole", "Sales", "Manager", "2020"),
        ("Clara Diaz", "Design", "Designer", "2021"), ("David Evans", "Support", "Agent", "2022"),
        ("Emma Fox", "Finance", "Analyst", "2023")), True),
    ("sales|revenue|financ|quarterly", "Sales", ("Product", "Q1", "Q2", "Q3", "Q4"), (
        ("Product A", "$12k", "$15k", "$17k", "$21k"), ("Product B", "$9k", "$8k", "$11k", "$14k"),
        ("Product C", "$5k", "$7k", "$6k", "$9k"), ("Total", "$26k", "$30k", "$34k", "$44k")), True),
    ("students?|grades?|class", "Grades", ("Student", "Maths", "Science", "English"), (
        ("Anna", "A", "B+", "A-"), ("Ben", "B", "A", "B"), ("Clara", "A-", "A", "A"), ("David", "C+", "B", "B+"),
        ("Emma", "B+", "B", "A")), True),
    ("invoice", "Invoice", ("Item", "Quantity", "Price", "Total"), (
        ("Design", "10", "$80", "$800"), ("Development", "24", "$95", "$2,280"), ("Hosting", "12", "$15", "$180"),
        ("Sum", "", "", "$3,260")), True),
    ("budget|expenses", "Budget", ("Category", "Planned", "Spent", "Left"), (
        ("Rent", "$1,200", "$1,200", "$0"), ("Food", "$450", "$390", "$60"), ("Transport", "$150", "$120", "$30"),
        ("Leisure", "$200", "$240", "-$40")), True),
    ("inventory|stock|products?", "Products", ("Product", "SKU", "Stock", "Price"), (
        ("Desk", "D-100", "24", "$320"), ("Chair", "C-210", "86", "$140"), ("Lamp", "L-035", "52", "$45"),
        ("Shelf", "S-400", "17", "$180")), True),
)  # fmt: skip

HEADERS = ("Name", "Category", "Status", "Amount", "Date", "Owner", "Notes")
CELLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("names?|users?|customers?|employees?|students?|person|owner|author|contact|player", (
        "Anna Berg", "Ben Cole", "Clara Diaz", "David Evans", "Emma Fox", "Felix Gray", "Grace Hall", "Hugo Ivers")),
    ("e-?mails?", ("anna@example.com", "ben@example.com", "clara@example.com", "david@example.com",
        "emma@example.com")),
    ("status|state", ("Active", "Pending", "Active", "Closed", "Active")),
    ("roles?|position|job|title", ("Developer", "Manager", "Designer", "Analyst", "Support")),
    ("categor|type|department", ("Hardware", "Software", "Service", "Training", "Support")),
    ("city|cities|location|place", ("Berlin", "Paris", "Rome", "Madrid", "Vienna")),
    ("countr", ("Germany", "France", "Italy", "Spain", "Austria")),
    ("dates?|due|created|joined|deadline", ("12 Jan", "03 Feb", "21 Feb", "08 Mar", "30 Mar", "14 Apr")),
    ("times?|hours?", ("08:00", "09:30", "11:00", "13:30", "15:00")),
    ("phones?|mobile", ("555-0101", "555-0102", "555-0103", "555-0104", "555-0105")),
    ("products?|items?", ("Desk", "Chair", "Lamp", "Shelf", "Sofa", "Table")),
    ("priority|level", ("High", "Medium", "Low", "High", "Medium")),
    ("grades?", ("A", "B+", "A-", "C", "B")),
    ("actions?", ("Edit", "Edit", "Edit", "Edit", "Edit")),
    ("days?", ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
    ("tasks?", ("Write docs", "Fix login", "Review design", "Plan sprint", "Deploy")),
)  # fmt: skip

MEALS = (
    ("Breakfast", "Oatmeal", "Yoghurt", "Eggs", "Muesli", "Pancakes"),
    ("Lunch", "Salad", "Soup", "Wrap", "Rice bowl", "Pasta"),
    ("Dinner", "Curry", "Fish", "Tacos", "Stir-fry", "Pizza"),
    ("Snack", "Apple", "Nuts", "Banana", "Carrots", "Berries"),
)
LESSONS = (
    ("08:00", "Maths", "English", "Physics", "Maths", "Art"),
    ("09:00", "English", "Maths", "Maths", "History", "Art"),
    ("10:00", "History", "Biology", "English", "Physics", "Maths"),
    ("11:00", "Biology", "Sport", "Music", "English", "French"),
    ("12:00", "Lunch", "Lunch", "Lunch", "Lunch", "Lunch"),
    ("13:00", "Sport", "French", "Geography", "Biology", "Music"),
)
WORK_WEEK = (
    ("09:00", "Planning", "Focus", "Stand-up", "Focus", "Stand-up"),
    ("10:00", "Focus", "Meeting", "Focus", "Review", "Focus"),
    ("11:00", "Emails", "Focus", "Workshop", "Focus", "Demo"),
    ("12:00", "Lunch", "Lunch", "Lunch", "Lunch", "Lunch"),
    ("14:00", "Project", "Project", "Meeting", "Project", "Retro"),
    ("16:00", "Gym", "Reading", "Gym", "Errands", "Friends"),
)
FEATURES = ("Easy to use", "Free plan", "Mobile app", "Offline use", "Integrations", "24/7 support")
PROS = ("Saves time", "Costs less", "Easy to learn", "Flexible")
CONS = ("Takes some setup", "Fewer features", "Needs internet", "Less control")
PRICES = ("$9", "$29", "$59", "$99")
PLAN_FEATURES = (
    ("1 user", "5 projects", "Email support"),
    ("10 users", "Unlimited projects", "Priority support", "Integrations"),
    ("50 users", "Unlimited projects", "Phone support", "Integrations", "Reports"),
    ("Unlimited users", "Unlimited projects", "Dedicated support", "Integrations", "Single sign-on"),
)
CARDS = (
    "Write the docs", "Design the logo", "Set up analytics", "Build the login", "Fix the search", "Test payments",
    "Review the API", "Plan the sprint", "Update the site", "Create the repo", "Interview users", "Deploy the app",
)  # fmt: skip
PROJECTS: tuple[tuple[str, tuple[tuple[str, float, float], ...]], ...] = (
    ("website|web", (
        ("Planning", 0, 2), ("Design", 1.5, 3), ("Content", 3, 3), ("Development", 4, 5), ("Testing", 8, 2),
        ("Launch", 10, 1))),
    ("software|app\\b|development|product", (
        ("Requirements", 0, 2), ("Architecture", 1.5, 2), ("Back end", 3, 5), ("Front end", 4, 5), ("Testing", 8, 3),
        ("Release", 11, 1))),
    ("house|construction|building|renovat", (
        ("Permits", 0, 3), ("Foundation", 3, 3), ("Walls", 6, 4), ("Roof", 10, 2), ("Interior", 11, 5), ("Garden",
            15, 2))),
    ("wedding|event|party", (
        ("Budget", 0, 2), ("Venue", 1, 3), ("Invitations", 4, 2), ("Catering", 5, 3), ("Music", 7, 2), ("The day",
            10, 1))),
    ("thesis|research|dissertation", (
        ("Literature", 0, 4), ("Method", 3, 3), ("Data collection", 6, 4), ("Analysis", 9, 3), ("Writing", 10, 5),
        ("Revision", 15, 2))),
    ("market|campaign", (
        ("Research", 0, 2), ("Strategy", 2, 2), ("Creatives", 3, 4), ("Launch", 7, 1), ("Optimization", 8, 4))),
    ("", (("Planning", 0, 2), ("Design", 2, 3), ("Development", 4, 5), ("Testing", 8, 3), ("Launch", 11, 1))),
)  # fmt: skip

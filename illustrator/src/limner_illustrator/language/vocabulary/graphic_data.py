"""Data for tables, plans and boards whose prompts give none."""

TableData = tuple[str, str, tuple[str, ...], tuple[tuple[str, ...], ...], bool]
"""(words of the prompt, title, header, rows, whether the rows are made up)."""

TABLES: tuple[TableData, ...] = (
    ("chore|reward chart|habit track|sticker chart|behaviou?r chart|potty", "Chore chart",
     ("Chore", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), (
        ("Make the bed", "✓", "✓", "✓", "", "", "", ""), ("Brush teeth", "✓", "✓", "✓", "", "", "", ""),
        ("Set the table", "✓", "", "✓", "", "", "", ""), ("Feed the pet", "✓", "✓", "", "", "", "", ""),
        ("Tidy the room", "", "✓", "", "", "", "", ""), ("Homework", "✓", "✓", "✓", "", "", "", "")), True),
    ("planets?|solar system", "Planets", ("Planet", "Diameter", "Moons", "Year"), (
        ("Mercury", "4,879 km", "0", "88 days"), ("Venus", "12,104 km", "0", "225 days"), ("Earth", "12,756 km", "1",
            "365 days"),
        ("Mars", "6,792 km", "2", "687 days"), ("Jupiter", "142,984 km", "95", "11.9 years"),
        ("Saturn", "120,536 km", "146", "29.4 years"), ("Uranus", "51,118 km", "28", "84 years"),
        ("Neptune", "49,528 km", "16", "165 years")), False),
    ("bundesländer", "Bundesländer", ("Bundesland", "Hauptstadt", "Einwohner"), (
        ("Baden-Württemberg", "Stuttgart", "11,3 Mio."), ("Bayern", "München", "13,4 Mio."),
        ("Berlin", "Berlin", "3,8 Mio."), ("Brandenburg", "Potsdam", "2,6 Mio."), ("Hessen", "Wiesbaden", "6,4 Mio."),
        ("Niedersachsen", "Hannover", "8,1 Mio."), ("Nordrhein-Westfalen", "Düsseldorf", "18,1 Mio."),
        ("Sachsen", "Dresden", "4,1 Mio."), ("Thüringen", "Erfurt", "2,1 Mio.")), False),
    ("(?:largest|biggest) countr|countries by (?:area|size)", "Largest countries", ("Country", "Area", "Population"), (
        ("Russia", "17.1 m km²", "144 m"), ("Canada", "10.0 m km²", "41 m"), ("China", "9.6 m km²", "1,410 m"),
        ("USA", "9.5 m km²", "335 m"), ("Brazil", "8.5 m km²", "203 m"), ("Australia", "7.7 m km²", "27 m"),
        ("India", "3.3 m km²", "1,430 m")), False),
    ("(?:most )?populous countr|countries by population", "Most populous countries", ("Country", "Population"), (
        ("India", "1,430 m"), ("China", "1,410 m"), ("USA", "335 m"), ("Indonesia", "278 m"), ("Pakistan", "240 m"),
        ("Nigeria", "224 m"), ("Brazil", "203 m")), False),
    ("(?:highest|tallest) mountains?|mountains", "Highest mountains", ("Mountain", "Height", "Country"), (
        ("Everest", "8,849 m", "Nepal, China"), ("K2", "8,611 m", "Pakistan, China"),
        ("Kangchenjunga", "8,586 m", "Nepal, India"), ("Lhotse", "8,516 m", "Nepal, China"),
        ("Makalu", "8,485 m", "Nepal, China"), ("Cho Oyu", "8,188 m", "Nepal, China")), False),
    ("longest rivers?|rivers", "Longest rivers", ("River", "Length", "Continent"), (
        ("Nile", "6,650 km", "Africa"), ("Amazon", "6,400 km", "South America"), ("Yangtze", "6,300 km", "Asia"),
        ("Mississippi", "6,275 km", "North America"), ("Yenisei", "5,539 km", "Asia")), False),
    ("(?:largest|biggest) cities|cities by population", "Largest cities", ("City", "Country", "Population"), (
        ("Tokyo", "Japan", "37 m"), ("Delhi", "India", "33 m"), ("Shanghai", "China", "29 m"),
        ("Dhaka", "Bangladesh", "23 m"), ("São Paulo", "Brazil", "22 m")), False),
    ("chemical elements|elements of", "Elements", ("Number", "Symbol", "Name"), (
        ("1", "H", "Hydrogen"), ("2", "He", "Helium"), ("3", "Li", "Lithium"), ("4", "Be", "Beryllium"),
        ("5", "B", "Boron"), ("6", "C", "Carbon"), ("7", "N", "Nitrogen"), ("8", "O", "Oxygen")), False),
    ("vitamins?", "Vitamins", ("Vitamin", "Good for", "Found in"), (
        ("A", "Eyes", "Carrots"), ("B12", "Blood", "Meat, eggs"), ("C", "Immune system", "Oranges"),
        ("D", "Bones", "Sun, fish"), ("E", "Cells", "Nuts"), ("K", "Blood clotting", "Spinach")), False),
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
    ("hair|salon|barber", "Price list", ("Service", "Time", "Price"), (
        ("Haircut", "30 min", "$35"), ("Wash and blow-dry", "40 min", "$30"), ("Colour", "90 min", "$85"),
        ("Highlights", "120 min", "$120"), ("Beard trim", "15 min", "$18"), ("Children's cut", "20 min", "$20")), True),
    ("spa|massage|beauty|nail", "Price list", ("Treatment", "Time", "Price"), (
        ("Massage", "60 min", "$70"), ("Facial", "45 min", "$55"), ("Manicure", "40 min", "$35"),
        ("Pedicure", "50 min", "$45"), ("Sauna", "120 min", "$25")), True),
    ("car wash|garage|mechanic", "Price list", ("Service", "Time", "Price"), (
        ("Wash", "15 min", "$12"), ("Wash and wax", "30 min", "$25"), ("Oil change", "45 min", "$60"),
        ("Tyre change", "60 min", "$48"), ("Inspection", "90 min", "$95")), True),
    ("price table|price list|prices|menu", "Price list", ("Item", "Size", "Price"), (
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
    ("salar|wage|income", ("$72,000", "$88,500", "$64,000", "$58,500", "$69,000")),
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
    ("Breakfast", "Oatmeal", "Yoghurt", "Eggs", "Muesli", "Toast", "Pancakes", "Croissant"),
    ("Lunch", "Salad", "Soup", "Wrap", "Rice bowl", "Pasta", "Quiche", "Roast"),
    ("Dinner", "Curry", "Fish", "Tacos", "Stir-fry", "Pizza", "Burger", "Risotto"),
    ("Snack", "Apple", "Nuts", "Banana", "Carrots", "Berries", "Popcorn", "Cake"),
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
PROS_AND_CONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "(?:buy|own)\\w* (?:a |your own )?(?:house|home|flat|apartment)|home ?owner",
        ("Value may rise", "Freedom to change things", "No rent", "Security"),
        ("Large first cost", "Repairs to pay", "Tied to one place", "Long loan"),
    ),
    (
        "rent(?:ing)?\\b",
        ("Easy to move", "No repairs to pay", "Small first cost", "Known monthly cost"),
        ("Rent can rise", "Nothing is yours", "Rules of the owner", "Less security"),
    ),
    (
        "abroad|emigrat|exchange (?:year|student)|gap year",
        ("New language", "New friends", "Independence", "New culture"),
        ("Homesickness", "Costs", "Paperwork", "Far from family"),
    ),
    (
        "self-?employ|freelanc|own business|startup|entrepreneur",
        ("Own boss", "Flexible hours", "Own ideas", "No limit to income"),
        ("Uneven income", "Long days", "Risk", "No paid holidays"),
    ),
    (
        "\\bcars?\\b|driving",
        ("Freedom", "Door to door", "Carries much", "Comfort"),
        ("Costs", "Traffic jams", "Emissions", "Parking"),
    ),
    (
        "universit|college|school uniform|homeschool|homework",
        ("Structure", "Equal chances", "Learning habits", "Preparation for work"),
        ("Costs or effort", "Less freedom", "Stress", "One size for all"),
    ),
    (
        "electric (?:car|vehicle|bike)|\\bevs?\\b",
        ("Cheap to run", "No exhaust", "Quiet", "Little upkeep"),
        ("High price", "Charging takes time", "Shorter range", "Few chargers in places"),
    ),
    (
        "remote work|home ?office|work(?:ing)? from home",
        ("No commute", "Flexible hours", "Quiet focus", "Lower costs"),
        ("Less contact", "Harder to switch off", "More video calls", "Needs a good desk"),
    ),
    (
        "social media",
        ("Stay in touch", "News at once", "Free to use", "New ideas"),
        ("Takes time", "Less privacy", "False news", "Stress"),
    ),
    (
        "\\bai\\b|artificial intelligence|chatgpt|automation",
        ("Saves time", "Works day and night", "Finds patterns", "Helps to write"),
        ("Makes mistakes", "Needs much energy", "Jobs change", "Privacy questions"),
    ),
    (
        "nuclear",
        ("Low emissions", "Steady power", "Little land", "Much from little fuel"),
        ("Waste lasts long", "Costly to build", "Rare but grave accidents", "Slow to plan"),
    ),
    (
        "solar|wind|renewable",
        ("No fuel needed", "Low emissions", "Falling prices", "Local power"),
        ("Depends on weather", "Needs storage", "First cost", "Needs space"),
    ),
    (
        "online (?:learning|course|school|shopping)|e-learning",
        ("From anywhere", "At any time", "Wide choice", "Often cheaper"),
        ("No touch, no try", "Needs discipline", "Needs internet", "Less contact"),
    ),
    (
        "city|urban",
        ("Many jobs", "Short ways", "Culture", "Public transport"),
        ("High rents", "Noise", "Crowds", "Less nature"),
    ),
    (
        "\\bdogs?|\\bcats?|\\bpets?",
        ("Good company", "Keeps you active", "Makes friends", "Joy every day"),
        ("Costs money", "Needs time", "Holidays are harder", "Hair everywhere"),
    ),
    (
        "vegan|vegetarian|plant-based",
        ("Good for the climate", "Many vitamins", "No animals harmed", "Often cheaper"),
        ("Plan for B12", "Fewer dishes out", "Reading labels", "Change of habits"),
    ),
    (
        "",
        ("Saves time", "Good value", "Easy to start", "Flexible"),
        ("Costs more at first", "Takes time to learn", "Needs upkeep", "Not for everyone"),
    ),
)
"""Words of the prompt -> pros and cons."""
VEGETARIAN = {
    "Fish": "Lentil stew",
    "Wrap": "Bean wrap",
    "Tacos": "Bean tacos",
    "Pizza": "Veggie pizza",
    "Burger": "Bean burger",
    "Roast": "Nut roast",
}
VEGAN = {
    "Yoghurt": "Soy yoghurt",
    "Eggs": "Porridge",
    "Pancakes": "Banana bread",
    "Pizza": "Vegan pizza",
    "Quiche": "Hummus",
}
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
    ("house|construction|building(?! a (?:website|app))", (
        ("Permits", 0, 3), ("Foundation", 3, 3), ("Walls", 6, 4), ("Roof", 10, 2), ("Interior", 11, 5), ("Garden",
            15, 2))),
    ("wedding|event|party", (
        ("Budget", 0, 2), ("Venue", 1, 3), ("Invitations", 4, 2), ("Catering", 5, 3), ("Music", 7, 2), ("The day",
            10, 1))),
    ("mov(?:e|ing)\\b|umzug|mudanza|déménag|relocat", (
        ("Find a flat", 0, 4), ("Book a van", 3, 1), ("Sort and give away", 3, 3), ("Pack boxes", 5, 3),
        ("Moving day", 8, 1), ("Unpack", 9, 2))),
    ("thesis|research|dissertation", (
        ("Literature", 0, 4), ("Method", 3, 3), ("Data collection", 6, 4), ("Analysis", 9, 3), ("Writing", 10, 5),
        ("Revision", 15, 2))),
    ("market|campaign", (
        ("Research", 0, 2), ("Strategy", 2, 2), ("Creatives", 3, 4), ("Launch", 7, 1), ("Optimization", 8, 4))),
    ("", (("Planning", 0, 2), ("Design", 2, 3), ("Development", 4, 5), ("Testing", 8, 3), ("Launch", 11, 1))),
)  # fmt: skip

LEVELS = ("High", "Medium", "Low")
CRITERIA: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("iphone|android|phones?|samsung|pixel|laptop|macbook|tablet|camera", ("Price", "Battery life", "Camera",
        "Choice of apps", "Repairs", "Updates")),
    ("cats?|dogs?|pets?|gatos?|perros?|katzen?|hunde?|chats?|chiens?", ("Care needed", "Cost", "Independence",
        "Playfulness", "Space needed", "Noise")),
    ("electric|petrol|gas(?:oline)?|diesel|hybrid|cars?|suv|ev\\b", ("Price", "Running cost", "Range", "Noise",
        "Emissions", "Maintenance")),
    ("react|vue|angular|svelte|python|java|javascript|rust|framework|programming|sql|database", ("Speed",
        "Learning curve", "Community", "Libraries", "Job offers")),
    ("aws|azure|cloud|google cloud", ("Price", "Services", "Support", "Ease of use", "Regions")),
    ("train|plane|bus|car|bike|flight", ("Price", "Speed", "Comfort", "Emissions", "Luggage")),
    ("coffee|tea|wine|beer|milk|juice", ("Caffeine", "Price", "Sweetness", "Health", "Popularity")),
    ("vegan|vegetarian|keto|paleo|diet", ("Protein", "Fibre", "Cost", "Effort", "Climate impact")),
    ("solar|wind|nuclear|coal|hydro|energy", ("Cost", "Emissions", "Reliability", "Space needed", "Upkeep")),
    ("city|berlin|london|paris|new york|countr|village|rural|urban", ("Rent", "Jobs", "Culture", "Nature",
        "Transport", "Quiet")),
    ("netflix|disney|streaming|spotify", ("Price", "Choice", "Own shows", "Picture quality", "Sharing")),
    ("rent|buy|lease|mortgage", ("First cost", "Monthly cost", "Freedom", "Upkeep", "Long-term value")),
    ("", ("Price", "Quality", "Ease of use", "Speed", "Support", "Popularity")),
)  # fmt: skip
"""Words of the prompt -> what is compared."""

JOURNEY_ROWS = ("Actions", "Touchpoints", "Feelings", "Ideas")
JOURNEYS: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...] = (
    ("patient|hospital|clinic|health", ("Symptoms", "Booking", "Visit", "Treatment", "Follow-up"), (
        ("Looks for advice", "Calls the clinic", "Waits, sees doctor", "Takes medicine", "Reports back"),
        ("Website", "Phone", "Front desk", "Pharmacy", "App"),
        ("Worried", "Unsure", "Nervous", "Relieved", "Content"),
        ("Clear advice", "Book online", "Short waits", "Reminders", "Friendly call"))),
    ("travel|hotel|flight|trip|airline", ("Dream", "Plan", "Book", "Travel", "Share"), (
        ("Sees photos", "Compares places", "Pays online", "Checks in", "Posts a review"),
        ("Social media", "Website", "Booking page", "Front desk", "Email"),
        ("Curious", "Overwhelmed", "Excited", "Happy", "Proud"),
        ("Short videos", "Good filters", "Fewer steps", "Fast check-in", "Discount"))),
    ("streaming|netflix|spotify|app\\b|saas|software|subscription|game",
        ("Discover", "Sign up", "First use", "Daily use", "Renew"), (
        ("Hears from a friend", "Starts a trial", "Looks around", "Uses it weekly", "Pays again"),
        ("Social media", "Website", "App", "App, email", "Email"),
        ("Curious", "Hopeful", "Impressed", "Satisfied", "Loyal"),
        ("Short demo", "Fewer fields", "Good tips", "New features", "Annual plan"))),
    ("restaurant|caf|coffee|bakery|bar\\b|food", ("Hungry", "Choose", "Order", "Eat", "Come back"), (
        ("Looks for a place", "Reads the menu", "Orders a meal", "Enjoys the food", "Tells friends"),
        ("Map, reviews", "Website", "Waiter", "Table", "Social media"),
        ("Hungry", "Curious", "Excited", "Happy", "Loyal"),
        ("Good photos", "Clear menu", "Fast service", "Small extras", "Loyalty card"))),
    ("bank|loan|insurance|mortgage|financ", ("Need", "Compare", "Apply", "Use", "Stay"), (
        ("Wants an account", "Compares offers", "Fills in the form", "Pays and saves", "Adds a product"),
        ("Friends", "Website", "App, branch", "App, card", "Adviser"),
        ("Unsure", "Careful", "Impatient", "Safe", "Content"),
        ("Simple words", "Clear fees", "Short form", "Useful alerts", "Bonus"))),
    ("student|course|school|universit|learn", ("Interest", "Choose", "Enrol", "Learn", "Finish"), (
        ("Looks for a course", "Reads reviews", "Signs up and pays", "Does the lessons", "Gets a certificate"),
        ("Search", "Website", "Checkout", "Classroom, app", "Email"),
        ("Curious", "Unsure", "Excited", "Busy", "Proud"),
        ("Free lesson", "Clear goals", "Instalments", "Reminders", "Next course"))),
    ("employee|candidate|job|hire|onboard", ("Search", "Apply", "Interview", "Start", "Grow"), (
        ("Reads job ads", "Sends a resume", "Meets the team", "Learns the tools", "Takes more tasks"),
        ("Job site", "Career page", "Video call", "Office", "Reviews"),
        ("Hopeful", "Nervous", "Excited", "Overwhelmed", "Proud"),
        ("Clear ads", "Fast reply", "Friendly talk", "A mentor", "Training"))),
    ("gym|fitness|sport|yoga", ("Wish", "Visit", "Join", "Train", "Stay"), (
        ("Wants to get fit", "Tries a class", "Signs a contract", "Trains weekly", "Brings a friend"),
        ("Social media", "Gym", "Front desk", "App, trainer", "Email"),
        ("Motivated", "Shy", "Excited", "Proud", "Loyal"),
        ("Free trial", "Warm welcome", "Fair prices", "Progress app", "Rewards"))),
    ("cars?\\b|vehicle|house|property|home buy", ("Dream", "Compare", "Visit", "Buy", "Enjoy"), (
        ("Sees adverts", "Compares online", "Takes a close look", "Signs the contract", "Moves in or drives"),
        ("Adverts", "Website", "Dealer or agent", "Bank", "Service"),
        ("Curious", "Unsure", "Excited", "Nervous", "Happy"),
        ("Good photos", "Clear prices", "Flexible dates", "Fast loan", "Follow-up call"))),
    ("", ("Awareness", "Research", "Purchase", "Use", "Loyalty"), (
        ("Sees an ad", "Reads reviews", "Orders online", "Unpacks and uses", "Buys again"),
        ("Social media", "Website", "Checkout", "Product, support", "Newsletter"),
        ("Curious", "Unsure", "Excited", "Pleased", "Loyal"),
        ("Better ads", "Clear details", "Fewer steps", "Easy guide", "Rewards"))),
)  # fmt: skip
"""Words of the prompt -> stages, and a row of texts for each of JOURNEY_ROWS."""

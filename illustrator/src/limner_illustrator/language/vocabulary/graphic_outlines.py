"""Outlines of well-known subjects for diagrams whose prompts give no content.

        "|" separates the label from its detail. The last entry of
a kind has no words: it is for all other subjects.
"""

Outline = tuple[str, str | None, tuple[str, ...]]

TIMELINES: tuple[Outline, ...] = (
    ("apollo", "The Apollo program", (
        "1961|Kennedy sets the goal", "1967|Apollo 1 fire", "1968|Apollo 8 orbits the Moon",
        "1969|Apollo 11 lands on the Moon", "1970|Apollo 13 returns safely", "1972|Apollo 17, the last landing")),
    ("space (?:exploration|race|flight)|spaceflight|nasa", "Space exploration", (
        "1957|Sputnik 1", "1961|Gagarin in orbit", "1969|First Moon landing", "1977|Voyager launches",
        "1990|Hubble telescope", "1998|ISS assembly begins", "2021|James Webb telescope")),
    ("internet|world wide web|web history", "History of the internet", (
        "1969|ARPANET", "1983|TCP/IP", "1989|World Wide Web", "1998|Google", "2004|Social networks",
        "2007|Smartphones")),
    ("world war (?:ii|2|two)|ww2|wwii|second world war", "World War II", (
        "1939|Invasion of Poland", "1940|Battle of Britain", "1941|Pearl Harbor", "1942|Stalingrad", "1944|D-Day",
        "1945|War ends")),
    ("world war (?:i|1|one)\\b|ww1|wwi\\b|first world war", "World War I", (
        "1914|War begins", "1915|Gallipoli", "1916|Somme and Verdun", "1917|USA enters", "1918|Armistice")),
    ("artificial intelligence|\\bai\\b|machine learning", "History of artificial intelligence", (
        "1950|Turing test", "1956|Dartmouth workshop", "1997|Deep Blue wins", "2012|Deep learning",
        "2017|Transformer",
        "2022|ChatGPT")),
    ("programming languages?", "Programming languages", (
        "1957|Fortran", "1972|C", "1991|Python", "1995|Java and JavaScript", "2009|Go", "2015|Rust 1.0")),
    ("computers?|computing", "History of computing", (
        "1837|Analytical Engine", "1945|ENIAC", "1971|Microprocessor", "1981|IBM PC", "1991|World Wide Web",
        "2007|Smartphone")),
    ("smartphones?|mobile phones?", "Smartphones", (
        "1994|IBM Simon", "2003|BlackBerry", "2007|iPhone", "2008|Android", "2011|4G networks",
        "2019|5G and foldables")),
    ("iphones?|apple", "Apple", (
        "1976|Founded", "1984|Macintosh", "2001|iPod", "2007|iPhone", "2010|iPad", "2015|Apple Watch")),
    ("french revolution", "The French Revolution", (
        "1789|Storming of the Bastille", "1791|Constitution", "1792|Republic", "1793|Reign of Terror",
        "1799|Napoleon")),
    ("american (?:revolution|history)|us history|united states", "American history", (
        "1776|Independence", "1787|Constitution", "1865|Civil War ends", "1929|Great Depression",
        "1964|Civil Rights Act",
        "1969|Moon landing")),
    ("roman|rome", "Ancient Rome", (
        "753 BC|Founding of Rome", "509 BC|Republic", "44 BC|Death of Caesar", "27 BC|Augustus", "79|Vesuvius erupts",
        "476|Fall of the West")),
    ("evolution|life on earth|geologic", "Life on Earth", (
        "3.8 bn years|First cells", "540 m years|Cambrian explosion", "370 m years|On land", "230 m years|Dinosaurs",
        "66 m years|Mammals rise", "300,000 years|Humans")),
    ("aviation|flight|airplanes?", "History of aviation", (
        "1903|Wright brothers", "1919|Across the Atlantic", "1939|Jet aircraft", "1947|Sound barrier",
        "1969|Concorde",
        "2005|Airbus A380")),
    ("cars?|automobiles?", "History of the car", (
        "1886|Benz Patent-Motorwagen", "1908|Ford Model T", "1938|Volkswagen Beetle", "1966|Toyota Corolla",
        "1997|Toyota Prius", "2012|Tesla Model S")),
    ("startup|start-up|company history|company|business|our journey", None, (
        "2018|Idea", "2019|Founding", "2020|First customers", "2021|Funding round", "2022|International",
        "2024|1,000 customers")),
    ("product|roadmap|release|launch|software|app\\b", None, (
        "Q1|Research", "Q2|Prototype", "Q3|Beta release", "Q4|Launch", "Q1|Growth")),
    ("project", None, (
        "Week 1|Kick-off", "Week 3|Design", "Week 6|Development", "Week 10|Testing", "Week 12|Launch")),
    ("career|resume|cv|my life|life of|biography", None, (
        "2010|Graduation", "2012|First job", "2015|Promotion", "2018|New role", "2023|Team lead")),
    ("day|daily|morning|routine|schedule", None, (
        "7:00|Wake up", "8:00|Breakfast", "9:00|Work", "12:30|Lunch", "18:00|Sport", "22:30|Sleep")),
    ("wedding", None, (
        "14:00|Ceremony", "15:00|Photos", "16:30|Reception", "18:00|Dinner", "20:00|First dance", "23:00|Farewell")),
    ("", None, ("2020|Milestone 1", "2021|Milestone 2", "2022|Milestone 3", "2023|Milestone 4", "2024|Milestone 5")),
)  # fmt: skip

CYCLES: tuple[Outline, ...] = (
    ("water cycle|hydrologic", "The water cycle", ("Evaporation", "Condensation", "Precipitation", "Collection")),
    ("carbon cycle", "The carbon cycle", (
        "Photosynthesis", "Respiration", "Decomposition", "Combustion", "Absorption")),
    ("nitrogen", "The nitrogen cycle", (
        "Fixation", "Nitrification", "Assimilation", "Ammonification", "Denitrification")),
    ("rock cycle", "The rock cycle", ("Magma", "Igneous rock", "Sediment", "Sedimentary rock", "Metamorphic rock")),
    ("butterfl", "Life cycle of a butterfly", ("Egg", "Caterpillar", "Chrysalis", "Butterfly")),
    ("frog", "Life cycle of a frog", ("Eggs", "Tadpole", "Froglet", "Adult frog")),
    ("plant|flower|seed|tree", "Life cycle of a plant", ("Seed", "Sprout", "Young plant", "Flower", "Fruit")),
    ("chicken|hen|bird", "Life cycle of a bird", ("Egg", "Chick", "Young bird", "Adult")),
    ("pdca|plan do check|deming|continuous improvement", "PDCA cycle", ("Plan", "Do", "Check", "Act")),
    ("devops", "DevOps", ("Plan", "Code", "Build", "Test", "Release", "Deploy", "Operate", "Monitor")),
    ("software|sdlc|development", "Software development life cycle", (
        "Plan", "Analyse", "Design", "Develop", "Test", "Deploy", "Maintain")),
    ("agile|scrum|sprint", "Agile sprint", ("Plan", "Design", "Develop", "Test", "Review", "Retrospective")),
    ("product", "Product life cycle", ("Introduction", "Growth", "Maturity", "Decline", "Renewal")),
    ("design thinking|design process", "Design thinking", ("Empathize", "Define", "Ideate", "Prototype", "Test")),
    ("project", "Project life cycle", ("Initiation", "Planning", "Execution", "Monitoring", "Closing")),
    ("cell|mitosis", "The cell cycle", ("G1 growth", "S synthesis", "G2 growth", "Mitosis")),
    ("business|economic", "The business cycle", ("Expansion", "Peak", "Contraction", "Trough")),
    ("customer|flywheel|sales|marketing", "Customer life cycle", (
        "Attract", "Engage", "Convert", "Delight", "Refer")),
    ("season|year", "The seasons", ("Spring", "Summer", "Autumn", "Winter")),
    ("moon", "Phases of the Moon", (
        "New Moon", "Waxing crescent", "First quarter", "Full Moon", "Last quarter", "Waning crescent")),
    ("feedback|learning|habit", None, ("Try", "Observe", "Reflect", "Adapt")),
    ("recycl|circular economy", "The circular economy", ("Make", "Use", "Repair", "Collect", "Recycle")),
    ("data|machine learning", "Data life cycle", ("Collect", "Clean", "Train", "Evaluate", "Deploy", "Monitor")),
    ("", None, ("Step 1", "Step 2", "Step 3", "Step 4", "Step 5")),
)  # fmt: skip

PYRAMIDS: tuple[Outline, ...] = (
    ("maslow|needs", "Maslow's hierarchy of needs", (
        "Self-actualization", "Esteem", "Love and belonging", "Safety needs", "Physiological needs")),
    ("food", "Food pyramid", ("Sweets and fats", "Dairy and meat", "Fruit and vegetables", "Bread and grains")),
    ("test", "Test pyramid", ("End-to-end tests", "Integration tests", "Unit tests")),
    ("dikw|data|knowledge", "DIKW pyramid", ("Wisdom", "Knowledge", "Information", "Data")),
    ("bloom|learning|taxonomy", "Bloom's taxonomy", (
        "Create", "Evaluate", "Analyse", "Apply", "Understand", "Remember")),
    ("energy|trophic|ecolog", "Energy pyramid", ("Apex predators", "Carnivores", "Herbivores", "Plants")),
    ("organi|company|management|business|corporate", None, ("Executives", "Managers", "Team leads", "Employees")),
    ("feudal|medieval|social", "Feudal society", ("King", "Nobles", "Knights", "Peasants")),
    ("egypt", "Society of ancient Egypt", ("Pharaoh", "Priests and nobles", "Scribes", "Craftsmen", "Farmers")),
    ("strategy|goal|vision", None, ("Vision", "Strategy", "Goals", "Actions")),
    ("", None, ("Level 1", "Level 2", "Level 3", "Level 4")),
)  # fmt: skip

FUNNELS: tuple[Outline, ...] = (
    ("aarrr|pirate", "AARRR funnel", (
        "Acquisition|10,000", "Activation|4,200", "Retention|1,900", "Referral|700", "Revenue|350")),
    ("recruit|hiring|hire|candidate", "Hiring funnel", (
        "Applications|500", "Screening|180", "Interviews|60", "Offers|15", "Hired|10")),
    ("e-?commerce|purchase|shop|checkout|cart", "Purchase funnel", (
        "Visitors|10,000", "Product views|6,200", "Added to cart|1,900", "Checkout|900", "Purchase|540")),
    ("market|content", "Marketing funnel", (
        "Awareness|12,000", "Interest|6,400", "Consideration|2,800", "Intent|1,200", "Purchase|480")),
    ("sale|lead|customer|b2b|crm", "Sales funnel", (
        "Leads|2,400", "Qualified leads|1,100", "Proposals|460", "Negotiation|210", "Customers|120")),
    ("user|app|saas|sign|conversion|website", "Conversion funnel", (
        "Visitors|10,000", "Sign-ups|2,600", "Activated|1,400", "Trial|620", "Paying|240")),
    ("", None, ("Stage 1|1,000", "Stage 2|620", "Stage 3|340", "Stage 4|150")),
)  # fmt: skip

STEPS: tuple[Outline, ...] = (
    ("benefits?|advantages|reasons", None, (
        "More energy|All day long", "Better health|For body and mind", "Clear focus|Fewer distractions",
        "Good mood|More joy",
        "Money saved|In the long run")),
    ("onboard", "Onboarding", (
        "Sign up|Create your account", "Set up|Fill in your profile", "Explore|Take the tour",
        "Invite|Bring your team")),
    ("coffee", "How to make coffee", (
        "Boil|Heat fresh water", "Grind|Grind the beans", "Brew|Pour slowly", "Serve|Enjoy it hot")),
    ("plant|garden|tree\\b", "How to plant a tree", (
        "Choose|Pick a good spot", "Dig|Twice as wide as the roots", "Place|Set the tree upright",
        "Fill|Put the soil back",
        "Water|Soak the ground", "Mulch|Keep it moist")),
    ("\\btea\\b", "How to make tea", (
        "Boil|Heat the water", "Steep|Three minutes", "Pour|Remove the leaves", "Serve|Add milk or honey")),
    ("hand ?wash|wash(?:ing)? (?:your )?hands|hygiene", "How to wash your hands", (
        "Wet|Use clean water", "Lather|Add soap", "Scrub|For 20 seconds", "Rinse|Under running water",
        "Dry|Use a clean towel")),
    ("git\\b|pull request|github", "Git workflow", (
        "Branch|git switch -c feature", "Commit|git commit", "Push|git push", "Review|Open a pull request",
        "Merge|Into main")),
    ("recycl|waste|environment|sustainab|climate", "Save the planet", (
        "Reduce|Buy less", "Reuse|Repair things", "Recycle|Sort your waste", "Save energy|Switch off",
        "Plant|Grow trees")),
    ("health|healthy|wellness|fitness|sleep|diet", "Healthy habits", (
        "Sleep|8 hours a night", "Move|30 minutes a day", "Drink|2 litres of water", "Eat|Fruit and vegetables",
        "Relax|Take breaks")),
    ("productiv|time management|focus|study", "Be productive", (
        "Plan|Set clear goals", "Prioritize|Most important first", "Focus|One task at a time", "Rest|Take breaks",
        "Review|Learn from the day")),
    ("security|password|cyber", "Stay safe online", (
        "Passwords|Long and unique", "Two factors|Turn on 2FA", "Updates|Install them soon",
        "Phishing|Check the sender", "Backups|Keep copies")),
    ("startup|business|company", "Start a business", (
        "Idea|Find a problem", "Research|Know the market", "Plan|Set the budget", "Build|Make a prototype",
        "Launch|Get feedback")),
    ("market|seo|social media", "Marketing steps", (
        "Goals|What to achieve", "Audience|Who to reach", "Content|What to say", "Channels|Where to post",
        "Measure|What works")),
    ("software|development|develop|app\\b|design|project", None, (
        "Discover|Understand the need", "Design|Sketch a solution", "Build|Write the code", "Test|Find the bugs",
        "Launch|Ship and learn")),
    ("cook|recipe|bake|cake|bread|pizza|pasta", None, (
        "Prepare|Gather ingredients", "Mix|Combine well", "Cook|Low heat, some time", "Rest|Let it cool",
        "Serve|Enjoy")),
    ("", None, (
        "Step one|Describe it here", "Step two|Describe it here", "Step three|Describe it here",
        "Step four|Describe it here")),
)  # fmt: skip

MIND_MAPS: tuple[Outline, ...] = (
    ("health|wellness", "Healthy lifestyle", (
        "Nutrition|Vegetables, Water", "Exercise|Walking, Gym", "Sleep|8 hours, Routine",
        "Mind|Meditation, Friends", "Habits|Goals, Balance")),
    ("market", "Marketing", (
        "Content|Blog, Video", "Social|Instagram, LinkedIn", "Email|Newsletter, Offers", "SEO|Keywords, Links",
        "Ads|Search, Display")),
    ("project", "Project", (
        "Goals|Scope, Success", "Team|Roles, Skills", "Time|Milestones, Deadline", "Budget|Costs, Reserve",
        "Risks|Technical, Legal")),
    ("startup|business", "Business idea", (
        "Problem|Users, Pain", "Solution|Product, Features", "Market|Size, Rivals", "Money|Pricing, Costs",
        "Team|Founders, Hiring")),
    ("machine learning|artificial intelligence|\\bai\\b", "Artificial intelligence", (
        "Learning|Supervised, Reinforcement", "Language|Chatbots, Translation", "Vision|Detection, OCR",
        "Robotics|Sensors, Control", "Ethics|Bias, Privacy")),
    ("programm|software|web dev|coding", "Software development", (
        "Front end|HTML, React", "Back end|API, Database", "Testing|Unit, End-to-end", "DevOps|CI, Cloud",
        "Design|UX, Prototype")),
    ("python", "Python", (
        "Basics|Types, Loops", "Functions|Arguments, Lambda", "Classes|Objects, Inheritance", "Data|NumPy, pandas",
        "Web|Django, Flask")),
    ("travel|trip|vacation|holiday", "Travel plan", (
        "Where|City, Beach", "Transport|Train, Flight", "Stay|Hotel, Camping", "Do|Museums, Hiking",
        "Budget|Food, Tickets")),
    ("climate|environment", "Climate change", (
        "Causes|Fossil fuels, Forest loss", "Effects|Heat, Sea level", "Energy|Solar, Wind",
        "Politics|Targets, Taxes", "You|Travel, Food")),
    ("stud|school|exam|learn", "Studying", (
        "Plan|Goals, Schedule", "Methods|Flash cards, Notes", "Place|Quiet, Light", "Breaks|Walk, Sleep",
        "Review|Tests, Questions")),
    ("", None, (
        "Why|Goals, Benefits", "Who|Team, Users", "What|Features, Content", "How|Methods, Tools",
        "When|Start, Deadline")),
)  # fmt: skip

CHECKLISTS: tuple[Outline, ...] = (
    ("grocer|shopping", "Shopping list", ("Milk", "Eggs", "Bread", "Apples", "Tomatoes", "Cheese", "Coffee")),
    ("pack|travel|trip|vacation|beach", "Packing list", (
        "Passport", "Tickets", "Clothes", "Toothbrush", "Charger", "Sunscreen", "Book")),
    ("camp|hik", "Camping checklist", ("Tent", "Sleeping bag", "Torch", "First-aid kit", "Water", "Map")),
    ("launch|release|deploy|go-live", "Launch checklist", (
        "Run the tests", "Update the docs", "Back up the data", "Review security", "Deploy", "Tell the users")),
    ("code review|pull request", "Code review checklist", (
        "Tests pass", "Names are clear", "No duplication", "Errors handled", "Docs updated")),
    ("mov", "Moving checklist", (
        "Book a van", "Pack boxes", "Change the address", "Clean the flat", "Return the keys")),
    ("wedding|party|event", "Party checklist", (
        "Guest list", "Invitations", "Food and drinks", "Music", "Decoration")),
    ("morning|daily|routine|habit", "Daily routine", (
        "Make the bed", "Drink water", "Exercise", "Breakfast", "Plan the day", "Read")),
    ("chore|kids|child", "Chores", (
        "Make the bed", "Brush teeth", "Set the table", "Feed the pet", "Tidy the toys", "Do homework")),
    ("clean", "Cleaning checklist", (
        "Vacuum the floor", "Wash the dishes", "Take out the rubbish", "Clean the bath", "Do the laundry")),
    ("onboard|employee", "Onboarding checklist", (
        "Create accounts", "Set up the laptop", "Meet the team", "Read the handbook", "First task")),
    ("security", "Security checklist", (
        "Strong passwords", "Two-factor login", "Install updates", "Encrypted disk", "Backups")),
    ("bucket", "Bucket list", (
        "See the northern lights", "Learn a language", "Run a marathon", "Visit Japan", "Write a book")),
    ("", None, ("First task", "Second task", "Third task", "Fourth task", "Fifth task")),
)  # fmt: skip

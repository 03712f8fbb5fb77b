"""Outlines of well-known subjects for diagrams whose prompts give no content.

        "|" separates the label from its detail. The last entry of
a kind has no words: it is for all other subjects.
"""

Outline = tuple[str, str | None, tuple[str, ...]]

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
    ("gym|fitness|yoga|club|studio", "Membership funnel", (
        "Website visits|4,000", "Free trials|620", "Second visits|340", "Members|180", "Still here after a year|120")),
    ("donat|charity|fundrais|non-?profit", "Donation funnel", (
        "People reached|20,000", "Page visits|3,200", "Form opened|740", "Donors|310", "Monthly donors|85")),
    ("event|conference|webinar|concert", "Event funnel", (
        "Invited|5,000", "Page visits|1,900", "Registered|620", "Attended|410", "Feedback given|130")),
    ("course|student|admission|universit|school", "Admissions funnel", (
        "Inquiries|3,200", "Applications|1,100", "Admitted|420", "Enrolled|260", "Graduates|210")),
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
    ("business model|lean canvas", "Business model canvas", (
        "Key partners|Suppliers, investors", "Key activities|Make, sell, support", "Key resources|Team, brand, money",
        "Value|What customers gain", "Relationships|Personal, online", "Channels|Website, shop",
        "Customers|Who pays for it", "Costs|Rent, wages, tools", "Revenue|Sales, subscriptions")),
    ("\\bbees?\\b|honey", "Bees", (
        "Five eyes|Two large, three small", "A dance|It shows where food is", "One spoon|A bee's honey in its life",
        "Pollination|A third of our food", "Wax|They build six-sided cells")),
    ("ocean|\\bsea\\b|marine", "The ocean", (
        "71%|Of the Earth is water", "11 km|The deepest point", "Half our oxygen|From tiny algae",
        "Salt|About 3.5% of sea water", "Plastic|Millions of tons a year")),
    ("space|planets?|solar system|\\bmoon\\b", "Space", (
        "8 planets|Around our Sun", "8 minutes|Light from the Sun to us", "Silence|No air, no sound",
        "Venus|The hottest planet", "Footprints|They stay on the Moon")),
    ("compost", "How to compost", (
        "Choose a spot|Shady, on bare soil", "Layer|Twigs first, then leaves", "Mix|Kitchen and garden scraps",
        "Turn|Every two weeks", "Harvest|After six months")),
    ("interview", "Job interview", (
        "Research|Know the company", "Practise|Common questions", "Dress|Neat and comfortable",
        "Arrive|Ten minutes early", "Follow up|Say thank you")),
    ("sleep", "Better sleep", (
        "Routine|Same time every night", "Screens off|One hour before bed", "Cool room|About 18 °C",
        "No caffeine|After 2 pm", "Relax|Read or stretch")),
    ("sav(?:e|ing) money|budget|frugal|financ|debt|invest", "Saving money", (
        "Track|Write down what you spend", "Budget|Plan each month", "Cut|Cancel what you don't use",
        "Save first|10% of your income", "Review|Check every month")),
    ("remote|home ?office|work(?:ing)? from home", "Working from home", (
        "Workspace|A desk of your own", "Hours|Start and stop on time", "Breaks|Every 90 minutes",
        "Contact|Talk to your team", "Move|A walk a day")),
    ("stress|anxiety|mental|burnout", "Less stress", (
        "Breathe|Slow and deep", "Move|Walk or stretch", "Talk|Call a friend", "Sleep|8 hours", "Say no|Set limits")),
    ("first aid|cpr|emergency|fire safety|earthquake", "In an emergency", (
        "Look|Is the place safe?", "Call|Dial for help", "Check|Breathing and pulse", "Help|Stop bleeding, keep warm",
        "Stay|Until help arrives")),
    ("energy|electricity|power bill", "Saving energy", (
        "Lights|Switch off, use LEDs", "Heating|One degree less", "Standby|Pull the plug", "Laundry|Wash at 30 °C",
        "Insulate|Seal windows and doors")),
    ("water", "Saving water", (
        "Shower|Five minutes", "Tap|Off while brushing", "Leaks|Repair them soon", "Laundry|Full loads only",
        "Garden|Water in the evening")),
    ("move|moving|relocat", "Moving house", (
        "Sort|Keep, give away, sell", "Book|A van and helpers", "Pack|Room by room", "Tell|Change your address",
        "Settle|Unpack the kitchen first")),
    ("dog|puppy|cat|pet", "Caring for a pet", (
        "Feed|Same time each day", "Walk|Twice a day", "Train|Short and kind", "Groom|Once a week",
        "Vet|Once a year")),
    ("photo", "Better photos", (
        "Light|Morning and evening", "Frame|Use the rule of thirds", "Focus|Tap on the eyes", "Steady|Hold still",
        "Edit|Less is more")),
    ("present(?:ation|ing)|public speaking|speech", "A good presentation", (
        "Know|Who is listening?", "Structure|Three main points", "Slides|One idea each", "Practise|Out loud",
        "Finish|A clear call to action")),
    ("car\\b|tire|tyre|oil change|engine", "Car care", (
        "Tyres|Check the pressure", "Oil|Check the level", "Lights|Front and back", "Wipers|Once a year",
        "Service|Every 15,000 km")),
    ("travel|trip|pack|vacation", "Travel well", (
        "Plan|Dates and budget", "Book|Transport and rooms", "Pack|Light and in layers", "Check|Passport and tickets",
        "Enjoy|Leave time for surprises")),
    ("benefits?|advantages", None, (
        "More energy|All day long", "Better health|For body and mind", "Clear focus|Fewer distractions",
        "Good mood|More joy",
        "Money saved|In the long run", "Less stress|Calm and relaxed", "Better sleep|Deep and long",
        "New friends|Together is more fun")),
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
        "Prepare|Gather what you need", "Begin|Start small", "Continue|Step by step", "Check|Look at the result",
        "Improve|Learn from it", "Share|Tell others")),
)  # fmt: skip

MIND_MAPS: tuple[Outline, ...] = (
    ("guitar|piano|violin|drums?\\b|instrument|singing", "Learning music", (
        "Technique|Posture, Scales", "Chords|Major, Minor", "Rhythm|Beat, Metronome", "Songs|Easy, Favourites",
        "Practice|Daily, Slow")),
    ("healthy eating|nutrition|diet|food|cook", "Healthy eating", (
        "Vegetables|Carrots, Spinach", "Fruit|Apples, Berries", "Protein|Beans, Fish", "Grains|Oats, Rice",
        "Drinks|Water, Tea", "Avoid|Sugar, Fast food")),
    ("renewable|energy", "Renewable energy", (
        "Solar|Panels, Storage", "Wind|On land, At sea", "Water|Rivers, Tides", "Biomass|Wood, Biogas",
        "Geothermal|Heat, Power")),
    ("space|solar system|astronom|planet", "Space", (
        "Planets|Earth, Mars", "Stars|Sun, Supernova", "Galaxies|Milky Way, Andromeda", "Travel|Rockets, Stations",
        "Telescopes|Hubble, Webb")),
    ("photosynth|plant|botan|garden", "Plants", (
        "Parts|Root, Leaf", "Needs|Light, Water", "Types|Trees, Flowers", "Growth|Seed, Sprout", "Uses|Food, Wood")),
    ("animal|biodivers|ecosystem|wildlife", "Animals", (
        "Mammals|Whale, Bat", "Birds|Owl, Penguin", "Reptiles|Snake, Turtle", "Fish|Shark, Salmon",
        "Insects|Bee, Ant")),
    ("music", "Music", (
        "Genres|Rock, Jazz", "Instruments|Piano, Drums", "Theory|Rhythm, Harmony", "Live|Concert, Festival",
        "Recording|Studio, Mixing")),
    ("world war|history|roman|revolution", "History", (
        "Causes|Power, Money", "People|Leaders, Soldiers", "Events|Start, Turning point", "Places|Front, Home",
        "Results|Treaty, Borders")),
    ("sport|football|soccer|fitness|workout", "Sport", (
        "Training|Strength, Endurance", "Food|Protein, Water", "Team|Coach, Players", "Rules|Referee, Score",
        "Rest|Sleep, Stretching")),
    ("wedding|party|event|birthday", "Party", (
        "Guests|Family, Friends", "Food|Cake, Buffet", "Place|Garden, Hall", "Music|Band, Playlist",
        "Budget|Rent, Gifts")),
    ("cyber|security|privacy", "Security", (
        "Threats|Phishing, Malware", "Passwords|Long, Unique", "Network|Firewall, VPN", "Data|Backup, Encryption",
        "People|Training, Rules")),
    ("psycholog|emotion|happiness|mental", "Wellbeing", (
        "Body|Sleep, Exercise", "Mind|Calm, Focus", "People|Family, Friends", "Work|Meaning, Breaks",
        "Joy|Hobbies, Nature")),
    ("econom|financ|money|budget", "Money", (
        "Income|Salary, Side job", "Spending|Rent, Food", "Saving|Goals, Reserve", "Investing|Shares, Bonds",
        "Debt|Loan, Card")),
    ("human body|anatomy|biology|cell", "The body", (
        "Brain|Nerves, Senses", "Heart|Blood, Vessels", "Lungs|Oxygen, Breath", "Stomach|Food, Energy",
        "Bones|Joints, Muscles")),
    ("write|novel|story|book|essay", "Story", (
        "Characters|Hero, Villain", "Setting|Time, Place", "Plot|Start, Climax", "Theme|Love, Power",
        "Style|Voice, Tense")),
    ("social media|influencer|youtube|content", "Social media", (
        "Platforms|Instagram, TikTok", "Content|Video, Stories", "Audience|Age, Interests", "Growth|Trends, Ads",
        "Money|Sponsors, Shop")),
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
    ("\\bski|snow|winter (?:trip|holiday|vacation)", "Packing list", (
        "Ski jacket and trousers", "Gloves and hat", "Goggles", "Helmet", "Thermal underwear", "Ski pass",
        "Sunscreen")),
    ("hospital bag|baby|newborn", "Hospital bag", (
        "Papers", "Pyjamas", "Toiletries", "Baby clothes", "Nappies", "Phone charger", "Snacks")),
    ("business trip|conference", "Packing list", (
        "Laptop and charger", "Suit or blazer", "Business cards", "Tickets", "Notebook", "Toiletries")),
    ("festival|concert", "Packing list", (
        "Ticket", "Tent", "Sleeping bag", "Rain jacket", "Ear plugs", "Water bottle", "Cash")),
    ("car (?:check|inspect|service)|road trip", "Car checklist", (
        "Tyre pressure", "Oil level", "Lights", "Washer fluid", "Spare wheel", "Papers", "First-aid kit")),
    ("buy(?:ing)? (?:a )?house|home (?:inspect|buy)|viewing", "House viewing", (
        "Roof and walls", "Windows", "Heating", "Water pressure", "Damp", "Noise", "Parking")),
    ("exam|stud(?:y|ent)|school|back to school", "School checklist", (
        "Notebooks", "Pens and pencils", "Calculator", "Timetable", "Water bottle", "Lunch box")),
    ("garden|spring", "Garden checklist", (
        "Cut the hedge", "Sow seeds", "Feed the lawn", "Clean the tools", "Check the hose", "Plant herbs")),
    ("blog|article|seo|content|social media|post\\b", "Publishing checklist", (
        "Clear headline", "Proofread", "Add pictures", "Check the links", "Write a summary", "Publish", "Share")),
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

FURTHER_STEPS = (
    "Ask for help|Others know more", "Take your time|No need to hurry", "Keep notes|What works, what does not",
    "Be patient|It takes a while", "Stay curious|Try something new", "Share|Tell others", "Repeat|Practice helps",
    "Review|Look back and learn",
)  # fmt: skip
"""What is true of most things, where a prompt asks for more steps or tips than are known."""
FURTHER_BRANCHES = (
    "People|Experts, Beginners", "Costs|Once, Monthly", "Tools|Basic, Special", "Places|At home, Outside",
    "Time|Start, End", "Future|Ideas, Trends",
)  # fmt: skip

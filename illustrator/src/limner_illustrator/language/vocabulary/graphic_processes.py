"""Processes, decisions and hierarchies of well-known subjects, link by link: "from > to [label]".

An entry is (words of the prompt, title, links). The last entry of a table is for all other subjects.
"""

from limner_illustrator.language.vocabulary.graphic_outlines import Outline

FLOWS: tuple[Outline, ...] = (
    ("wear|outfit|clothes|umbrella", "What to wear", (
        "Check the weather > Raining?", "Raining? > Take an umbrella [Yes]", "Raining? > Cold? [No]",
        "Take an umbrella > Cold?", "Cold? > Warm jacket [Yes]", "Cold? > T-shirt [No]", "Warm jacket > Go out",
        "T-shirt > Go out")),
    ("what to (?:eat|cook)|choos\\w+ (?:a )?(?:meal|dinner|lunch)", "What to eat", (
        "Hungry? > Time to cook? [Yes]", "Hungry? > Drink some water [No]", "Time to cook? > Cook pasta [Yes]",
        "Time to cook? > Order pizza [No]", "Cook pasta > Enjoy", "Order pizza > Enjoy")),
    ("(?:decid|choos|pick)\\w+ (?:a |an |the |my |your )?(?:job|career|university|college|study)", "Choosing", (
        "Start > List your interests", "List your interests > Fits my skills?", "Fits my skills? > Good outlook? [Yes]",
        "Fits my skills? > Look further [No]", "Good outlook? > Apply [Yes]", "Good outlook? > Look further [No]",
        "Look further > List your interests")),
    ("decid\\w+|should i|whether to", "Decision", (
        "Start > Do I need it?", "Do I need it? > Can I afford it? [Yes]", "Do I need it? > Leave it [No]",
        "Can I afford it? > Good time now? [Yes]", "Can I afford it? > Save first [No]", "Good time now? > Do it [Yes]",
        "Good time now? > Wait [No]")),
    ("photosynth", "Photosynthesis", (
        "Sunlight, water and CO2 > Leaf takes them in", "Leaf takes them in > Chlorophyll absorbs light",
        "Chlorophyll absorbs light > Water is split", "Water is split > Oxygen leaves the leaf",
        "Water is split > Calvin cycle", "Calvin cycle > Sugar")),
    ("digest", "Digestion", (
        "Mouth > Oesophagus", "Oesophagus > Stomach", "Stomach > Small intestine",
        "Small intestine > Blood [nutrients]", "Small intestine > Large intestine", "Large intestine > Waste")),
    ("water treatment|sewage|drinking water", "Water treatment", (
        "River water > Screen", "Screen > Settle", "Settle > Filter", "Filter > Disinfect", "Disinfect > Clean?",
        "Clean? > To the tap [Yes]", "Clean? > Filter again [No]", "Filter again > Clean?")),
    ("legislat|bill becomes|law\\b", "How a bill becomes law", (
        "Bill proposed > Committee", "Committee > House vote?", "House vote? > Senate vote? [Yes]",
        "House vote? > Rejected [No]", "Senate vote? > Signed into law [Yes]", "Senate vote? > Rejected [No]")),
    ("return|refund|exchange", "Return process", (
        "Start > Request a return", "Request a return > Within 30 days?", "Within 30 days? > Send the parcel [Yes]",
        "Within 30 days? > Decline [No]", "Send the parcel > Item intact?", "Item intact? > Refund the money [Yes]",
        "Item intact? > Decline [No]", "Refund the money > End")),
    ("used car|buy(?:ing)? an? (?:car|house|phone|laptop|bike)|purchase decision", "Buying decision", (
        "Start > Set a budget", "Set a budget > Compare offers", "Compare offers > Good condition?",
        "Good condition? > Fair price? [Yes]", "Good condition? > Keep looking [No]", "Fair price? > Buy it [Yes]",
        "Fair price? > Keep looking [No]", "Keep looking > Compare offers", "Buy it > End")),
    ("newsletter|subscri|unsubscrib", "Newsletter sign-up", (
        "Start > Enter email", "Enter email > Email valid?", "Email valid? > Send confirmation [Yes]",
        "Email valid? > Show error [No]", "Show error > Enter email", "Send confirmation > Click the link",
        "Click the link > Subscribed")),
    ("patient|hospital|triage|doctor|clinic|medical", "Patient visit", (
        "Arrive > Emergency?", "Emergency? > Treat at once [Yes]", "Emergency? > Check in [No]",
        "Check in > Examine", "Examine > Prescribe medicine", "Treat at once > Prescribe medicine",
        "Prescribe medicine > Go home")),
    ("new employee|employee onboard|onboarding (?:an? |of )?(?:new )?(?:employee|hire|staff|team)|new hire|first day",
     "Employee onboarding", (
        "Start > Send the contract", "Send the contract > Signed?", "Signed? > Set up accounts [Yes]",
        "Signed? > Answer questions [No]", "Answer questions > Signed?", "Set up accounts > Meet the team",
        "Meet the team > Train the tools", "Train the tools > First task", "First task > End")),
    ("bak(?:e|ing)|cake|cookie|bread", "Baking", (
        "Start > Heat the oven", "Heat the oven > Mix the dough", "Mix the dough > Bake", "Bake > Done?",
        "Done? > Let it cool [Yes]", "Done? > Bake 5 more minutes [No]", "Bake 5 more minutes > Done?",
        "Let it cool > Serve")),
    ("study|exam|homework|essay|research paper|thesis|scientific method|experiment", "Research process", (
        "Ask a question > Read about it", "Read about it > Form a hypothesis", "Form a hypothesis > Test it",
        "Test it > Confirmed?", "Confirmed? > Write it up [Yes]", "Confirmed? > Form a hypothesis [No]")),
    ("library|book loan|borrow", "Borrowing a book", (
        "Start > Find the book", "Find the book > Available?", "Available? > Check it out [Yes]",
        "Available? > Reserve it [No]", "Reserve it > Check it out", "Check it out > Return on time",
        "Return on time > End")),
    ("flight|airport|travel|trip|hotel", "Travel process", (
        "Book > Check in", "Check in > Bags to drop?", "Bags to drop? > Drop the bags [Yes]",
        "Bags to drop? > Security [No]", "Drop the bags > Security", "Security > Board", "Board > Arrive")),
    ("restaurant|waiter|dinner|food order|pizza", "Restaurant order", (
        "Guest orders > In stock?", "In stock? > Cook the meal [Yes]", "In stock? > Offer another dish [No]",
        "Offer another dish > Guest orders", "Cook the meal > Serve", "Serve > Pay the bill")),
    ("morning|wake|daily routine|get(?:ting)? (?:ready|dressed)", "Morning routine", (
        "Wake up > Workday?", "Workday? > Shower and dress [Yes]", "Workday? > Sleep in [No]",
        "Shower and dress > Breakfast", "Breakfast > Leave the house")),
    ("laundry|wash(?:ing)? clothes", "Laundry", (
        "Sort the clothes > Delicate?", "Delicate? > Wash by hand [Yes]", "Delicate? > Machine wash [No]",
        "Wash by hand > Hang to dry", "Machine wash > Hang to dry", "Hang to dry > Fold")),
    ("password reset|forgot|reset password", "Password reset", (
        "Start > Enter email", "Enter email > Account exists?", "Account exists? > Send reset link [Yes]",
        "Account exists? > Show error [No]", "Show error > Enter email", "Send reset link > Set new password",
        "Set new password > End")),
    ("log[- ]?in\\b|sign[- ]?in\\b|signing in|logging in|authenticat", "Login process", (
        "Start > Enter username and password", "Enter username and password > Valid?",
        "Valid? > Open dashboard [Yes]",
        "Valid? > Show error [No]", "Show error > Enter username and password", "Open dashboard > End")),
    ("sign[- ]?up|signing up|regist|onboard", "Sign-up process", (
        "Start > Enter details", "Enter details > Data valid?", "Data valid? > Create account [Yes]",
        "Data valid? > Show errors [No]", "Show errors > Enter details", "Create account > Send confirmation",
        "Send confirmation > End")),
    ("checkout|order|purchase|e-?commerce|shopping|payment", "Order process", (
        "Start > Add to cart", "Add to cart > Enter address", "Enter address > Payment accepted?",
        "Payment accepted? > Ship order [Yes]", "Payment accepted? > Try another card [No]",
        "Try another card > Payment accepted?", "Ship order > End")),
    ("ci/?cd|deploy|pipeline|devops|continuous", "CI/CD pipeline", (
        "Commit > Build", "Build > Run tests", "Run tests > Tests pass?", "Tests pass? > Deploy to staging [Yes]",
        "Tests pass? > Fix the code [No]", "Fix the code > Commit", "Deploy to staging > Deploy to production")),
    ("code review|pull request|git\\b|github", "Pull request", (
        "Create branch > Write code", "Write code > Open pull request", "Open pull request > Approved?",
        "Approved? > Merge [Yes]", "Approved? > Make changes [No]", "Make changes > Open pull request",
        "Merge > Done")),
    ("bug|issue|triage|defect", "Bug report", (
        "Bug reported > Reproducible?", "Reproducible? > Set priority [Yes]", "Reproducible? > Ask for details [No]",
        "Ask for details > Bug reported", "Set priority > Fix", "Fix > Test", "Test > Close")),
    ("support|ticket|customer service|help desk|complaint", "Support process", (
        "Ticket opened > Known problem?", "Known problem? > Send solution [Yes]",
        "Known problem? > Ask an expert [No]",
        "Ask an expert > Send solution", "Send solution > Close ticket")),
    ("hir|recruit|interview|job application", "Hiring process", (
        "Application > Screening", "Screening > Suitable?", "Suitable? > Interview [Yes]",
        "Suitable? > Send refusal [No]",
        "Interview > Make an offer", "Make an offer > Hired")),
    ("approv|expense|invoice|request", "Approval process", (
        "Request submitted > Manager approves?", "Manager approves? > Process request [Yes]",
        "Manager approves? > Notify sender [No]", "Process request > Notify sender", "Notify sender > End")),
    ("machine learning|data science|neural|\\bml\\b|model", "Machine learning", (
        "Collect data > Clean data", "Clean data > Train model", "Train model > Accurate enough?",
        "Accurate enough? > Deploy [Yes]", "Accurate enough? > Tune parameters [No]", "Tune parameters > Train model",
        "Deploy > Monitor")),
    ("etl\\b|data (?:flow|pipeline|process|import)|extract", "Data flow", (
        "Sources > Extract", "Extract > Transform", "Transform > Valid?", "Valid? > Load [Yes]",
        "Valid? > Log error [No]",
        "Load > Report")),
    ("software|agile|scrum|development (?:process|cycle)", "Software development", (
        "Requirements > Design", "Design > Develop", "Develop > Test", "Test > Passed?", "Passed? > Release [Yes]",
        "Passed? > Fix bugs [No]", "Fix bugs > Test")),
    ("routine|alarm", "Morning routine", (
        "Alarm rings > Time to get up?", "Time to get up? > Shower [Yes]", "Time to get up? > Snooze [No]",
        "Snooze > Alarm rings", "Shower > Breakfast", "Breakfast > Leave home")),
    ("coffee|tea\\b|espresso", "Making coffee", (
        "Start > Boil water", "Boil water > Grind beans", "Grind beans > Brew", "Brew > Milk?",
        "Milk? > Add milk [Yes]",
        "Milk? > Enjoy [No]", "Add milk > Enjoy")),
    ("traffic light", "Traffic light", ("Green > Yellow [30 s]", "Yellow > Red [3 s]", "Red > Green [30 s]")),
    ("even or odd|odd or even|even number|algorithm|loop\\b", "Even or odd", (
        "Start > Input n", "Input n > n mod 2 = 0?", "n mod 2 = 0? > Print even [Yes]",
        "n mod 2 = 0? > Print odd [No]",
        "Print even > End", "Print odd > End")),
    ("troubleshoot|lamp|computer|wifi|printer", "Troubleshooting", (
        "Does not work > Plugged in?", "Plugged in? > Restart [Yes]", "Plugged in? > Plug it in [No]",
        "Plug it in > Works now?", "Restart > Works now?", "Works now? > Done [Yes]",
        "Works now? > Call support [No]")),
    ("state", "States", (
        "Idle > Running [start]", "Running > Paused [pause]", "Paused > Running [resume]",
        "Running > Stopped [stop]")),
    ("", None, (
        "Start > Gather information", "Gather information > Make a plan", "Make a plan > Carry it out",
        "Carry it out > Good result?", "Good result? > Finish [Yes]", "Good result? > Adjust the plan [No]",
        "Adjust the plan > Carry it out", "Finish > End")),
)  # fmt: skip

DECISIONS: tuple[Outline, ...] = (
    ("pets?\\b|dog or|cat or", "Which pet?", (
        "Home all day? > Like to walk? [Yes]", "Home all day? > Want fur? [No]", "Like to walk? > Dog [Yes]",
        "Like to walk? > Cat [No]", "Want fur? > Hamster [Yes]", "Want fur? > Fish [No]")),
    ("vacation|holiday|trip|travel", "Where to go?", (
        "Like the heat? > Want to swim? [Yes]", "Like the heat? > Like snow? [No]", "Want to swim? > Beach [Yes]",
        "Want to swim? > Desert tour [No]", "Like snow? > Ski trip [Yes]", "Like snow? > City break [No]")),
    ("movie|film|watch|series", "What to watch?", (
        "Want to laugh? > With kids? [Yes]", "Want to laugh? > Like fear? [No]", "With kids? > Animation [Yes]",
        "With kids? > Comedy [No]", "Like fear? > Thriller [Yes]", "Like fear? > Drama [No]")),
    ("programming|language to learn|coding|framework", "Which language?", (
        "For the web? > In the browser? [Yes]", "For the web? > Data or AI? [No]", "In the browser? > JavaScript [Yes]",
        "In the browser? > Go [No]", "Data or AI? > Python [Yes]", "Data or AI? > Rust [No]")),
    ("college|major|study|universit|degree", "What to study?", (
        "Like numbers? > Like machines? [Yes]", "Like numbers? > Like people? [No]",
        "Like machines? > Engineering [Yes]", "Like machines? > Economics [No]",
        "Like people? > Psychology [Yes]", "Like people? > Literature [No]")),
    ("doctor|sick|ill\\b|fever|symptom|hospital|medical|triage", "See a doctor?", (
        "Hard to breathe? > Call for help now [Yes]", "Hard to breathe? > High fever? [No]",
        "High fever? > Longer than 3 days? [Yes]", "High fever? > Rest at home [No]",
        "Longer than 3 days? > See a doctor [Yes]", "Longer than 3 days? > Rest and drink [No]")),
    ("email|reply|meeting", "Meet or write?", (
        "Needs a talk? > More than two people? [Yes]", "Needs a talk? > Urgent? [No]",
        "More than two people? > Meeting [Yes]", "More than two people? > Call [No]", "Urgent? > Chat [Yes]",
        "Urgent? > Email [No]")),
    ("loan|credit|mortgage", "Loan approval", (
        "Income above 3,000? > Debts? [Yes]", "Income above 3,000? > Refuse [No]", "Debts? > Check history? [Yes]",
        "Debts? > Approve [No]", "Check history? > Approve with care [Good]", "Check history? > Reject [Bad]")),
    ("weather|tennis|outside|umbrella|golf", "Play outside?", (
        "Outlook? > Humid? [Sunny]", "Outlook? > Play [Cloudy]", "Outlook? > Windy? [Rain]", "Humid? > Stay in [Yes]",
        "Humid? > Go out [No]", "Windy? > Stay at home [Yes]", "Windy? > Take a walk [No]")),
    ("eat|dinner|lunch|food|restaurant", "What to eat", (
        "Very hungry? > Have time? [Yes]", "Very hungry? > Fruit [No]", "Have time? > Cook pasta [Yes]",
        "Have time? > Order pizza [No]")),
    ("database|sql", "Which database?", (
        "Fixed schema? > Many servers? [Yes]", "Fixed schema? > Document store [No]",
        "Many servers? > Distributed SQL [Yes]",
        "Many servers? > PostgreSQL [No]")),
    ("buy|purchase|car|house|laptop|phone", "Buy it?", (
        "Do I need it? > Can I afford it? [Yes]", "Do I need it? > Do not buy [No]",
        "Can I afford it? > Buy it [Yes]",
        "Can I afford it? > Save first [No]")),
    ("job|career|offer|quit", "Take the job?", (
        "Better pay? > Good team? [Yes]", "Better pay? > Interesting? [No]", "Good team? > Accept [Yes]",
        "Good team? > Negotiate [No]",
        "Interesting? > Ask for more [Yes]", "Interesting? > Decline [No]")),
    ("animal|classif|species", "Which animal?", (
        "Has feathers? > Can fly? [Yes]", "Has feathers? > Has fur? [No]", "Can fly? > Eagle [Yes]",
        "Can fly? > Penguin [No]",
        "Has fur? > Bear [Yes]", "Has fur? > Fish [No]")),
    ("", None, (
        "Question 1? > Question 2? [Yes]", "Question 1? > Question 3? [No]", "Question 2? > Outcome A [Yes]",
        "Question 2? > Outcome B [No]", "Question 3? > Outcome C [Yes]", "Question 3? > Outcome D [No]")),
)  # fmt: skip

TREES: tuple[Outline, ...] = (
    ("football|soccer|basketball|hockey|sports? (?:club|team)", "Club", (
        "President > Sporting director", "President > Finance", "President > Marketing",
        "Sporting director > Head coach",
        "Sporting director > Youth academy", "Head coach > Assistant coach", "Head coach > Players",
        "Finance > Tickets",
        "Marketing > Fans")),
    ("universit|college|faculty", "University", (
        "President > Academic affairs", "President > Administration", "President > Research",
        "Academic affairs > Sciences", "Academic affairs > Humanities", "Academic affairs > Medicine",
        "Administration > Finance", "Administration > Admissions", "Research > Institutes")),
    ("bank\\b|financ", "Bank", (
        "CEO > Retail banking", "CEO > Investment", "CEO > Risk", "Retail banking > Branches", "Retail banking > Loans",
        "Investment > Trading", "Investment > Research", "Risk > Compliance")),
    ("factory|manufactur|production", "Factory", (
        "Plant manager > Production", "Plant manager > Quality", "Plant manager > Logistics", "Production > Line 1",
        "Production > Line 2", "Quality > Inspection", "Logistics > Warehouse", "Logistics > Shipping")),
    ("film|movie|theat|orchestra|band\\b", "Production", (
        "Producer > Director", "Producer > Finance", "Director > Camera", "Director > Actors", "Director > Sound",
        "Camera > Light", "Sound > Music")),
    ("startup|start-up|small company|tech company", "Startup", (
        "CEO > CTO", "CEO > CPO", "CEO > CMO", "CTO > Back end", "CTO > Front end", "CPO > Design", "CPO > Research",
        "CMO > Content", "CMO > Sales")),
    ("marketing|content team|brand", "Marketing", (
        "Head of marketing > Content lead", "Head of marketing > Growth lead", "Head of marketing > Brand lead",
        "Content lead > Writer", "Content lead > Video", "Growth lead > SEO", "Growth lead > Ads",
        "Brand lead > Design")),
    ("sales team|sales department", "Sales", (
        "Head of sales > Inside sales", "Head of sales > Field sales", "Head of sales > Customer success",
        "Inside sales > Agents", "Field sales > North", "Field sales > South", "Customer success > Support")),
    ("software|development team|engineering|it department|scrum team", "Engineering", (
        "Head of Engineering > Platform lead", "Head of Engineering > Product lead", "Head of Engineering > QA lead",
        "Platform lead > DevOps", "Platform lead > Back end", "Product lead > Front end", "Product lead > Mobile",
        "QA lead > Tester")),
    ("hospital|clinic|medical", "Hospital", (
        "Director > Chief physician", "Director > Head of nursing", "Director > Administration",
        "Chief physician > Surgery",
        "Chief physician > Cardiology", "Head of nursing > Nurses", "Administration > Finance")),
    ("school|university|education|college", "School", (
        "Principal > Vice principal", "Principal > Administration", "Vice principal > Sciences",
        "Vice principal > Languages",
        "Vice principal > Arts", "Administration > Office", "Administration > Caretaker")),
    ("restaurant|hotel|cafe|kitchen", "Restaurant", (
        "Owner > Head chef", "Owner > Restaurant manager", "Head chef > Sous-chef", "Head chef > Pastry chef",
        "Restaurant manager > Waiters", "Restaurant manager > Bar")),
    ("family|ancest|genealog", "Family tree", (
        "Grandparents > Parents", "Grandparents > Uncle", "Grandparents > Aunt", "Parents > Brother", "Parents > Me",
        "Aunt > Cousin")),
    ("site ?map|website", "Sitemap", (
        "Home > About", "Home > Products", "Home > Blog", "Home > Contact", "About > Team", "Products > Features",
        "Products > Pricing", "Blog > Articles")),
    ("file|folder|director(?:y|ies)|repo", "Project folders", (
        "project > src", "project > tests", "project > docs", "src > main.py", "src > api", "tests > test_api.py",
        "docs > index.md")),
    ("animal|taxonomy|species|biolog", "Animals", (
        "Animals > Vertebrates", "Animals > Invertebrates", "Vertebrates > Mammals", "Vertebrates > Birds",
        "Vertebrates > Fish",
        "Invertebrates > Insects", "Invertebrates > Molluscs")),
    ("class hierarchy|inherit|object", "Class hierarchy", (
        "Shape > Polygon", "Shape > Ellipse", "Polygon > Rectangle", "Polygon > Triangle", "Ellipse > Circle",
        "Rectangle > Square")),
    ("government|state|ministr", "Government", (
        "President > Parliament", "President > Prime minister", "Prime minister > Finance",
        "Prime minister > Defence",
        "Prime minister > Education", "Parliament > Committees")),
    ("non-?profit|ngo|club|charity|association", "Association", (
        "Board > Director", "Director > Programmes", "Director > Fundraising", "Director > Administration",
        "Programmes > Volunteers", "Fundraising > Events")),
    ("", None, (
        "CEO > CTO", "CEO > CFO", "CEO > COO", "CTO > Engineering", "CTO > IT", "CFO > Accounting",
        "CFO > Controlling",
        "COO > Sales", "COO > Operations")),
)  # fmt: skip

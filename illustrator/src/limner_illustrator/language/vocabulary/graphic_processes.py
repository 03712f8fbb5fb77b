"""Processes, decisions and hierarchies of well-known subjects, link by link: "from > to [label]".

An entry is (words of the prompt, title, links). The last entry of a table is for all other subjects.
"""

from limner_illustrator.language.vocabulary.graphic_outlines import Outline

FLOWS: tuple[Outline, ...] = (
    ("password reset|forgot|reset password", "Password reset", (
        "Start > Enter email", "Enter email > Account exists?", "Account exists? > Send reset link [Yes]",
        "Account exists? > Show error [No]", "Show error > Enter email", "Send reset link > Set new password",
        "Set new password > End")),
    ("log[- ]?in|sign[- ]?in|authenticat", "Login process", (
        "Start > Enter username and password", "Enter username and password > Valid?",
        "Valid? > Open dashboard [Yes]",
        "Valid? > Show error [No]", "Show error > Enter username and password", "Open dashboard > End")),
    ("sign[- ]?up|regist|onboard", "Sign-up process", (
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
    ("code review|pull request|git", "Pull request", (
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
    ("machine learning|data science|training|\\bml\\b|model", "Machine learning", (
        "Collect data > Clean data", "Clean data > Train model", "Train model > Accurate enough?",
        "Accurate enough? > Deploy [Yes]", "Accurate enough? > Tune parameters [No]", "Tune parameters > Train model",
        "Deploy > Monitor")),
    ("etl|data|extract", "Data flow", (
        "Sources > Extract", "Extract > Transform", "Transform > Valid?", "Valid? > Load [Yes]",
        "Valid? > Log error [No]",
        "Load > Report")),
    ("software|development|agile|scrum|project", "Software development", (
        "Requirements > Design", "Design > Develop", "Develop > Test", "Test > Passed?", "Passed? > Release [Yes]",
        "Passed? > Fix bugs [No]", "Fix bugs > Test")),
    ("morning|routine|day|wake", "Morning routine", (
        "Alarm rings > Time to get up?", "Time to get up? > Shower [Yes]", "Time to get up? > Snooze [No]",
        "Snooze > Alarm rings", "Shower > Breakfast", "Breakfast > Leave home")),
    ("coffee|tea\\b|cook|recipe|bak", "Making coffee", (
        "Start > Boil water", "Boil water > Grind beans", "Grind beans > Brew", "Brew > Milk?",
        "Milk? > Add milk [Yes]",
        "Milk? > Enjoy [No]", "Add milk > Enjoy")),
    ("traffic light", "Traffic light", ("Green > Yellow [30 s]", "Yellow > Red [3 s]", "Red > Green [30 s]")),
    ("even|odd|algorithm|number|program|loop", "Even or odd", (
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
        "Start > Input", "Input > Process", "Process > Result OK?", "Result OK? > Output [Yes]",
        "Result OK? > Correct it [No]",
        "Correct it > Process", "Output > End")),
)  # fmt: skip

DECISIONS: tuple[Outline, ...] = (
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

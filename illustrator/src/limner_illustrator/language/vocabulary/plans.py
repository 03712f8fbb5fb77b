"""What plans of usual trades include, from the smallest to the largest."""

PLANS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("yoga|pilates|dance|martial|fitness class", (
        ("1 class", "Mat included", "All levels"),
        ("Unlimited classes", "Mat and towel", "1 guest pass", "Online videos"),
        ("Unlimited classes", "2 months free", "Workshops", "Online videos", "Guest passes"),
        ("Private lessons", "Unlimited classes", "Retreat discount", "Own locker"))),
    ("gym|fitness|crossfit|personal train", (
        ("Gym floor", "Open 6 to 22", "Locker"),
        ("Gym floor", "All classes", "Sauna", "1 guest a month"),
        ("Open day and night", "Classes and sauna", "2 trainer hours", "Meal plan", "Guests free"),
        ("Own trainer", "All clubs", "Massage", "Parking"))),
    ("photo|video|film|wedding", (
        ("2 hours", "50 edited photos", "Online gallery"),
        ("6 hours", "200 edited photos", "Online gallery", "Second shooter"),
        ("Full day", "500 edited photos", "Photo book", "Short film", "Second shooter"),
        ("Two days", "All photos", "Film", "Two albums"))),
    ("clean|maid|laundry|garden|lawn|landscap", (
        ("Once a month", "Kitchen and bath", "Own supplies"),
        ("Every 2 weeks", "All rooms", "Supplies included", "Same team"),
        ("Every week", "All rooms", "Windows", "Laundry", "Priority dates"),
        ("On call", "Whole property", "Deep clean", "Key service"))),
    ("car ?wash|detailing|mechanic|auto", (
        ("Outside wash", "Wheels", "Drying"),
        ("Outside wash", "Inside vacuum", "Windows", "Wax"),
        ("Full wash", "Leather care", "Polish", "Engine bay", "Coating"),
        ("Pick-up service", "All care", "Ceramic coat", "Loan car"))),
    ("co-?working|office space|studio space", (
        ("5 days a month", "Shared desk", "Fast Wi-Fi"),
        ("Every day", "Shared desk", "Meeting room 4 h", "Coffee"),
        ("Own desk", "Open day and night", "Meeting room 12 h", "Locker", "Mail address"),
        ("Private office", "Team of 6", "Meeting rooms", "Reception"))),
    ("stream|music|podcast|tv\\b|movie", (
        ("With ads", "1 screen", "HD"),
        ("No ads", "2 screens", "Full HD", "Downloads"),
        ("No ads", "4 screens", "4K and HDR", "Downloads", "Spatial audio"),
        ("Family of 6", "4K and HDR", "Kids profiles", "Live sport"))),
    ("hosting|server|cloud|vps|domain", (
        ("1 website", "10 GB storage", "Free SSL"),
        ("10 websites", "100 GB storage", "Daily backup", "Free domain"),
        ("Unlimited sites", "500 GB storage", "Daily backup", "Staging", "Priority support"),
        ("Own server", "2 TB storage", "99.99% uptime", "Manager"))),
    ("course|tutor|lesson|school|learn|language|coach", (
        ("4 lessons", "Group of 8", "Worksheets"),
        ("12 lessons", "Group of 4", "Worksheets", "Progress report"),
        ("24 lessons", "One to one", "Exam training", "Chat with teacher", "Certificate"),
        ("Unlimited", "One to one", "Native teacher", "Certificate"))),
    ("meal|food|recipe|coffee|wine|box|snack|tea\\b", (
        ("3 meals a week", "2 people", "Free delivery"),
        ("4 meals a week", "4 people", "Free delivery", "Choose dishes"),
        ("6 meals a week", "4 people", "Premium dishes", "Dessert", "Flexible dates"),
        ("Every day", "Family of 6", "Chef's menu", "Wine"))),
    ("hotel|travel|spa\\b|salon|barber|hair|beauty|massage", (
        ("1 visit", "Wash and style", "Drink"),
        ("2 visits", "Cut and colour", "Care", "10% off products"),
        ("4 visits", "All services", "Massage", "20% off products", "Priority dates"),
        ("Unlimited", "All services", "Home visits", "Gifts"))),
    ("insur|bank|finance|invest|tax|account", (
        ("Basic cover", "Online service", "Phone help"),
        ("Full cover", "Abroad too", "Low deductible", "Quick payout"),
        ("Full cover", "Family included", "No deductible", "Own adviser", "Legal help"),
        ("Company cover", "Team included", "Own adviser", "Audit help"))),
    ("pet|dog|cat\\b|vet|walk", (
        ("2 walks a week", "30 minutes", "Photo update"),
        ("5 walks a week", "45 minutes", "Photo update", "Feeding"),
        ("Daily walks", "60 minutes", "GPS track", "Grooming", "Weekend care"),
        ("Day care", "Training", "Vet trips", "Holiday care"))),
    ("design|agency|marketing|seo|social media|writ|web", (
        ("1 project", "2 revisions", "5 days"),
        ("3 projects", "5 revisions", "3 days", "Source files"),
        ("Unlimited projects", "Unlimited revisions", "2 days", "Source files", "Strategy call"),
        ("Own team", "Daily calls", "Brand guide", "Reports"))),
)  # fmt: skip
"""Words of the prompt -> the features of each plan."""

TERMS: tuple[tuple[str, str], ...] = (
    ("drop-?in|single|one[- ]time|day pass|visit|session|per class", "per visit"),
    ("year|annual", "per year"), ("month", "per month"), ("week", "per week"), ("day|daily", "per day"),
    ("hour", "per hour"), ("life ?time|once", "once"),
)  # fmt: skip
"""Words in the name of a plan -> for how long its price holds."""

"""What applications of well-known topics show on their main screen."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from limner_illustrator.language.vocabulary.trades import find_trade

Layout = Literal["ring", "card", "list", "switches", "player"]


@dataclass(frozen=True, slots=True)
class AppTopic:
    words: str
    """Of the prompt, as a regular expression."""
    layout: Layout
    heading: str
    figure: str
    """The large value; empty in lists."""
    caption: str
    share: float
    """0..1: how much of the ring is filled."""
    entries: tuple[str, ...]
    """ "label|detail"."""
    action: str


_ROWS: tuple[tuple[str, Layout, str, str, str, float, str, str], ...] = (
    ("hair|salon|barber|beauty|nails?\\b|massage|\\bspa\\b", "list", "Book a visit", "", "", 0.0,
     "Haircut|30 min, $35; Colour|90 min, $85; Wash and style|40 min, $30; Treatment|20 min, $25", "Choose a time"),
    ("pantry|fridge|leftovers", "list", "In your fridge", "", "", 0.0,
     "Milk|2 days left; Eggs|8; Cheese|200 g; Tomatoes|Use today; Yoghurt|5 days left", "Add food"),
    ("warehouse|inventory|stock (?:level|manage|count|take)", "list", "In stock", "", "", 0.0,
     "Boxes, small|420; Boxes, large|86; Tape|12, low; Labels|1,250; Pallets|34", "Add an item"),
    ("grocer|shopping list|supermarket", "list", "Shopping list", "", "", 0.0,
     "Milk|2 l; Bread|1 loaf; Apples|1 kg; Eggs|10; Cheese|200 g", "Add an item"),
    ("homework|grades?\\b|school|student|teacher|classroom", "list", "This week", "", "", 0.0,
     "Maths|Page 42, Tuesday; History|Essay, Thursday; Biology|Test, Friday; English|Read chapter 3", "Add homework"),
    ("fuel|mileage|car (?:mainten|service|wash|repair)|mechanic", "list", "My car", "", "", 0.0,
     "Oil change|in 1,200 km; Tyres|Checked in May; Fuel|6.1 l per 100 km; Inspection|12 Sept", "Add an entry"),
    ("handyman|plumber|cleaning|home repair|electrician|babysit|nanny", "list", "Who can help?", "", "", 0.0,
     "Anna|4.9, from $18; Ben|4.8, from $22; Clara|4.7, from $20; David|4.6, from $16", "Book"),
    ("book club|reading|library|e-?books?|\\bbooks?\\b(?! an?\\b| now| it\\b| your| online)", "list", "Your books",
     "", "", 0.0,
     "The Long River|68% read; Stars at Noon|12% read; Salt and Sea|Finished; Old Maps|On the list", "Continue"),
    ("bird|hiking|trail|nature|fishing|outdoor|camp", "list", "Near you", "", "", 0.0,
     "Lake loop|6.2 km, easy; Ridge path|11 km, hard; Old forest|4 km, easy; River walk|8 km, medium", "Start"),
    ("wedding", "list", "Your wedding", "", "", 0.0,
     "Guests|84 of 110 replied; Venue|Booked; Cake|Taste on Friday; Music|2 offers", "Add a task"),
    ("chess|puzzle|trivia|\\bgames?\\b", "list", "Play", "", "", 0.0,
     "Daily puzzle|Level 12; Quick game|5 min; With friends|3 online; Ranking|Place 248", "New game"),
    ("plant|garden", "list", "Your plants", "", "", 0.0,
     "Monstera|Water today; Basil|Water today; Aloe|in 5 days; Fern|in 2 days", "Add a plant"),
    ("\\bpets?\\b|\\bdogs?\\b|\\bcats?\\b|puppy", "list", "Today with Luna", "", "", 0.0,
     "Walk|8:00, 30 min; Breakfast|8:45; Play|15:00; Evening walk|18:30", "Add an entry"),
    ("water|hydrat", "ring", "Water today", "1.4 l", "of 2.0 l", 0.7,
     "Glass|250 ml, 8:10; Bottle|500 ml, 11:30; Tea|200 ml, 14:05; Glass|250 ml, 15:40", "Add a glass"),
    ("calorie|nutrition|diet|macro", "ring", "Today", "1,420", "of 2,000 kcal", 0.71,
     "Breakfast|380 kcal; Lunch|620 kcal; Snack|140 kcal; Dinner|280 kcal", "Add food"),
    ("habit", "ring", "Today's habits", "4 of 6", "done", 0.67,
     "Drink water|7 days in a row; Read 20 pages|12 days; Walk|3 days; No sugar|5 days", "Add a habit"),
    ("sleep", "ring", "Last night", "7 h 20", "of 8 h", 0.91,
     "Asleep|23:10; Deep sleep|1 h 40; Dreams|1 h 55; Awake|6:30", "Set the alarm"),
    ("step|walk|pedometer", "ring", "Steps today", "8,214", "of 10,000", 0.82,
     "Distance|5.6 km; Calories|320 kcal; Active time|68 min; Floors|9", "Start a walk"),
    ("runn|\\brun\\b|jog|marathon|cycling|bike ride", "ring", "This run", "5.2 km", "of 8 km", 0.65,
     "Pace|5:40 per km; Time|29:28; Pulse|148 bpm; Climb|64 m", "Pause"),
    ("workout|\\bgym|fitness|exercise|training plan|yoga", "ring", "Today's workout", "3 of 5", "exercises done", 0.6,
     "Squats|3 × 12; Push-ups|3 × 15; Plank|60 s; Lunges|3 × 10", "Start next"),
    ("medit|mindful|breath|calm", "ring", "Today", "12 min", "of 20 min", 0.6,
     "Morning calm|10 min; Deep breath|5 min; Let go|15 min; Sleep well|20 min", "Start a session"),
    ("mood|mental|journal|diary", "ring", "This week", "Good", "5 of 7 days", 0.71,
     "Monday|Calm; Tuesday|Tired; Wednesday|Happy; Thursday|Happy", "Log your mood"),
    ("period|menstrua|fertility", "ring", "Cycle day", "12", "of 28", 0.43,
     "Next period|in 16 days; Mood|Good; Energy|High; Sleep|7 h", "Log today"),
    ("pregnan", "ring", "Week", "24", "of 40", 0.6,
     "Size|30 cm; Weight|600 g; Next visit|12 May; Kicks today|8", "Add a note"),
    ("baby|infant|toddler", "ring", "Fed today", "5", "of 8 times", 0.62,
     "Feeding|14:10, 120 ml; Nap|12:30, 1 h 20; Diaper|11:50; Feeding|10:45, 110 ml", "Add an entry"),
    ("medicat|medicine|\\bpills?\\b|pharmac", "ring", "Pills today", "2 of 3", "taken", 0.67,
     "Vitamin D|8:00, taken; Iron|12:00, taken; Magnesium|20:00; Omega-3|20:00", "Mark as taken"),
    ("glucose|diabet|blood sugar", "ring", "Now", "104", "mg/dl", 0.58,
     "Before lunch|98 mg/dl; Breakfast|121 mg/dl; Morning|92 mg/dl; Night|101 mg/dl", "Add a value"),
    ("heart|pulse|blood pressure", "ring", "Pulse", "64", "bpm", 0.54,
     "Pressure|118 / 76; Resting|58 bpm; Highest|132 bpm; Oxygen|98%", "Measure now"),
    ("weight|\\bbmi\\b", "ring", "Weight", "72.4 kg", "goal: 70 kg", 0.6,
     "Monday|72.9 kg; Wednesday|72.6 kg; Friday|72.4 kg; Change|-0.5 kg", "Add a weight"),
    ("pomodoro|timer|focus|stopwatch|productivity", "ring", "Focus", "17:42", "of 25:00", 0.7,
     "Write the report|2 sessions; Emails|1 session; Reading|1 session; Planning|1 session", "Pause"),
    ("flash ?card|quiz|language|vocabulary|duolingo|learn|course|study|education|math", "ring", "Daily goal", "18",
     "of 30 points", 0.6, "Lesson 4|Greetings; Lesson 5|Food and drink; Lesson 6|Travel; Quiz|10 questions",
     "Continue"),
    ("ev charg|charging|electric car", "ring", "Charging", "68%", "full at 14:20", 0.68,
     "Power|11 kW; Range|286 km; Time left|42 min; Cost|$6.40", "Stop charging"),
    ("energy|electricity|solar|power usage", "ring", "Today", "8.4 kWh", "of 12 kWh", 0.7,
     "Heating|3.8 kWh; Kitchen|2.1 kWh; Washing|1.2 kWh; Lights|0.9 kWh", "Show details"),
    ("carbon|co2|footprint|recycl|eco\\b|sustainab", "ring", "This month", "148 kg", "of 220 kg CO2", 0.67,
     "Transport|62 kg; Food|48 kg; Home|30 kg; Shopping|8 kg", "Add an activity"),
    ("screen time", "ring", "Today", "3 h 12", "of 4 h", 0.8,
     "Social|1 h 20; Video|52 min; Work|38 min; Games|22 min", "Set a limit"),
    ("saving|piggy", "ring", "New bike", "$640", "of $900", 0.71,
     "March|$120; February|$110; January|$130; December|$95", "Add money"),
    ("bank|wallet", "card", "Balance", "$12,480.50", "Main account", 0.0,
     "Grocery store|-$64.20; Salary|+$2,400.00; Coffee|-$3.80; Rent|-$850.00", "Send money"),
    ("expens|budget|spend|money|financ|invoice", "ring", "Spent in March", "$1,240", "of $1,800", 0.69,
     "Groceries|-$64.20; Transport|-$32.00; Cinema|-$18.50; Coffee|-$3.80", "Add an expense"),
    ("weather|forecast", "card", "Today", "21 °C", "Partly cloudy", 0.0,
     "Monday|19 °C, rain; Tuesday|22 °C, sun; Wednesday|23 °C, sun; Thursday|20 °C, clouds; Friday|18 °C, rain",
     "More days"),
    ("crypto|bitcoin|stock|trading|invest|portfolio tracker", "card", "Portfolio", "$24,310", "+4.2% this week", 0.0,
     "Bitcoin|$18,200, +2.1%; Ether|$4,110, -0.8%; Gold|$1,450, +0.3%; Cash|$550", "Buy"),
    ("smart ?home|\\biot\\b|thermostat|light control", "switches", "Living room", "21 °C", "Inside", 0.0,
     "Ceiling lamp|On; Heating|21 °C; Television|Off; Front door|Locked; Speaker|On", "Add a device"),
    ("remind|alarm", "switches", "Reminders", "", "", 0.0,
     "Wake up|7:00; Take a break|10:30; Lunch|12:30; Call Anna|17:00; Read|21:00", "Add a reminder"),
    ("music|song|playlist|spotify|podcast|audio ?book|player|radio", "player", "Now playing", "Morning light",
     "The Ember Band", 0.38, "Golden hour|3:12; Slow river|4:05; Paper moon|2:58; City rain|3:40", "Play"),
    ("parking", "list", "Parking near you", "", "", 0.0,
     "Central Garage|200 m, $2.50; Market Square|350 m, $2.00; Station|500 m, $1.80; Harbour|900 m, $1.20",
     "Reserve a space"),
    ("ride|taxi|uber|car ?shar|scooter", "list", "Choose a ride", "", "", 0.0,
     "Economy|4 min, $8.40; Comfort|6 min, $11.20; Van|9 min, $15.60; Electric|7 min, $10.10", "Request a ride"),
    ("job|career|hiring", "list", "Jobs for you", "", "", 0.0,
     "Product designer|Berlin, full time; Data analyst|Remote; Nurse|Hamburg, part time; Cook|Munich, full time",
     "Apply"),
    ("doctor|appointment|clinic|dentist|salon|barber|hairdress|health ?care|patient|vet\\b|telemed", "list",
     "Book an appointment", "", "", 0.0,
     "Dr. Anna Berg|Mon, 9:30; Dr. Ben Cole|Mon, 11:00; Dr. Clara Diaz|Tue, 14:15; Dr. David Evans|Wed, 8:45",
     "Book"),
    ("event|concert|ticket|cinema|movie|theat", "list", "Coming up", "", "", 0.0,
     "Jazz night|Fri, 20:00; Food market|Sat, 11:00; Film festival|Sat, 19:30; Open-air concert|Sun, 18:00",
     "Get tickets"),
    ("\\bbus\\b|train|transit|metro|subway|public transport|timetable", "list", "Departures", "", "", 0.0,
     "M10 Main Station|in 2 min; S7 Airport|in 6 min; 200 Zoo|in 9 min; U2 City Hall|in 12 min", "Plan a trip"),
    ("flight|airline|boarding", "list", "Flights to Lisbon", "", "", 0.0,
     "LM 214|8:10, $142; LM 380|11:45, $119; LM 402|15:20, $98; LM 516|19:05, $125", "Book a flight"),
    ("apartment|real estate|house\\b|houses", "list", "Near you", "", "", 0.0,
     "Garden flat|2 rooms, $1,150; Loft|3 rooms, $1,480; Studio|1 room, $690; Town house|5 rooms, $2,300",
     "Contact"),
    ("task|to-?do|checklist", "list", "Today", "", "", 0.0,
     "Write the report|10:00; Call Ben|11:30; Buy milk|after work; Plan the trip|evening; Read|20 min", "Add a task"),
    ("note", "list", "Notes", "", "", 0.0,
     "Shopping|Milk, eggs, bread; Ideas|Three names; Meeting|Next steps; Books|To read", "New note"),
    ("e-?mail|inbox|\\bmail\\b", "list", "Inbox", "", "", 0.0,
     "Anna Berg|Lunch tomorrow?; Ben Cole|The report; Clara Diaz|Holiday photos; Shop|Your order is on its way",
     "Write"),
    ("calendar|schedul|planner", "list", "Today", "", "", 0.0,
     "Stand-up|9:00 to 9:15; Design review|10:30; Lunch with Anna|12:30; Dentist|16:00", "New event"),
    ("delivery|parcel|package|courier|logistic", "list", "Your parcels", "", "", 0.0,
     "Books|Out for delivery; Shoes|Arrives Friday; Lamp|In transit; Coffee|Delivered", "Track a parcel"),
    ("chore|roommate|family|household", "list", "This week", "", "", 0.0,
     "Dishes|Anna; Vacuum|Ben; Laundry|Clara; Shopping|David", "Add a chore"),
    ("score|football|soccer|basketball|sport|match", "list", "Live scores", "", "", 0.0,
     "Rovers - United|2 : 1, 64 min; City - Athletic|0 : 0; Albion - Town|3 : 2; Wanderers - County|20:00",
     "All matches"),
    ("vote|poll|survey", "list", "Where shall we meet?", "", "", 0.0,
     "Park|42%; Café|31%; Museum|18%; Cinema|9%", "Vote"),
    ("volunteer|donat|charity", "list", "Help near you", "", "", 0.0,
     "Food bank|Sat, 10:00; Park clean-up|Sun, 9:00; Reading to children|Tue, 15:00; Animal shelter|any day",
     "Join"),
)  # fmt: skip


_PICTURED = r"\b(?:food deliver|food order|restaurant|recipe|cooking|dating|news\b|travel|pizza)"
"""Topics whose screens show pictures."""


@lru_cache(maxsize=1)
def _load() -> tuple[AppTopic, ...]:
    return tuple(AppTopic(*row[:6], tuple(row[6].split("; ")), row[7]) for row in _ROWS)


def find_topic(text: str) -> AppTopic | None:
    """The topic of a prompt in lower case."""
    if re.search(_PICTURED, text):
        return None
    known = next((topic for topic in _load() if re.search(rf"\b(?:{topic.words})", text)), None)
    trade = find_trade(text) if known is None else None
    if trade is None or not trade.entries:
        return known
    return AppTopic(trade.words.pattern, "list", trade.heading, "", "", 0.0, trade.entries, trade.action)

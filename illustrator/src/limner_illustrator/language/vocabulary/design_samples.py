"""The content that menus and floor plans have of themselves."""

Section = tuple[str, tuple[tuple[str, str], ...]]

MENUS: dict[str, tuple[Section, ...]] = {
    "italian": (
        ("Antipasti", (("Bruschetta", "$8"), ("Caprese", "$10"), ("Minestrone", "$9"))),
        ("Pasta", (("Spaghetti carbonara", "$15"), ("Lasagne", "$16"), ("Gnocchi al pesto", "$15"))),
        ("Dolci", (("Tiramisù", "$8"), ("Panna cotta", "$7"))),
    ),
    "pizza": (
        ("Pizza", (("Margherita", "$12"), ("Quattro formaggi", "$14"), ("Diavola", "$14"), ("Funghi", "$13"))),
        ("Salads", (("Green salad", "$7"), ("Caesar salad", "$10"))),
        ("Drinks", (("Lemonade", "$4"), ("Sparkling water", "$3"))),
    ),
    "coffee": (
        ("Coffee", (("Espresso", "$3.00"), ("Cappuccino", "$4.50"), ("Flat white", "$4.50"), ("Cold brew", "$5.00"))),
        ("Tea", (("Earl Grey", "$3.50"), ("Matcha latte", "$5.50"))),
        ("Pastries", (("Croissant", "$3.50"), ("Banana bread", "$4.00"), ("Cinnamon roll", "$4.50"))),
    ),
    "mexican": (
        ("Tacos", (("Al pastor", "$5"), ("Carnitas", "$5"), ("Pescado", "$6"))),
        ("Platos", (("Chicken burrito", "$12"), ("Enchiladas verdes", "$14"), ("Quesadilla", "$10"))),
        ("Bebidas", (("Horchata", "$4"), ("Agua fresca", "$4"))),
    ),
    "japanese": (
        ("Sushi", (("Salmon nigiri", "$6"), ("Tuna roll", "$8"), ("Dragon roll", "$14"))),
        ("Warm dishes", (("Miso soup", "$4"), ("Tonkotsu ramen", "$15"), ("Gyoza", "$8"))),
        ("Drinks", (("Green tea", "$3"), ("Sake", "$9"))),
    ),
    "indian": (
        ("Starters", (("Samosas", "$6"), ("Onion bhaji", "$6"))),
        ("Curries", (("Butter chicken", "$15"), ("Palak paneer", "$14"), ("Lamb rogan josh", "$17"))),
        ("Sides", (("Garlic naan", "$4"), ("Mango lassi", "$5"))),
    ),
    "burger": (
        ("Burgers", (("Classic burger", "$11"), ("Cheeseburger", "$12"), ("Veggie burger", "$12"))),
        ("Sides", (("Fries", "$4"), ("Onion rings", "$5"), ("Coleslaw", "$4"))),
        ("Shakes", (("Vanilla shake", "$6"), ("Chocolate shake", "$6"))),
    ),
    "cocktail": (
        ("Classics", (("Negroni", "$12"), ("Old fashioned", "$13"), ("Margarita", "$12"), ("Mojito", "$11"))),
        ("House specials", (("Smoked plum sour", "$14"), ("Basil smash", "$13"))),
        ("Without alcohol", (("Ginger fizz", "$8"), ("Virgin colada", "$8"))),
    ),
    "dessert": (
        ("Cakes", (("Chocolate cake", "$7"), ("Cheesecake", "$7"), ("Carrot cake", "$6"))),
        ("Ice cream", (("Vanilla sundae", "$6"), ("Affogato", "$6"))),
        ("Warm", (("Apple crumble", "$8"), ("Churros", "$7"))),
    ),
    "": (
        ("Starters", (("Soup of the day", "$7"), ("Garden salad", "$9"), ("Bread and olives", "$6"))),
        ("Mains", (("Grilled salmon", "$19"), ("Roast chicken", "$17"), ("Mushroom risotto", "$15"))),
        ("Desserts", (("Apple tart", "$7"), ("Chocolate mousse", "$7"))),
    ),
}
"""Cuisine -> sections of (dish, price); "" where no other is named."""

CUISINES: dict[str, str] = {
    "italian": "italian, trattoria, pasta, osteria",
    "pizza": "pizza, pizzeria",
    "coffee": "coffee, café, cafe, espresso, tea house",
    "mexican": "mexican, taco, taqueria, burrito",
    "japanese": "japanese, sushi, ramen",
    "indian": "indian, curry",
    "burger": "burger, diner, fast food, food truck",
    "cocktail": "cocktail, bar, drinks, drink",
    "dessert": "dessert, ice cream, cake, bakery, pastry",
}
"""Cuisine -> the words for it, separated by commas."""

ROOMS: dict[str, tuple[str, str]] = {
    "bedroom": (
        "Bedroom",
        (
            "bedroom, bedrooms, bed room, guest room, guest bedroom, kids room, kid's room, children's room, "
            "nursery, bed, beds, br, guest rooms"
        ),
    ),
    "master": (
        "Master bedroom",
        "master bedroom, main bedroom, primary bedroom, master suite, master",
    ),
    "bath": (
        "Bath",
        "bath, baths, bathroom, bathrooms, toilet, wc, shower room, powder room, restroom, restrooms, toilets",
    ),
    "living": (
        "Living room",
        (
            "living room, lounge, family room, sitting room, living area, livingroom, open plan living room, open "
            "living room"
        ),
    ),
    "kitchen": (
        "Kitchen",
        "kitchen, kitchens, kitchenette, break room",
    ),
    "dining": (
        "Dining room",
        "dining room, dining area, dining, meeting room, conference room, meeting rooms, conference rooms",
    ),
    "office": (
        "Office",
        (
            "office, offices, study, home office, work room, library, workspace, desk area, reception, open "
            "office, private office, private offices"
        ),
    ),
    "garage": (
        "Garage",
        "garage, two-car garage, double garage, carport",
    ),
    "laundry": (
        "Laundry",
        "laundry, laundry room, utility room",
    ),
    "closet": (
        "Closet",
        "closet, walk-in closet, storage, pantry, storage room, wardrobe room, storeroom",
    ),
    "terrace": (
        "Terrace",
        "terrace, balcony, patio, porch, deck",
    ),
}
"""Kind of room -> its usual label, and what prompts call it."""

"""What covers, banners and sets show where the prompt names only a genre or a subject."""

GENRES: dict[str, str] = {
    "sci-fi, science fiction, sci fi, scifi, space opera": "an astronaut and a planet in space",
    "fantasy": "a dragon and a castle in the mountains at sunset",
    "horror, ghost story, gothic": "a haunted house in the fog at night",
    "romance, romantic, love story, rom-com, romcom": "a man and a woman on a beach at sunset",
    "thriller, crime, noir, detective, mystery, murder, spy": "a detective in the city at night in the rain",
    "western": "a cowboy on a horse in the desert at sunset",
    "superhero": "a superhero in the city at night",
    "pirate": "a pirate ship on the sea at sunset",
    "cookbook, cooking": "tomatoes, carrots, a pot and bread on a table",
    "children's, childrens, kids, picture book": "a bear and a rabbit in the forest",
    "adventure": "an explorer in the jungle",
    "war": "a soldier in the fog",
    "historical": "a castle in the mountains",
    "synthwave, retrowave, vaporwave, electronic, techno": "a neon city at night",
    "lo-fi, lofi, chillhop": "a cat and a lamp in a bedroom at night",
    "metal, heavy metal": "a skull and a volcano at night",
    "rock, punk, indie": "a guitar on a stage",
    "ambient, meditation": "a lake in the fog at dawn",
    "country, folk": "a guitar on a farm at sunset",
    "hip hop, hip-hop, rap": "a boombox in the city at night",
    "classical": "a violin on a stage",
    "travel": "mountains and a lake",
    "fashion": "a woman in a red dress",
    "nature": "a deer in the forest",
    "tech, technology": "a robot in an office",
    "poetry, poems": "a tree on a meadow at sunset",
    "fiesta, fête, party": "balloons and a party popper",
}
"""Genres, separated by commas -> what a cover or a poster shows that names nothing else."""

GENRE_TITLES: dict[str, str] = {
    "sci-fi, science fiction, sci fi, scifi, space opera": "Beyond the Last Star",
    "fantasy": "The Ember Crown",
    "horror, ghost story, gothic": "The House on the Hill",
    "romance, romantic, love story, rom-com, romcom": "One Summer Evening",
    "thriller, crime, noir, detective, mystery, murder, spy": "Rain After Midnight",
    "western": "Dust and Silver",
    "superhero": "Guardian of the City",
    "pirate": "The Sunken Chart",
    "cookbook, cooking": "The Kitchen Table",
    "adventure": "The Long Way Home",
    "war": "The Far Shore",
}
"""Genres, separated by commas -> the title of a book or a film that the prompt does not name."""

HERO_PLACES: dict[str, str] = {
    "machine learning, artificial intelligence, ai startup, ai company, chatbot": "a robot and a laptop in an office",
    "fintech, finance, banking, bank, payment, investing, investment, budget, accounting, insurance, crypto, trading": (
        "a smartphone, a credit card, a gold coin and a chart increasing"
    ),
    "health, medical, clinic, doctor, hospital, telemedicine, pharmacy": "a doctor and a stethoscope in a hospital",
    "delivery, logistics, shipping, courier, moving": "a delivery truck and a package on a street",
    "e-commerce, ecommerce, online store, online shop, shopping, marketplace": (
        "a laptop, a shopping bag, a credit card and a package"
    ),
    "cybersecurity, security, vpn, password": "a laptop, a lock and a key on a desk in an office",
    "recruit, hiring, job board, careers, human resources, hr": "a man and a woman shaking hands in an office",
    "marketing, analytics, data, business intelligence, dashboard": "a laptop and a chart increasing in an office",
    "law, legal, attorney": "a balance scale and books in a library",
    "construction, architect, builder, renovation": "a construction worker and a crane on a construction site",
    "sustainab, climate, green energy, solar, renewable, eco": "a wind turbine and a solar panel on a meadow",
    "dentist, dental": "a dentist in a hospital",
    "beauty, cosmetics, skincare, salon": "a lipstick, a perfume bottle and flowers on a table",
    "game, gaming, esports": "a game controller and headphones on a desk at night",
    "podcast, radio": "a microphone and headphones on a desk",
    "wedding, event planner": "a bride and a groom in a garden",
    "kids, children, toys, daycare, kindergarten": "a teddy bear, a ball and blocks in a playroom",
    "ngo, charity, nonprofit, volunteer": "three people holding hands on a meadow",
    "gardening, garden center": "a watering can, a shovel and flowers in a garden",
    "travel, vacation, tourism": "an airplane over a beach",
    "coffee shop, cafe, café, coffee": "a cup of coffee in a cafe",
    "restaurant, food blog, catering": "plates of food in a restaurant",
    "bakery": "bread and croissants in a cafe",
    "fitness, gym, workout": "an athlete in a gym",
    "education, online course, e-learning, school, university": "books and a globe in a library",
    "real estate, property": "a house with a garden",
    "pet shop, pet store, pet care, dog walking, veterinar": "a dog and a cat in a park",
    "saas, software, startup, developer, tech company, cloud, api, productivity, project management, remote work": (
        "a laptop and a plant on a desk in an office"
    ),
    "yoga, wellness, meditation, spa": "a woman meditating on a beach at sunset",
    "farm": "a tractor on a farm",
    "hiking, outdoor, camping, adventure": "a tent in the mountains",
    "winery, vineyard, wine": "a glass of wine in a vineyard",
    "space company, aerospace, space tourism": "a rocket in space",
    "photography, photographer": "a camera in the mountains at sunset",
    "fashion, clothing": "a woman in a dress on a street",
    "music": "a guitar on a stage",
    "bookstore, bookshop, book club, library": "books in a library",
    "surf": "a surfboard on a beach",
    "ski": "a skier in the snowy mountains",
    "zoo, wildlife": "a lion and a giraffe in a zoo",
    "hotel, resort": "palm trees on a beach at sunset",
}
"""Words for what a website is about -> the picture at its head."""

ICON_SETS: dict[str, str] = {
    "weather": "a sun, a cloud, an umbrella, a snowflake, a rainbow, a tornado, a moon, a thermometer, a star",
    "food": (
        "a hamburger, a pizza, a taco, a doughnut, an ice cream, a hot dog, sushi, a pretzel, a cupcake, a croissant, "
        "a salad, a cheese, an apple, a carrot, a cookie, a steak"
    ),
    "fruit": "an apple, a banana, a strawberry, grapes, a pineapple, a lemon, a cherry, a peach, a watermelon",
    "vegetable": "a carrot, a tomato, broccoli, a potato, an onion, an eggplant, a corn, a pepper, a mushroom",
    "woodland animal, forest animal": "a fox, an owl, a bear, a deer, a rabbit, a hedgehog, a badger, a raccoon",
    "farm animal": "a cow, a pig, a sheep, a horse, a chicken, a duck, a goat, a dog, a turkey",
    "sea animal, ocean animal, sea creature": "a whale, a dolphin, an octopus, a crab, a turtle, a shark, a seal",
    "safari animal, jungle animal": "a lion, an elephant, a giraffe, a zebra, a tiger, a hippopotamus, a leopard",
    "animal": "a cat, a dog, a fox, a rabbit, a bear, a panda, a lion, an owl, a penguin",
    "travel": (
        "an airplane, a suitcase, a camera, a compass, a palm tree, a tent, a map, a ship, sunglasses, "
        "a train, a bed, a globe"
    ),
    "office, business": (
        "a briefcase, a laptop, a clipboard, a calendar, a pen, a telephone, an envelope, a folder, a printer"
    ),
    "sport": (
        "a soccer ball, a basketball, a tennis racket, a baseball, a trophy, a volleyball, a bicycle, skis, a medal"
    ),
    "music": "a guitar, a piano, a drum, a trumpet, a violin, a saxophone, a microphone, headphones, a radio",
    "space": "a rocket, a planet, a star, an astronaut, a ufo, a moon, a satellite, a telescope, a comet",
    "christmas": "a christmas tree, a snowman, a gift, a bell, a candle, a reindeer, a sock, a star, a cookie",
    "halloween": "a pumpkin, a ghost, a bat, a spider, a skull, a black cat, a candle, a witch hat, a candy",
    "medical, health": (
        "a pill, a syringe, a stethoscope, a thermometer, an ambulance, a microscope, a heart, a hospital, a bandage"
    ),
    "school, education": (
        "a book, a pencil, a backpack, a ruler, a globe, a microscope, a notebook, a graduation cap, a scissors"
    ),
    "transport, vehicle": (
        "a car, a bus, a bicycle, a train, an airplane, a ship, a motorcycle, a truck, a helicopter"
    ),
    "rpg, game item, inventory, fantasy": (
        "a sword, a shield, a potion, a key, a coin, a bow and arrow, a crown, a gem, a scroll"
    ),
    "kitchen, cooking": "a pot, a knife, a spoon, a fork, a kettle, a toaster, a plate, a cup, a bottle",
    "garden, plant": (
        "a flower, a cactus, a tree, a seedling, a watering can, a shovel, a mushroom, a sunflower, a leaf"
    ),
    "beach, summer": (
        "a sun, a palm tree, an umbrella, a surfboard, a shell, sunglasses, an ice cream, a crab, a coconut"
    ),
    "finance, banking, bank, money, fintech, accounting, budget": (
        "a gold coin, a credit card, a bank, a chart increasing, a money bag, a receipt, "
        "a calculator, a lock, a wallet, a briefcase, a key, a calendar"
    ),
    "real estate, property, housing, home": (
        "a house, a key, an apartment building, a bed, a bathtub, a couch, a door, a tree, a garage"
    ),
    "fitness, gym, workout, health tracking": (
        "a dumbbell, a running shoe, a heart, a stopwatch, a bicycle, a water bottle, an apple, a medal, a trophy"
    ),
    "cleaning, laundry, household": (
        "a broom, a bucket, a sponge, a soap, a basket, a washing machine, a t-shirt, a trash can, a water drop"
    ),
    "baby, kids, toy": (
        "a baby bottle, a teddy bear, a balloon, a toy train, a kite, a duck, a ball, a rocking horse, a yo-yo"
    ),
    "pet, veterinary": "a dog, a cat, a rabbit, a fish, a parrot, a bone, a paw print, a hamster, a turtle",
    "coffee, cafe, bakery": (
        "a cup of coffee, a croissant, a doughnut, a cupcake, a teapot, a cookie, a bagel, a pretzel, a glass of milk"
    ),
    "camping, hiking, outdoor": (
        "a tent, a campfire, a backpack, a compass, a map, a hiking boot, a flashlight, a mountain peak, a canoe"
    ),
    "wedding, love, valentine": (
        "a ring, a bouquet, a heart, a wedding cake, a dove, a champagne bottle, a love letter, a bell, a rose"
    ),
    "environment, ecology, sustainab, green energy": (
        "a leaf, a wind turbine, a battery, a water drop, a tree, a sun, a globe, a bicycle, a seedling"
    ),
    "security, privacy, cyber": ("a lock, a key, a shield, a camera, a laptop, a fingerprint, a bell, an eye, a safe"),
    "legal, law": "a balance scale, a gavel, a book, a briefcase, a scroll, a pen, a courthouse, a handshake, a shield",
    "delivery, logistics, shipping": (
        "a package, a truck, a map, a pin, a motorcycle, a ship, an airplane, a clock, a clipboard"
    ),
    "restaurant, dining, menu": (
        "a plate, a pizza, a wine glass, a hamburger, a cup of coffee, an ice cream, a steak, a fish, a salad"
    ),
    "construction, tool": "a hammer, a wrench, a screwdriver, a saw, a hard hat, a brick, a crane, a ruler, a ladder",
    "birthday, party": (
        "a birthday cake, a balloon, a gift, a party popper, a cupcake, a pinata, a candle, a crown, a candy"
    ),
    "autumn, fall": (
        "a maple leaf, a pumpkin, an acorn, a mushroom, a sweater, a pie, a squirrel, a candle, an umbrella"
    ),
    "winter": "a snowflake, a snowman, a glove, a scarf, a sled, skis, a hot chocolate, an ice skate, a fir tree",
    "productivity, project management, task": (
        "a clipboard, a calendar, a check mark, a bell, a clock, a folder, a light bulb, a chart increasing, a target"
    ),
    "art, craft, design": (
        "a palette, a paintbrush, a pencil, scissors, a ruler, a camera, a crayon, a yarn, a sewing needle"
    ),
    "tech, technology, web, ui": (
        "a laptop, a phone, a cloud, a lock, a magnifying glass, an envelope, a camera, a gear, a calendar"
    ),
    "e-commerce, ecommerce, shopping": (
        "a shopping cart, a shopping bag, a credit card, a package, a truck, a gift, a receipt, a label, a star"
    ),
    "social media": (
        "a heart, a megaphone, a camera, a bell, a star, an envelope, a magnifying glass, a smartphone, a globe, a key"
    ),
}
"""Words for what a set of icons or stickers is about -> its things, where the prompt names none."""

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
    "lo-fi, lofi, chillhop": "a cat and a lamp by the window at night",
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
    "gardening, garden center": "a watering can, a shovel and flowers in a garden",
    "travel, vacation, tourism": "an airplane over a beach",
    "coffee shop, cafe, café, coffee": "a cup of coffee in a cafe",
    "restaurant, food blog, catering": "plates of food in a restaurant",
    "bakery": "bread and croissants in a cafe",
    "fitness, gym, workout": "an athlete in a gym",
    "education, online course, e-learning, school, university": "books and a globe in a library",
    "real estate, property": "a house with a garden",
    "pet shop, pet store, pet care, dog walking, veterinar": "a dog and a cat in a park",
    "saas, software, startup, developer, tech company, cloud platform, api": (
        "a laptop and a plant on a desk in an office"
    ),
    "yoga, wellness, meditation, spa": "a woman meditating on a beach at sunset",
    "farm, organic": "a tractor on a farm",
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
    "weather": "a sun, a cloud, an umbrella, a snowflake, a rainbow, a tornado, a moon, a thermometer",
    "food": "a hamburger, a pizza, a taco, a doughnut, an ice cream, a hot dog, sushi, a pretzel, a cupcake",
    "fruit": "an apple, a banana, a strawberry, grapes, a pineapple, a lemon, a cherry, a peach, a watermelon",
    "vegetable": "a carrot, a tomato, broccoli, a potato, an onion, an eggplant, a corn, a pepper, a mushroom",
    "animal": "a cat, a dog, a fox, a rabbit, a bear, a panda, a lion, an owl, a penguin",
    "travel": "an airplane, a suitcase, a camera, a compass, a palm tree, a tent, a map, a ship, sunglasses",
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
    "tech, technology, web, ui, app": (
        "a laptop, a phone, a cloud, a lock, a magnifying glass, an envelope, a camera, a gear, a calendar"
    ),
    "e-commerce, ecommerce, shopping": (
        "a shopping cart, a shopping bag, a credit card, a package, a truck, a gift, a receipt, a label, a star"
    ),
    "social media": (
        "a heart, a thumbs up, a speech balloon, a camera, a bell, a star, an envelope, a magnifying glass, a pin"
    ),
}
"""Words for what a set of icons or stickers is about -> its things, where the prompt names none."""

"""Places that visitors are given a map of: what they are called, and what is to be seen there."""

PLACES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "theme park, amusement park, water park, fun park, carnival, fairground": ("Theme park", (
        ("Roller coaster", "roller coaster"), ("Ferris wheel", "ferris wheel"), ("Carousel", "carousel horse"),
        ("Food court", "hamburger"), ("Fairy castle", "castle"), ("Magic show", "top hat"), ("Boat ride", "canoe"),
        ("Shop", "shopping bag"), ("Entrance", "ticket"))),
    "zoo, safari park, wildlife park, animal park": ("Zoo", (
        ("Lions", "lion"), ("Elephants", "elephant"), ("Penguins", "penguin"), ("Giraffes", "giraffe"),
        ("Monkeys", "monkey"), ("Crocodiles", "crocodile"), ("Aquarium", "tropical fish"), ("Café", "cup of coffee"),
        ("Entrance", "ticket"))),
    "campus, university campus, college campus, school campus, university, college": ("Campus", (
        ("Library", "books"), ("Science lab", "microscope"), ("Sports hall", "basketball"),
        ("Lecture hall", "graduation cap"),
        ("Canteen", "pizza"), ("Dormitory", "house"), ("Theatre", "guitar"), ("Computer centre", "laptop"),
        ("Bus stop", "bus"))),
    "resort, beach resort, hotel resort, holiday village": ("Resort", (
        ("Beach", "palm tree"), ("Restaurant", "plate of food"), ("Spa", "lotus"), ("Tennis", "tennis racket"),
        ("Bungalows", "house"), ("Marina", "sailboat"), ("Kids' club", "teddy bear"), ("Bar", "cocktail"),
        ("Reception", "bell"))),
    "national park, nature reserve, campground, campsite, summer camp, state park": ("National park", (
        ("Campsite", "tent"), ("Lake", "canoe"), ("Peak", "mountain peak"), ("Bear valley", "bear"),
        ("Campfire", "campfire"),
        ("Ranger station", "house"), ("Eagle view", "eagle"), ("Old forest", "pine tree"), ("Parking", "car"))),
    "music festival, festival, fair, street fair, festival grounds, street festival": ("Festival", (
        ("Main stage", "guitar"), ("Small stage", "microphone"), ("Camping", "tent"), ("Tacos", "taco"),
        ("Bar", "beer mug"), ("Market", "shopping bag"), ("First aid", "ambulance"), ("Parking", "car"),
        ("Entrance", "ticket"))),
    "farm, petting farm, orchard farm": ("Farm", (
        ("Cows", "cow"), ("Horses", "horse"), ("Chickens", "chicken"), ("Sheep", "sheep"), ("Tractor shed", "tractor"),
        ("Orchard", "apple"), ("Pumpkins", "pumpkin"), ("Farmhouse", "house"), ("Farm shop", "basket"))),
    "museum, science museum, history museum": ("Museum", (
        ("Dinosaurs", "t-rex"), ("Space", "rocket"), ("Ancient Egypt", "camel"), ("Paintings", "framed picture"),
        ("Music", "violin"), ("Sea", "whale"), ("Knights", "shield"), ("Café", "cup of coffee"),
        ("Tickets", "ticket"))),
    "shopping mall, mall, shopping center, shopping centre, market": ("Shopping mall", (
        ("Fashion", "dress"), ("Shoes", "running shoe"), ("Books", "books"), ("Toys", "teddy bear"),
        ("Electronics", "laptop"), ("Food court", "pizza"), ("Cinema", "clapper board"), ("Café", "cup of coffee"),
        ("Parking", "car"))),
    "ski resort, ski area": ("Ski resort", (
        ("Peak", "mountain peak"), ("Ski school", "ski"), ("Ski lift", "cable car"), ("Snow park", "snowman"),
        ("Forest run", "pine tree"), ("Hut", "house"), ("Sled hill", "sled"), ("Café", "cup of coffee"),
        ("Parking", "car"))),
    "botanical garden, garden, city park, park": ("Garden", (
        ("Roses", "rose"), ("Tulips", "tulip"), ("Cactus house", "cactus"), ("Palm house", "palm tree"),
        ("Pond", "duck"), ("Oak lawn", "tree"), ("Playground", "playground slide"), ("Café", "cup of coffee"),
        ("Entrance", "ticket"))),
}  # fmt: skip
"""What prompts call them -> a title, and names with the things that stand for them."""

PHRASES = ", ".join(
    phrase
    for names in PLACES
    for name in names.split(", ")
    for phrase in (f"map of a {name}", f"map of the {name}", f"map of our {name}", f"{name} map", f"map for a {name}",
                   f"illustrated map of a {name}", f"visitor map of a {name}")
)  # fmt: skip

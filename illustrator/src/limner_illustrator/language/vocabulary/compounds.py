"""Compounds that their last word alone would not explain."""

from limner_illustrator.language.vocabulary import other_things

SCENES = {
    "remote work": "a person with a laptop at a desk",
    "remote working": "a person with a laptop at a desk",
    "remote worker": "person with a laptop at a desk",
    "home office": "a desk with a laptop and a lamp in an office",
    "work from home": "a person with a laptop at a desk",
    "scuba diver": "diver underwater",
    "scuba divers": "divers underwater",
    "1girl": "one girl",
    "1boy": "one boy",
    "2girls": "two girls",
    "2boys": "two boys",
    "working from home": "a person with a laptop at a desk",
    "online learning": "a student with a laptop at a desk",
    "online course": "a student with a laptop at a desk",
    "distance learning": "a student with a laptop at a desk",
    "video call": "a person with a laptop at a desk",
    "video conference": "a person with a laptop at a desk",
    "online meeting": "a person with a laptop at a desk",
    "team meeting": "three people in an office",
    "business meeting": "three businessmen in an office",
    "team collaboration": "three people with a laptop in an office",
    "brainstorming session": "three people with a light bulb in an office",
    "customer support": "a person wearing headphones with a laptop at a desk",
    "customer service": "a person wearing headphones with a laptop at a desk",
    "book club": "three people reading books",
    "birthday party": "a birthday cake with balloons and presents",
    "having a tea party": "beside a teapot and cupcakes",
    "tea party": "a table with a teapot and cupcakes",
    "camping trip": "a tent with a campfire in a forest",
    "moon landing": "an astronaut with a flag on the moon",
    "science experiment": "a scientist with a test tube in a laboratory",
    "wedding ceremony": "a bride and groom",
    "live music": "a singer with a microphone on stage",
    "china shop": "shop with vases",
    "horse drawn carriage": "carriage next to a horse",
    "horse drawn cart": "cart next to a horse",
    "horse drawn wagon": "wagon next to a horse",
    "horse drawn sleigh": "sleigh next to a horse",
    "river bank": "riverbank",
    "traffic jam": "cars on a street",
    "rush hour traffic": "cars on a street",
    "space suit": "astronaut suit",
    "tree house": "treehouse",
    "tree houses": "treehouses",
    "back pack": "backpack",
    "back packs": "backpacks",
    "cat fish": "catfish",
    "crow bar": "crowbar",
    "light house": "lighthouse",
    "light houses": "lighthouses",
    "grave yard": "graveyard",
    "court house": "courthouse",
    "river banks": "riverbank",
    "making a snowman": "building a snowman",
    "drone shot": "aerial view",
    "drone photo": "aerial view",
    "drone view": "aerial view",
    "navy seal": "soldier",
    "navy seals": "soldiers",
    "football match": "two soccer players with a soccer ball in a stadium",
    "soccer match": "two soccer players with a soccer ball in a stadium",
    "soccer game": "two soccer players with a soccer ball in a stadium",
    "tennis match": "two tennis players on a tennis court",
    "boxing match": "two boxers",
    "baseball game": "two baseball players in a stadium",
    "basketball game": "two basketball players on a basketball court",
    "chess match": "two people playing chess",
    "river bed": "river",
    "riverbed": "river",
    "bed of roses": "rose garden",
    "bed of tulips": "tulip garden",
    "bed of flowers": "flower garden",
    "bolt of lightning": "lightning bolt",
    "bolts of lightning": "lightning bolts",
    "block of ice": "ice",
    "blocks of ice": "ice",
    "block of cheese": "cheese",
    "stalk of celery": "celery",
    "stalks of celery": "celery",
    "head of lettuce": "lettuce",
    "ear of corn": "corn",
    "ears of corn": "corn cobs",
    "clove of garlic": "garlic",
    "sun rose": "sunrise",
    "hundred dollar bill": "banknote",
    "hundred dollar bills": "banknotes",
    "dollar bill": "banknote",
    "dollar bills": "banknotes",
    "circles overhead": "flies",
    "circling overhead": "flying",
    "flies overhead": "flies",
    "flying overhead": "flying",
    "overhead lamp": "lamp",
    "overhead light": "lamp",
}
SCENES |= other_things.SHOWN_AS
"""Compounds and phrases -> what shows them."""

_VIEWS = (
    "side view, back view, rear view, low angle, low angle shot, from behind, seen from behind, from below, seen "
    "from below, away from the camera, upside down, inside out, fisheye lens, fish eye lens, tilt shift, motion "
    "blur, double exposure, long exposure, worm's eye view, worm's-eye view, three quarter view, three quarters "
    "view, cross section, cutaway view, x ray view, split screen, mirror image, in reverse"
)
_LEFT_OUT = """
floor plan, wax seal, seal of approval, blade of grass, blades of grass, bull
market, bear market, stock market, stock exchange, real estate, machine learning,
deep learning, neural network, reinforcement learning, computer science, computer vision, data science, big data,
customer satisfaction, customer journey, user interface, user experience, user journey, supply chain, cash flow, cash
cow, rat race, pet peeve, red herring, cold turkey, brain drain, cloud computing, cloud storage, cloud migration, web
hosting, server rack, data center, data centre, server room, mouse pad, mouse trap, butterfly net, pinball machine,
slot machine, answering machine, time machine, fire escape, fire drill, bottle opener, can opener,
lemon squeezer, garlic press, door knob, door handle, door bell, car wash, car insurance, health
insurance, life insurance, health care, child care, pet care, skin care, hair care, foot care, work life balance,
work-life balance, mental health, public health, climate change, global warming, greenhouse effect, food chain, food
waste, food safety, piggy back, horse power, bug report, bug fix, bug bounty, memory leak, race condition, stack
overflow, pull request, code review, open source, source code, command line, search engine, spider veins, crow's feet,
hot desk, snail mail, fish eye, bird flu, swine flu, chicken pox, goose bumps, cat nap, dog tag, dog days, dog food,
cat food, pet food, cat litter, cat flap, cat scan, ant hill, tree line, tree bark, tree trunk, tree stump, corn dog,
tiger lily, goat cheese, horse chestnut, egg plant, pine nut, head start, bed bug, case study, cover letter, test tube
baby, mind map, road map, roadmap, site map, heat map, bank holiday, bank statement, bank account, bank transfer, bat
signal, fire alarm, heart attack, heart break, brain storm, brain freeze, eye liner, eye brow, head line, lunch break,
coffee break, cold front, honey moon, cat walk, dog fight, bear hug, bird brain, bee line, butterfly effect, pig tail,
turtle neck, lion's share, crocodile tears, melon baller, man hole, man power, pot hole, pot luck, pot belly, egg
head, earth quake, star wars, apple watch, banana republic, sun burn, moon walk, port wine, air bag, air pump, air
force, air fryer, air conditioner, memory card, power point, music stand, web site, sugar daddy, night shift, family
tree, phone tree, decision tree, binary tree, syntax tree, christmas card, birthday card, greeting card, business
card, credit card, gift card, report card, playing field, level playing field, ice breaker, icebreaker session,
elevator pitch, glass ceiling, ivory tower, great wall of china, great wall, blade runner, cloud server, web server,
mail server, file server, database server, server farm, bread winner, apple pay, bus factor, water cooler talk, paper
trail, violin bow, boxing ring, coil spring, python code, java code, ruby code, rust code, shell code, git branch,
software bug, browser cookie, docker container, animal pen, car trunk, eye pupil, formal ball, playing diamond, human
organ, rubber seal, safety drill, home run, piano key, piano keys, keyboard key, key ring, key chain, electric fan,
ceiling fan, desk fan, table fan, standing fan, cooling fan, yard sale, garage sale, gold bar, gold bars, cake batter,
paper work, paperwork, house work, home work, team work, art work, frame work, ground work, net work, body work
"""
_NOT_PLACES = {
    "bar": (
        "loading progress space tool task menu status scroll search nav navigation side address tab title gold silver "
        "steel iron protein energy granola cereal muesli soap crow pull tow handle roll"
    ),
    "bank": "power data blood food sperm memory piggy",
    "pool": "car tide gene talent betting motor worker thread whirl cess",
    "port": "usb serial hdmi charging parallel network ethernet docking",
    "field": "magnetic force electric gravity gravitational text input form mine data",
    "lake": "data",
    "market": "job labor labour housing bond currency",
    "room": "chat head wiggle elbow",
    "stage": "rocket sleep life",
    "space": "white crawl name disk storage state",
    "wall": "fire pay",
    "band": "rubber wedding elastic arm wrist frequency hair head sweat",
    "yard": "junk ship steel rail",
    "bed": "river oyster sea",
    "jam": "paper log",
    "cam": "web dash",
    "tunnel": "carpal wind",
}
"""Last word -> words before it that make it no place, and no group of people."""
_HIDDEN = " ".join(f"{word} {head}," for head, words in _NOT_PLACES.items() for word in words.split())
LEFT_OUT = frozenset(
    " ".join(phrase.split())
    for phrase in f"{_HIDDEN} {_LEFT_OUT}, {other_things.NOT_DRAWN}, {_VIEWS}".replace("\n", " ").split(",")
)
"""Compounds of which nothing is drawn, though their words name things."""

PICTURES = (
    "phone wallpaper, iphone wallpaper, mobile wallpaper, desktop wallpaper, computer wallpaper, laptop "
    "wallpaper, tablet wallpaper, phone background, desktop background, computer background, phone lock screen, "
    "lock screen, lockscreen, home screen, splash screen, loading screen, mobile app splash screen, app splash "
    "screen, welcome screen, landing page, landing page hero, web page, mobile app, phone app, app screen, empty "
    "state, error page, looking at the camera, looking at camera, facing the camera, facing camera, at the "
    "camera, for the camera, into the camera, to the camera, toward the camera, towards the camera, looking into "
    "the camera, looking at the viewer, looking at viewer, facing the viewer, onboarding screen, screen saver, "
    "title screen, book illustration, magazine cover, phone screen background, app onboarding, social media post, "
    "social media banner, instagram post, youtube thumbnail, blog header, blog post header, email header, "
    "newsletter header, header image, cover image, cover art, profile picture, god rays, crepuscular rays, "
    "limited palette, limited color palette, color palette, colour palette, muted palette, pastel palette, high "
    "key lighting, high key, low key lighting, low key, key light, key lighting, key visual, key art, character "
    "sheet, character turnaround, model sheet, rice paper, lens flare, lens flares, light leak, light leaks, ray "
    "tracing, path tracing, cel shading, cel shaded, cross hatching, kodak portra, kodak portra 400, soft box, "
    "softbox, catchlight, catchlights, dutch angle, chiaroscuro, anamorphic, anamorphic lens, seamless backdrop, "
    "matte painting, film still, movie still, paper texture, canvas texture, dust and scratches, halftone dots, "
    "brush strokes, brush stroke, brushstrokes, color grading, colour grading, tone mapped, tone mapping, "
    "wildlife photography, street photography, fashion photography, food photography, fashion editorial, "
    "editorial photo, action shot, action cam, negative space, golden ratio, white border, black border, drop "
    "shadow, hard surface, splash art, line art, cover photo, hand drawn animation, cycles render, cinema 4d, "
    "shutter speed, f stop, prime lens, zoom lens, kit lens, camera lens, wide lens, macro lens, telephoto lens, "
    "film strip style, studio strobe, beauty dish, photo studio lighting, eye contact, "
    "head room, safe area, bleed area, crop marks, paper cutout style"
)
"""Compounds that mean the picture itself, or how it is made."""

LOOKS = frozenset({
    "colored", "coloured", "themed", "inspired", "flavored", "flavoured", "scented", "patterned", "printed", "based",
    "related", "friendly", "powered", "driven", "free", "proof", "resistant", "infused",
})  # fmt: skip
"""Participles that make an adjective of the noun before them: "rainbow colored"."""

AGENTS = frozenset({
    "rider", "jockey", "trainer", "keeper", "owner", "walker", "lover", "breeder", "tamer", "charmer", "watcher",
    "groomer", "sitter", "whisperer", "slayer", "herder", "handler", "player", "cleaner", "maker", "seller", "vendor",
    "collector", "repairman", "dealer", "fan", "enthusiast", "farmer", "inspector", "driver",
})  # fmt: skip
"""Last words that name a person by what he or she deals with."""

HIDING_HEADS = frozenset({
    "net", "case", "cover", "opener", "coop", "press", "plan", "light", "lights", "lighting", "holder", "rack",
    "strap", "leash", "feeder", "clip", "charger", "cable", "mount", "repair", "part", "dealership", "insurance",
    "rental", "service", "support", "work", "trade", "industry", "business", "company", "market", "management", "care",
    "safety", "security", "protection", "education", "therapy", "economics", "policy", "crisis", "statistics", "data",
    "analysis", "research", "review", "report", "strategy", "software", "development", "engineering", "integration",
    "protocol", "algorithm", "pipeline", "framework", "fee", "price", "sale", "cost", "budget", "tax", "allergy",
    "phobia", "population", "conservation", "adoption", "breeding", "workflow", "automation", "update", "feature",
    "function", "interface", "processing", "recognition", "detection", "learning", "training", "tutorial", "grater",
    "peeler", "squeezer", "knob", "handle", "hinge", "spray", "repellent", "trap", "cleaner", "polish", "wax",
    "liner", "remover", "rinse", "dispenser", "timer", "sensor", "detector", "controller", "adapter", "plug", "hook",
    "hanger", "pole", "post", "pump", "valve", "filter", "coat", "pad", "mat", "sleeve", "tape", "foil", "wrap",
    "powder", "oil", "sauce", "jam", "paste", "seed", "extract", "flavor", "flavour", "recipe", "subscription",
    "delivery", "reservation", "booking", "receipt", "license", "permit", "law", "tester", "kit", "gear", "supply",
    "accessory", "equipment", "component", "app", "website", "blog", "podcast", "channel", "account", "profile",
}) - {"coat", "gear"}  # fmt: skip
"""Last words of compounds that show nothing of their first words: "phone case", "cat food", "cloud security"."""

STATUES = frozenset({"statue", "sculpture", "bust"})
DEPICTIONS = STATUES | {"skeleton", "figurine", "ornament", "replica", "statuette"}
"""Last words of which the animal before them is drawn, although they have drawings of their own."""
SHOWING_HEADS = frozenset({
    "figurine", "ornament", "plushie", "sculpture", "statue", "costume", "pattern", "print", "motif", "design", "logo",
    "decal", "embroidery", "mural", "sketch", "doodle", "toy", "silhouette", "mosaic", "portrait", "meme", "mascot",
    "character", "avatar", "cartoon", "emoji", "icon", "sticker", "badge", "theme", "concept", "model", "skeleton",
    "replica", "illustration", "image", "photo", "art", "artwork", "scene", "vibe", "vibes", "aesthetic", "style",
    "collection", "set", "family", "couple", "duo", "group", "pair", "gang", "army", "crowd", "trio", "team", "pack",
    "background", "wallpaper", "arrangement", "display", "slice", "piece", "half", "shape", "version", "variant",
    "hybrid", "edition", "petal", "leaf", "leaves", "branch", "twig", "feather", "egg", "baby", "cub", "habitat",
    "sanctuary", "land", "kingdom", "world", "planet", "lineup", "row", "pile", "stack", "heap", "bunch", "ride",
    "drawing", "painting", "tattoo", "poster", "stamp", "clipart", "vector", "render", "photography", "picture",
    "close-up", "closeup", "asleep", "alone", "awake", "alive", "outside", "inside", "outdoors", "indoors", "together",
    "upside", "front", "back", "top", "side", "center", "middle", "left", "right", "view", "angle", "pose",
    "shadow", "reflection", "fantasy", "adventure", "dream", "story", "tale", "head", "face", "body",
})  # fmt: skip
"""Last words of compounds that show their first word all the same: "owl figurine", "wolf pack"."""

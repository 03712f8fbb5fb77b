"""Compounds that are no kind of what their last word names: a hair ball is no ball, and a tank top no tank.

Found by reading each compound of WordNet, and those of everyday English, whose last word has a drawing.
"""

NOT_DRAWN = """
alphabet letter, rib cage, cotton ball, dirt ball, hair ball, fly ball, net ball, paint ball, snow bank, truck bed,
test bed, oyster bed, spelling bee, dust bowl, gear box, juke box, voice box, sentry box, paddle box, bottle cap, ice
cap, polar ice cap, steam chest, hope chest, iron curtain, shower curtain, dust devil, magic eye, landing gear, spray
gun, glue gun, nail gun, staple gun, heat gun, black hole, key hole, keyhole, button hole, bounce house, bouncy
castle, life jacket, life vest, straight jacket, royal jelly, rowing machine, tennis ball machine, fog machine, bubble
machine, cash machine, karaoke machine, claw machine, popcorn machine, x-ray machine, stick man, death mask, gas mask,
ski mask, skull mask, plague doctor mask, safety net, power nap, clay pigeon, license plate, number plate, hot plate,
couch potato, onion ring, nose ring, ring toss, ring light, toe ring, fairy ring, scarf ring, teething ring, salad
spinner, drink coaster, fish scale, dragon scale, richter scale, nut shell, nutshell, egg shell, eggshell, tortoise
shell, turtle shell, taco shell, baking soda, baking powder, kidney stone, shoe tree, tongue twister, oil well, ink
well, inkwell, spinning wheel, prayer wheel, roulette wheel, color wheel, colour wheel, bird seed, cup holder, bumper
sticker, moon stone, snow angel, wind sock, windsock, wind screen, windscreen, green screen, smoke screen, silk
screen, sun screen, card castle, house of cards, nut cracker, nutcracker, tulip bulb, film strip, landing strip, power
strip, jack in the box, hand truck, sand bag, sandbag, garbage bag, trash bag, bin bag, railroad tie, zip tie, cable
tie, periodic table, water table, lion dance, cow hide, hop scotch, hopscotch, window glass, sea glass, plate glass,
pitch apple, barrel roll, drum roll, toilet roll, film roll, jelly roll, swiss roll, hair roller, paint roller, roller
blind, worm hole, wormhole, sink hole, sinkhole, pot hole, pothole, guitar pick, ice pick, tooth pick, toothpick,
phone charger, hand shadow, bed pan, toilet brush, toilet seat, ear plug, earplug, hand rail, handrail, blood bag,
dart gun, weight bench, cloud castle, crown moulding, wrecking ball, eye shadow, eye lash, eyelash, eye chart, ear
wax, earwax, nail clipper, turkey baster, clock hand, hour hand, minute hand, second hand, ink pot, hair clip, hair
net, pocket square, zipper pull, monkey bread, moon rover, mars rover, moon base, mars base, ghost town, wedding arch,
balloon arch, soul mate, book fair, boot camp, zebra crossing, pirate map, house party, fish farm, palette knife,
spirit level, dog whistle, guitar amp, guitar case, beer belly, sun spot, sunspot, star chart, shoe horn, soap opera,
car door, clock face, door frame, window frame, flight deck, swiss army knife, assault rifle, wind tunnel, time
tunnel, carpal tunnel, solar plexus, chicken pox, chicken wire, chicken feet, fish stick, rabbit foot, lamb chop, leg
of lamb, frog legs, shark fin, goose neck lamp, hand stand, arm rest, head rest, foot rest, head board, mother board,
score card, emery board, circuit board, ouija board, mood board, cork board, diving board, finish line, starting line,
zip line, conga line, fishing line, dead line, rubber band, rubber stamp, paper weight, paperweight, chalk outline,
glass blower, wood chipper, lawn sprinkler, tape measure, tape dispenser, hole punch, hole puncher, stapler, bed
frame, lamp shade, mosquito net, tennis net, volleyball net, fishing net, air freshener, apple core, rose petal,
coffee stain, wine stain, ink stain, ink blot, blood stain, blood cell, brain scan, car crash, plane crash, ship
wreck, shipwreck, train wreck, car engine, car chase, boat race, road kill, roadkill, fly swatter, fly paper, tennis
elbow, masquerade ball, fork in the road, hard drive, flash drive, usb drive, thumb drive, usb stick, bear claw, pit
stop, peach pit, cherry pit, olive pit, orchestra pit, mosh pit, musical scale, nursery rhyme, ship bow, stump
grinder, stool pigeon, clothes horse, saw horse, sawhorse, pommel horse, log book
"""
"""Left out, and named in the note."""

SHOWN_AS = {
    "fly fishing": "fishing",
    "cup of joe": "cup of coffee",
    "cup and saucer": "teacup",
    "cups and saucers": "teacups",
    "ray of light": "rays of light",
    "scale model of": "model of",
    "on a lead": "on a leash",
    "plant nursery": "greenhouse",
    "tree nursery": "greenhouse",
    "mummy and daddy": "mother and father",
    "china plate": "porcelain plate",
    "china plates": "porcelain plates",
    "china cup": "porcelain cup",
    "china teacup": "porcelain teacup",
    "china teapot": "porcelain teapot",
    "china vase": "porcelain vase",
    "china bowl": "porcelain bowl",
    "china doll": "porcelain doll",
    "cricket pitch": "stadium",
    "cricket ground": "stadium",
    "cricket player": "athlete",
    "mountain range": "mountains",
    "mountain ranges": "mountains",
    "world cup": "trophy",
    "swimming hole": "pond",
    "hobby horse": "rocking horse",
    "spider man": "spider-man",
    "meteor shower": "shooting stars",
    "baby shower": "balloons and presents",
    "bridal shower": "balloons and presents",
    "flying fox": "bat",
    "sheep dog": "dog",
    "ear ring": "earring",
    "ear rings": "earrings",
    "hand saw": "handsaw",
    "handsaw": "saw",
    "hand mirror": "mirror",
    "hand puppet": "puppet",
    "hand shake": "handshake",
    "fish market": "market",
    "fish pond": "fish in a pond",
    "koi pond": "koi fish in a pond",
    "duck pond": "ducks in a pond",
    "pony tail": "ponytail",
    "pig tails": "pigtails",
    "garlic bulb": "garlic",
    "bulb of garlic": "garlic",
    "sun rise": "sunrise",
    "sun set": "sunset",
    "moon light": "moonlight",
    "swimming trunks": "swimming shorts",
    "bull fighter": "matador",
    "horse race": "two jockeys riding horses",
    "coffee stand": "stall",
    "disco ball": "mirror ball",
    "bath robe": "robe",
    "bathrobe": "robe",
    "drum kit": "drums",
    "sand dune": "desert",
    "sand dunes": "desert",
    "bike helmet": "bicycle helmet",
    "neck lace": "necklace",
    "spot light": "spotlight",
    "wind shield": "windshield",
    "key chain": "keychain",
}
"""Compound -> the words that show it."""

ADJECTIVES = {
    "well dressed": "elegant",
    "well lit": "bright",
    "well worn": "worn",
    "well known": "famous",
    "well groomed": "neat",
    "well kept": "neat",
    "well fed": "chubby",
}
"""Compounds before a noun -> the word that means the same: a "well dressed man" has no well."""

ALIASES = {
    "tank top": "t-shirt", "chess king": "chess piece", "chess queen": "chess piece", "chess knight": "chess piece",
    "chess bishop": "chess piece", "chess rook": "chess piece", "cinnamon roll": "cupcake", "yellow jacket": "bee",
    "golf cart": "wagon", "go kart": "racing car", "go cart": "racing car",
    "sauce pan": "frying pan", "hot tub": "bathtub",
    "drum stick": "stick", "pike fish": "fish", "trapeze artist": "gymnast", "makeup artist": "hairdresser",
    "escape artist": "magician",
}  # fmt: skip
"""Compound -> the noun whose drawing is nearest; the note says so."""
NEAR = frozenset({
    ("spiral staircase", "own:steps"), ("bird bath", "own:fountain"), ("birdbath", "own:fountain"),
    ("rope bridge", "own:bridge"), ("honeycomb", "noto:honey-pot"), ("apple tree", "noto:deciduous-tree"),
    ("picnic table", "own:table"), ("fire pit", "own:campfire"), ("treadmill", "own:windmill"),
    ("golf cart", "own:wagon"), ("tank top", "noto:t-shirt"), ("rubber glove", "noto:gloves"),
    ("oven mitt", "noto:gloves"), ("sea lion", "noto:seal"), ("flying fox", "noto:bat"),
    ("cinnamon roll", "noto:cupcake"), ("jet ski", "noto:speedboat"), ("bonsai", "noto:deciduous-tree"),
})  # fmt: skip
"""(noun, drawing) of records whose drawing is only near."""

"""What people do with their hands and with each other: relation to the object -> action -> forms of the verb."""

from limner_illustrator.scene import RelationKind

ACTIVITIES: dict[RelationKind | None, dict[str, str]] = {
    "holding": {
        "knitting": "knitting, knits, crocheting, crochets",
        "sewing": "sewing, sews, stitching, embroidering, mending, darning",
        "pouring": "pouring, pours",
        "serving": "serving, serves",
        "cooking": ("cooking, cooks, stirring, stirs, frying, fries, grilling, sautéing, flipping, boiling, preparing"),
        "kneading": "kneading, kneads",
        "chopping": "chopping, chops, cutting, cuts, slicing, slices, dicing, peeling",
        "carrying": "carrying, carries, hauling, delivering, delivers",
        "lifting": "lifting, lifts, raising, hoisting, lifting up",
        "throwing": "spiking, spikes, pitching, throwing, throws, tossing, tosses, hurling",
        "tossing-up": "tossing up, throwing up into the air, flipping in the air",
        "baking": "baking, bakes",
        "aiming": "aiming, aims, shooting an arrow, shooting arrows, drawing her bow, drawing his bow, drawing a bow",
        "catching": "catching, catches",
        "dribbling": "dribbling, dribbles",
        "toasting": (
            "toasting with, toasting, clinking glasses of, raising a glass of, raising glasses of, making a toast with"
        ),
        "giving": "giving, gives, handing, handing over, hands over, offering, offers, presenting, passing",
        "painting": (
            "painting, paints, painting on, sketching, sketching a, painting a, painting an, painting the, painting a "
            "picture, painting a picture of, painting a portrait, painting a portrait of, painting a landscape, "
            "painting "
            "pictures, painting her, painting his, painting on a canvas"
        ),
        "writing": "writing, writes, writing in, writing on, signing, drawing a, drawing on, drawing with, "
        "drawing pictures",
        "typing": (
            "typing, types, typing on, typing at, working on a laptop, working at a laptop, working on a computer, "
            "working at a computer, using a laptop, using a computer"
        ),
        "roasting": "roasting, roasts",
        "lunging": "lunging for, lunging after",
        "juggling": "juggling, juggles, juggling with",
        "ironing": "ironing, irons",
        "playing": "playing the, plays the, strumming, playing a, playing an, plays a, plays an",
    },
    "beside": {
        "kicking": "kicking, kicks, kicked",
        "boxing": "punching, punches, hitting a punching bag, boxing with, boxing against",
        "hosing": (
            "putting out, puts out, extinguishing, extinguishes, hosing, hosing down, spraying water on, spraying "
            "water at, fighting a fire, fighting the fire, fighting fire"
        ),
        "pushing": "pushing, pushes, shoving",
        "pulling": "pulling, pulls, dragging, drags, tugging, towing",
        "leading": "leading, leads, guiding, guides",
        "digging": "digging, digs, digging up, planting, planting a, plants a, shoveling",
        "trimming": "trimming, trims, pruning, prunes, clipping",
        "sweeping": "sweeping, sweeps, sweeping up",
        "raking": "raking, rakes",
        "mopping": "mopping, mops",
        "vacuuming": "vacuuming, vacuums, hoovering",
        "watering": "watering, waters",
        "petting": "petting, pets, stroking, strokes, patting, pats",
        "feeding": "feeding, feeds",
        "walking": "walking with, walks with, strolling with, hiking with, taking a walk with",
        "running": "running with, runs with, jogging with, jogs with, racing with",
        "tending": (
            "rescuing, rescues, operating on, operates on, performing surgery on, braiding, plaiting, "
            "examining, examines, treating, treats, vaccinating, bandaging, massaging, comforting, comforts, "
            "consoling, checking, checks, healing, tickling, giving a massage to, giving a vaccine to"
        ),
        "washing": "washing, washes, scrubbing, rinsing",
        "repairing": "repairing, repairs, fixing, fixes",
        "hammering": "hammering, hammers",
        "sawing": "sawing, saws",
        "welding": "welding, welds",
        "teaching": "teaching, teaches, lecturing, tutoring",
        "reading": "reading to, reads to, reading a story to, reading a bedtime story to, reading a book to, reading "
        "stories to",
        "shaking-hands": "shaking hands with, shakes hands with",
        "high-fiving": "high-fiving, high fiving, giving a high five to",
        "holding-hands": "holding hands with, holds hands with, hand in hand with",
        "hugging": "hugging, hugs, embracing, cuddling with, cuddling, embraces",
        "kissing": "kissing, kisses",
        "waltzing": "waltzing with, dancing with, dances with",
        "wrestling": "wrestling, wrestles, wrestling with",
    },
    "looking_at": {
        "photographing": (
            "photographing, photographs, taking a photo of, taking photos of, taking a picture of, taking pictures of, "
            "filming, taking a photograph of"
        ),
        "pointing": "pointing at, points at, pointing to, points to",
        "fighting": "fighting, fighting with, fights with, fighting against",
        "talking": "talking to, talking with, speaking to, arguing with, chatting with, explaining to, "
        "telling a story to, telling stories to, telling a joke to, telling a secret to, whispering to, listening to a "
        "story from, interviewing, interviews",
        "aiming": "aiming at, aiming an arrow at",
        "scolding": "shouting at, shouts at, yelling at, yells at, screaming at, screams at, scolding, scolds",
    },
    "on": {"climbing": "climbing, climbs, climbing up, scaling", "sitting": "sliding down, slides down"},
    "in": {"rowing": "rowing, rows, paddling, canoeing in, kayaking in"},
    None: {
        "phoning": (
            "talking on the phone, talking on a phone, speaking on the phone, on the phone, calling someone, "
            "talking on her phone, talking on his phone, making a phone call, calling by phone, answering the phone, "
            "talking on a cell phone, talking on a cellphone, talking on a smartphone, talking on a mobile phone"
        ),
        "texting": (
            "texting, looking at her phone, looking at his phone, looking at a phone, using a phone, using "
            "a smartphone, scrolling on a phone, using his phone, using her phone, checking his phone, checking "
            "her phone"
        ),
        "photographing": "taking a photo, taking photos, taking a picture, taking pictures, taking a photograph",
        "yoga": "doing yoga, does yoga, practicing yoga, practising yoga, in a yoga pose",
        "meditating": "meditating, meditates",
        "praying": "praying, prays",
        "handstand": "doing a handstand, doing handstands, does a handstand, doing a headstand, standing on his hands, "
        "standing on her hands, practicing a handstand, in a handstand",
        "cartwheel": "doing a cartwheel, doing cartwheels, does a cartwheel, turning cartwheels, cartwheeling",
        "push-ups": "doing push ups, doing pushups, does push ups, doing press ups, doing a plank, planking, doing a "
        "push up, doing planks, does pushups",
        "sit-ups": "doing sit ups, doing situps, doing crunches, doing a sit up",
        "squatting": "squatting, squats, doing squats, squatting down, crouching, crouches, crouching down",
        "splits": "doing the splits, doing a split, does the splits, doing splits",
        "crawling": "crawling, crawls, crawling on all fours, on all fours",
        "kneeling": "kneeling, kneels, kneeling down",
        "stretching": "stretching, stretches, exercising, doing exercises, doing aerobics",
        "lifting": "lifting weights, lifts weights, weightlifting, doing weightlifting",
        "dunking": "dunking, dunks, slam dunking, dunking a basketball, shooting hoops",
        "dribbling": "playing basketball, plays basketball",
        "racketing": "playing tennis, plays tennis, playing badminton, playing squash, hitting a tennis ball",
        "golfing": "playing golf, plays golf, golfing, swinging a club, swinging his club, swinging her club, "
        "swinging a golf club",
        "swinging": "hitting a ball, hits a ball, hitting the ball, playing baseball, plays baseball, playing "
        "cricket, swinging a bat, swinging a baseball bat",
        "gaming": "playing video games, playing a video game, playing videogames, gaming",
        "brushing-teeth": "brushing her teeth, brushing his teeth, brushing their teeth, brushing teeth",
        "raking": "gardening, doing gardening, doing some gardening",
        "cards": "playing cards, plays cards, playing poker, playing a card game, playing bridge, dealing cards",
        "selfie": "taking a selfie, taking selfies, takes a selfie, posing for a selfie, taking a selfie with",
        "arm-wrestling": "arm wrestling, arm-wrestling, having an arm wrestling match",
        "blowing": "puffing, puffs, blowing out",
        "blowing-bubbles": "blowing bubbles, blowing soap bubbles",
        "fencing": "fencing, sword fighting, swordfighting, having a sword fight, fencing with swords",
        "boxing": "boxing, boxes with, shadow boxing",
        "walking": "taking her first steps, taking his first steps, taking its first steps, taking their first steps",
        "wrestling": "wrestling each other",
        "shaking-hands": "shaking hands, shake hands, handshake, in a handshake",
        "high-fiving": "high-fiving each other, giving a high five, giving each other a high five, doing a high five",
        "holding-hands": "holding hands, hold hands, hand in hand, walking hand in hand, walk hand in hand, strolling "
        "hand in hand, running hand in hand, walking together hand in hand, walking holding hands, standing hand in "
        "hand",
        "kissing": "kissing each other",
        "hugging": "hugging each other, sharing a hug",
        "waltzing": "waltzing, dancing together, dancing tango, dancing the tango, dancing a waltz, slow dancing",
        "toasting": "clinking glasses, making a toast, raising a toast, raising their glasses, raising a glass",
        "hosing": "fighting fires, spraying water with a hose",
        "clapping": "clapping, claps, applauding, clapping hands",
        "saluting": "saluting, salutes",
        "tying-shoes": "tying shoelaces",
        "blowing-kiss": "blowing a kiss, blows a kiss, blowing kisses, blowing him a kiss, blowing her a kiss",
        "manicure": "painting her nails, painting nails, doing her nails, filing her nails, polishing her nails",
        "plunging": "plunging",
        "snow-angel": "making a snow angel, making snow angels, making an angel in the snow",
        "thumbs-up": (
            "giving a thumbs up, giving the thumbs up, giving a thumbs-up, showing a thumbs up, with a thumbs up, "
            "with thumbs up, doing a thumbs up, gives a thumbs up"
        ),
        "pottery": (
            "shaping clay, shaping clay on a wheel, shaping clay on a potter's wheel, making pottery, throwing a pot, "
            "shaping a pot, shaping a pot on a wheel, making a pot on a wheel, working clay, spinning clay"
        ),
        "flexing": (
            "flexing, flexes, flexing his muscles, flexing her muscles, flexing their muscles, flexing his biceps, "
            "flexing her biceps, showing off his muscles, showing off her muscles"
        ),
        "scribbling": (
            "drawing on the wall, drawing on a wall, drawing on the walls, writing on the wall, writing on a wall, "
            "scribbling on the wall, scribbling on the walls, painting graffiti, spraying graffiti, painting graffiti "
            "on a wall, spraying graffiti on a wall, spray painting a wall, spray painting graffiti on a wall"
        ),
        "tugging": "playing tug of war, playing tug-of-war, in a tug of war, having a tug of war",
        "finishing": (
            "crossing the finish line, crosses the finish line, crossing a finish line, crossing the finishing line, "
            "winning a race, winning the race, winning a marathon, winning the marathon"
        ),
        "raising-hand": "raising a hand, raises a hand, hailing a taxi, hailing a cab",
        "splashing": (
            "splashing in a puddle, splashing in puddles, splashing in the puddles, splashing through puddles, "
            "jumping in a puddle, jumping in puddles, jumping in muddy puddles, jumping into a puddle, stomping in "
            "puddles, stomping in a puddle, playing in a puddle, playing in puddles, splashing in the mud"
        ),
        "bowing": "bowing, bows down, taking a bow",
        "pointing": "pointing, directing traffic, directing cars, directing the traffic, giving directions",
        "rolling-paint": (
            "rolling paint, painting a wall, painting the wall, painting walls, painting the walls, painting a room, "
            "painting the ceiling"
        ),
        "mowing": "mowing the lawn, mowing a lawn, mowing the grass, mowing, mows the lawn",
        "combing": "combing her hair, combing his hair, brushing her hair, brushing his hair, combing hair",
        "shaving": "shaving, shaves, shaving his face, shaving his beard",
        "making-up": (
            "applying lipstick, putting on lipstick, applying makeup, putting on makeup, applying make-up, doing "
            "her makeup"
        ),
        "mixing": "mixing, whisking, beating eggs, mixing dough, mixing batter, whisking eggs, stirring batter",
        "skiing": "skiing, skis down, skiing down",
        "skating": "skating, ice skating, ice-skating, figure skating, roller skating, roller-skating, skates",
        "proposing": "proposing, proposes, proposing to, proposing marriage to, asking for her hand",
        "skipping": "skipping rope, jumping rope, skips rope, jumps rope, skipping with a rope, jump roping",
        "cheering": "cheering, cheers, celebrating, celebrates, rejoicing",
        "standing": "cutting hair, cutting her hair, cutting his hair, styling hair, doing makeup, cutting "
        "someone's hair",
        "forging": "forging, forges, hammering a sword",
        "teaching": (
            "writing on a blackboard, writing on the blackboard, writing on a whiteboard, writing on the whiteboard, "
            "writing on a chalkboard, drawing on a blackboard, teaching a class, giving a lecture, giving a "
            "presentation"
        ),
        "crying": "crying, cries, weeping, sobbing",
        "shouting": "shouting, shouts, yelling, yells, screaming, screams",
        "laughing": "laughing, laughs, giggling, chuckling",
        "conducting": "conducting",
        "washing": "washing dishes, washing the dishes, doing the dishes, doing laundry",
        "singing": "singing, sings, sang, singing a song, singing karaoke",
    },
}

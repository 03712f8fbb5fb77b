"""What people do with their hands and with each other: relation to the object -> action -> forms of the verb."""

from limner_illustrator.scene import RelationKind

ACTIVITIES: dict[RelationKind | None, dict[str, str]] = {
    "holding": {
        "knitting": "knitting, knits, crocheting, crochets",
        "sewing": "sewing, sews, stitching, embroidering, mending, darning",
        "pouring": "pouring, pours",
        "serving": "serving, serves",
        "cooking": (
            "cooking, cooks, stirring, stirs, frying, fries, grilling, sautéing, flipping, boiling, preparing, baking, "
            "bakes"
        ),
        "kneading": "kneading, kneads",
        "chopping": "chopping, chops, cutting, cuts, slicing, slices, dicing, peeling",
        "carrying": "carrying, carries, hauling, delivering, delivers",
        "lifting": "lifting, lifts, raising, hoisting, lifting up",
        "throwing": "throwing, throws, tossing, tosses, hurling, pitching",
        "catching": "catching, catches",
        "dribbling": "dribbling, dribbles",
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
        "juggling": "juggling, juggles, juggling with",
        "ironing": "ironing, irons",
        "playing": "playing the, plays the, strumming, playing a, playing an, plays a, plays an",
    },
    "beside": {
        "kicking": "kicking, kicks, kicked",
        "pushing": "pushing, pushes, shoving",
        "pulling": "pulling, pulls, dragging, drags, tugging, towing",
        "digging": "digging, digs, digging up, planting, planting a, plants a, shoveling",
        "sweeping": "sweeping, sweeps, sweeping up",
        "raking": "raking, rakes",
        "mopping": "mopping, mops",
        "vacuuming": "vacuuming, vacuums, hoovering",
        "watering": "watering, waters",
        "feeding": "feeding, feeds",
        "washing": "washing, washes, scrubbing, rinsing",
        "repairing": "repairing, repairs, fixing, fixes",
        "hammering": "hammering, hammers",
        "sawing": "sawing, saws",
        "welding": "welding, welds",
        "teaching": "teaching, teaches, lecturing, tutoring",
        "shaking-hands": "shaking hands with, shakes hands with",
        "high-fiving": "high-fiving, high fiving, giving a high five to",
        "holding-hands": "holding hands with, holds hands with, hand in hand with",
        "hugging": "hugging, hugs, embracing, cuddling with, cuddling, embraces",
        "kissing": "kissing, kisses",
        "waltzing": "waltzing with, dancing with, dances with",
        "boxing": "boxing with, boxing against",
        "wrestling": "wrestling, wrestles, wrestling with",
    },
    "looking_at": {
        "photographing": (
            "photographing, photographs, taking a photo of, taking photos of, taking a picture of, taking pictures of, "
            "filming, taking a photograph of"
        ),
        "pointing": "pointing at, points at, pointing to, points to",
        "fighting": "fighting, fighting with, fights with, fighting against",
        "talking": "talking to, talking with, speaking to, arguing with, chatting with, explaining to",
        "aiming": "aiming at, aiming an arrow at",
    },
    "on": {"climbing": "climbing, climbs, climbing up, scaling"},
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
        "kneeling": "kneeling, kneels, kneeling down",
        "stretching": "stretching, stretches, exercising, doing exercises, doing aerobics",
        "lifting": "lifting weights, lifts weights, weightlifting, doing weightlifting",
        "dunking": "dunking, dunks, slam dunking, dunking a basketball, shooting hoops",
        "dribbling": "playing basketball, plays basketball",
        "racketing": "playing tennis, plays tennis, playing badminton, playing squash, hitting a tennis ball",
        "golfing": "playing golf, plays golf, golfing",
        "swinging": "hitting a ball, hits a ball, hitting the ball, playing baseball, plays baseball, playing "
        "cricket, swinging a bat, swinging a baseball bat",
        "gaming": "playing video games, playing a video game, playing videogames, gaming",
        "brushing-teeth": "brushing her teeth, brushing his teeth, brushing their teeth, brushing teeth",
        "blowing-bubbles": "blowing bubbles, blowing soap bubbles",
        "boxing": "boxing, boxes with",
        "wrestling": "wrestling each other",
        "shaking-hands": "shaking hands, shake hands, handshake, in a handshake",
        "high-fiving": "high-fiving each other, giving a high five, giving each other a high five, doing a high five",
        "holding-hands": "holding hands, hold hands, hand in hand",
        "kissing": "kissing each other",
        "hugging": "hugging each other, sharing a hug",
        "waltzing": "waltzing, dancing together, dancing tango, dancing the tango, dancing a waltz, slow dancing",
        "clapping": "clapping, claps, applauding, clapping hands",
        "saluting": "saluting, salutes",
        "bowing": "bowing, bows down, taking a bow",
        "pointing": "pointing",
        "rolling-paint": (
            "painting a wall, painting the wall, painting walls, painting the walls, painting a room, painting the "
            "ceiling"
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
        "laughing": "laughing, laughs, giggling, chuckling",
        "conducting": "conducting, conducting an orchestra, conducts",
        "washing": "washing dishes, washing the dishes, doing the dishes, doing laundry",
        "singing": "singing, sings, sang, singing a song, singing karaoke",
    },
}

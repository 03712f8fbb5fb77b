"""What stands for a trade, a business, an event or a genre in a design, where the prompt names no things."""

THEMES: dict[str, str] = {
    "cup of coffee": (
        "coffee shop, coffee house, coffeehouse, coffee bar, coffee roaster, coffee roastery, coffee roasters, café, "
        "cafe, barista, espresso bar, coffee brand, coffee company"
    ),
    "croissant": "bakery, bake shop, baker, patisserie, pastry shop, bakeries",
    "cupcake": "bake sale, cupcake shop, cake shop, dessert shop, pastry chef",
    "camera": "photographer, photography studio, photography, photo studio, photography business, photo club",
    "toothbrush": "dentist, dental clinic, dental practice, orthodontist, dentistry",
    "balance scale": "lawyer, law firm, attorney, legal services, notary, solicitor, law office",
    "wrench": "plumber, plumbing company, mechanic, handyman, auto repair shop, repair shop, garage, repair service",
    "bouquet": "florist, flower shop, wedding, wedding planner, wedding party",
    "scissors": "hairdresser, hair salon, barber, barbershop, barber shop, tailor, hair stylist, hairstylist",
    "books": (
        "bookstore, bookshop, library, book club, publisher, publishing house, reading group, librarian, book fair, "
        "used book store"
    ),
    "stethoscope": (
        "doctor, medical clinic, clinic, physician, healthcare company, health app, nurse, medical app, healthcare"
    ),
    "paw prints": (
        "veterinarian, vet clinic, pet shop, pet store, vet, dog walker, pet grooming, animal shelter, dog groomer, "
        "pet care"
    ),
    "laptop": (
        "software engineer, software developer, web developer, developer, programmer, software company, software "
        "engineering, tech company, tech startup, it consultant, web agency, coding bootcamp, hackathon, startup, "
        "saas, saas company, saas product, saas startup, computer shop, web design agency, tech conference, "
        "developer conference, software conference, data scientist"
    ),
    "artist palette": (
        "graphic designer, designer, art gallery, artist, art school, art class, art exhibition, painter, design "
        "studio, creative agency, art show, illustrator, art fair, art supply store"
    ),
    "house": (
        "real estate agent, realtor, real estate agency, real estate, real estate company, housing company, property "
        "management, estate agent, mortgage broker"
    ),
    "guitar": (
        "musician, music festival, rock concert, band, music store, guitar teacher, rock band, music school, folk "
        "concert, guitar shop, indie band, music shop, open mic night"
    ),
    "saxophone": (
        "jazz concert, jazz festival, jazz club, jazz band, jazz night, jazz, blues evening, blues night, "
        "blues concert, blues festival, blues band"
    ),
    "violin": "classical concert, orchestra, classical music concert, symphony, string quartet, chamber music",
    "studio microphone": (
        "podcast, stand-up comedy show, comedy night, comedy show, karaoke night, poetry slam, radio show, "
        "podcaster, singer"
    ),
    "mirror ball": "disco, disco party, dance party, club night, techno party, dj night, 80s party, silent disco",
    "headphone": "dj, music producer, music streaming app, electronic music festival, music app",
    "dumbbell": (
        "gym, fitness studio, personal trainer, fitness center, fitness club, fitness coach, fitness app, fitness "
        "brand, workout app, crossfit box"
    ),
    "lotus": (
        "yoga studio, yoga teacher, yoga class, meditation app, spa, wellness center, yoga retreat, massage studio, "
        "wellness brand, meditation studio"
    ),
    "airplane": (
        "travel agency, airline, travel agent, travel blog, travel company, travel app, travel website, flight "
        "booking app"
    ),
    "pizza": "pizzeria, pizza restaurant, pizza place, italian restaurant, pizza shop, trattoria",
    "sushi": "sushi bar, sushi restaurant, japanese restaurant",
    "taco": "mexican restaurant, taco truck, taco stand, taqueria, mexican food truck",
    "hamburger": (
        "burger joint, burger restaurant, fast food restaurant, food truck, burger bar, burger place, diner, bbq, "
        "barbecue"
    ),
    "curry": "indian restaurant, thai restaurant",
    "pot of food": (
        "restaurant, catering company, chef, bistro, food blog, caterer, steakhouse, private chef, food delivery "
        "app, recipe app, fine dining restaurant, food festival, recipe website"
    ),
    "beer mug": "brewery, craft brewery, pub, beer bar, sports bar, beer festival, oktoberfest, craft beer",
    "wine glass": "winery, wine bar, wine tasting, vineyard, wine shop, wine festival",
    "cocktail glass": "cocktail bar, cocktail party, rooftop bar, happy hour, cocktail lounge",
    "potted plant": (
        "garden center, gardening website, landscaper, plant shop, gardening app, gardener, landscaping company, "
        "gardening, gardening club, gardening blog, nursery, plant nursery, botanical garden, landscape architect"
    ),
    "carrot": (
        "farmers market, farmer's market, farmers' market, organic farm, grocery store, vegetable shop, farm shop, "
        "organic food brand, grocery delivery"
    ),
    "graduation cap": (
        "school, university, online course, tutor, graduation, graduation party, education app, learning platform, "
        "e-learning platform, online school, college, language school, education company"
    ),
    "abacus": "accountant, accounting firm, bookkeeper, tax advisor, accounting software",
    "bank": (
        "bank, banking app, mobile banking app, fintech startup, fintech company, investment firm, financial "
        "advisor, finance company, insurance company"
    ),
    "building construction": (
        "construction company, builder, contractor, architecture firm, architect, building company, architecture studio"
    ),
    "high voltage": "electrician, energy company, electric company, power company",
    "bicycle": "bike shop, bicycle shop, bike rental, cycling club, bike race, cycling race, bike repair",
    "running shoe": (
        "marathon, running club, sports store, fun run, 5k run, charity run, sneaker store, shoe store, running app, "
        "half marathon"
    ),
    "soccer ball": (
        "soccer club, soccer match, football club, soccer tournament, football tournament, sports club, soccer team, "
        "football match"
    ),
    "basketball": "basketball team, basketball tournament, basketball game",
    "chess pawn": "chess club, chess tournament",
    "🎮": (
        "gaming company, game studio, gaming tournament, esports team, gaming channel, game jam, video game "
        "tournament, game developer, gaming cafe, gaming night"
    ),
    "clapper board": (
        "film festival, movie night, cinema, film production company, film maker, filmmaker, video production "
        "company, movie theater, film club, videographer"
    ),
    "performing arts": "theater, theatre, theater play, theatre company, drama club, school play, theater festival",
    "rocket": "space company, space agency, product launch, launch party, startup launch, aerospace company",
    "jack-o-lantern": "halloween party, halloween, halloween event, haunted house event",
    "christmas tree": "christmas market, christmas party, christmas, holiday party, christmas concert, xmas party",
    "fireworks": (
        "new year's eve party, new years eve party, new year party, new year's party, fourth of july, independence day"
    ),
    "birthday cake": "birthday party, birthday, birthday celebration, kids birthday party, surprise party",
    "baby bottle": "baby shower, gender reveal",
    "broom": "cleaning service, cleaning company, cleaning business, housekeeping service, maid service",
    "automobile": "car dealership, taxi company, car rental, car wash, driving school, car show, car dealer",
    "delivery truck": (
        "moving company, delivery company, logistics company, courier service, delivery service, courier, "
        "delivery startup, delivery app, drone delivery, shipping company, freight company, delivery"
    ),
    "key": "locksmith, security company, password manager, cybersecurity company, vpn app, security app",
    "gem": "jewelry store, jeweler, jewellery shop, jewelry brand, jewelry shop, jewellery brand",
    "dress": "fashion brand, fashion show, clothing store, boutique, fashion designer, fashion blog, clothing brand",
    "lipstick": "nail salon, beauty salon, makeup artist, cosmetics brand, beauty brand, manicurist",
    "cloud": "weather app, cloud company, cloud storage app, cloud provider",
    "memo": "note taking app, notes app, writing app, journal app, copywriter, writer, blog",
    "clipboard": "todo app, to-do app, todo list app, to-do list app, task app, task manager, productivity app, "
    "to do list app, habit tracker",
    "money bag": "budget app, budgeting app, expense tracker, personal finance app, finance app, savings app",
    "speech balloon": "chat app, messaging app, messenger, chat application, chatbot",
    "calendar": "calendar app, scheduling app, booking app",
    "compass": "navigation app, maps app, hiking club, travel guide, adventure company, outdoor company",
    "tent": "campground, camping trip, summer camp, camping store, outdoor store, outdoor brand, outdoor gear",
    "surfboard": "surf school, surf shop, swimming school, surf club, swim club, surf brand, surfing contest",
    "ice cream": "ice cream shop, ice cream parlor, gelateria, ice cream truck, gelato shop",
    "honey pot": "honey brand, honey producer, honey farm",
    "teapot": "tea shop, tea house, tea brand, tea company, tea party, tea room",
    "doughnut": "donut shop, doughnut shop",
    "candle": "candle brand, candle company, candle shop, candle maker",
    "cat": "cat cafe, cat café",
    "dog": "dog show, dog adoption event, pet adoption event, dog training school",
    "globe": "recycling company, recycling campaign, sustainability company, zero waste shop",
    "seedling": (
        "environmental organization, earth day, sustainability report, climate conference, eco brand, sustainable "
        "brand, tree planting event, environmental charity, ngo"
    ),
    "red heart": (
        "charity, nonprofit, non-profit, charity event, valentine's day, valentines day, dating app, valentine, "
        "blood drive, fundraiser, charity gala"
    ),
    "light bulb": (
        "idea conference, innovation lab, consulting firm, consultancy, consultant, marketing agency, innovation summit"
    ),
    "chart increasing": (
        "marketing conference, analytics company, data company, analytics platform, trading app, stock trading app, "
        "marketing consultant, sales consultant, business conference, crypto startup"
    ),
    "hiking boot": "hiking, hiking trail, hiking trip",
    "robot": (
        "ai company, ai startup, robotics company, robotics club, artificial intelligence company, robotics startup, "
        "machine learning conference, ai conference"
    ),
    "test tube": "science fair, biotech company, biotech startup, laboratory, chemistry class, science museum",
    "magnifying glass": "detective agency, search engine, private investigator",
    "briefcase": "recruiting agency, hr company, networking event, job fair, career fair, coaching business",
    "shopping bag": (
        "online shop, online store, e-commerce store, garage sale, yard sale, summer sale, black friday, shopping "
        "app, e-commerce website, ecommerce store, flea market, clothing sale, spring sale, winter sale, flash sale, "
        "big sale, black friday sale, sale"
    ),
    "sewing needle": "sewing shop, knitting club, craft fair, craft store",
    "yarn": "knitting shop, yarn shop, knitting group",
    "hammer": "carpenter, hardware store, woodworker, woodworking shop, home improvement store, diy blog",
    "ballet shoes": "ballet school, dance school, dance studio, ballet performance, dance class, ballet",
    "rose": "tattoo studio, tattoo artist, tattoo parlor",
    "pill": "pharmacy, pharmacist, drugstore",
    "ship": "shipping company, cruise line, boat tour, cruise company",
    "fish": "seafood restaurant, fish market, fishing club, aquarium shop, fishing trip",
    "horse": "riding school, horse farm, horse show, ranch, rodeo",
    "honeybee": "beekeeper, honey company",
    "telescope": "astronomy club, observatory, stargazing night, stargazing event",
}
"""The thing that is drawn -> what it stands for, separated by commas."""

OCCASIONS: dict[str, tuple[str, str]] = {
    "birthday": ("Happy Birthday", "a birthday cake"),
    "christmas": ("Merry Christmas", "christmas tree"),
    "xmas": ("Merry Christmas", "christmas tree"),
    "holiday": ("Happy Holidays", "snowman"),
    "thank you": ("Thank You", "bouquet"),
    "valentine": ("Happy Valentine's Day", "red heart"),
    "anniversary": ("Happy Anniversary", "champagne"),
    "get well": ("Get Well Soon", "bouquet"),
    "congratulations": ("Congratulations!", "🎉"),
    "easter": ("Happy Easter", "rabbit"),
    "mother": ("Happy Mother's Day", "bouquet"),
    "father": ("Happy Father's Day", "necktie"),
    "new year": ("Happy New Year", "fireworks"),
    "graduation": ("Congratulations, Graduate!", "graduation cap"),
    "sympathy": ("With Sympathy", "white flower"),
    "wedding": ("Happily Ever After", "💍"),
    "love": ("I Love You", "red heart"),
    "halloween": ("Happy Halloween", "pumpkin"),
    "baby": ("Welcome, Little One", "baby bottle"),
    "good luck": ("Good Luck!", "four leaf clover"),
    "retirement": ("Happy Retirement", "palm tree"),
}
"""What a greeting card says and shows where the prompt gives no words and no things."""

"""The aspects of usual topics, for mind maps and infographics: "label|leaf, leaf"."""

ASPECTS: tuple[tuple[str, str], ...] = (
    ("coffee",
     ("Beans|Arabica, Robusta; Drinks|Espresso, Latte; Brewing|Filter, French press; Origin|Brazil, Ethiopia; "
     "Taste|Fruity, Nutty")),
    ("\\btea\\b",
     "Kinds|Green, Black; Origin|China, India; Brewing|Hot water, Time; Extras|Milk, Honey; Effects|Calm, Alert"),
    ("chocolate",
     ("Kinds|Dark, Milk; Origin|Ghana, Ecuador; Making|Roasting, Grinding; Uses|Cakes, Drinks; History|Maya, "
     "Europe")),
    ("wine|beer",
     "Kinds|Red, White; Regions|France, Italy; Making|Harvest, Cellar; Taste|Dry, Sweet; Food|Cheese, Fish"),
    (("penguin|lion|tiger|elephant|giraffe|wolf|wolves|bears?\\b|panda|fox|owl|eagle|parrot|otter|koala|kangaroo|monkey|ape\\b|"
     "gorilla|snake|turtle|crocodile|frog|spider|octopus|seal|rabbit|hedgehog|squirrel|bat\\b|bats\\b|deer|cow|pig|sheep|"
     "goat|chicken|duck|swan|animal|mammal|bird|fish\\b|reptile|wildlife"),
     ("Food|What it eats, When it hunts; Home|Where it lives, Its nest; Young|Birth, Growing up; Body|Size, Senses; "
     "Behaviour|Alone, In groups; Enemies|Hunters, Humans; Protection|Parks, Laws")),
    ("dogs?\\b|cat\\b|cats\\b|pets?\\b|puppy|kitten",
     "Food|Meals, Treats; Health|Vet, Vaccines; Care|Brushing, Bath; Training|Sit, Recall; Play|Walks, Toys"),
    ("horse", ("Breeds|Arabian, Pony; Care|Hay, Grooming; Riding|Saddle, Reins; Gaits|Trot, Gallop; Sport|Jumping, "
     "Dressage")),
    ("\\bbees?\\b|honey|insect",
     ("Roles|Queen, Worker; Food|Nectar, Pollen; Home|Hive, Comb; Benefits|Honey, Pollination; Dangers|Mites, "
     "Pesticides")),
    ("dinosaur",
     ("Plant eaters|Triceratops, Stegosaurus; Hunters|T. rex, Raptor; Times|Jurassic, Cretaceous; Finds|Bones, "
     "Eggs; The end|Asteroid, Climate")),
    ("whale|dolphin|shark|ocean|\\bsea\\b|marine|coral",
     ("Animals|Whales, Fish; Plants|Algae, Kelp; Zones|Surface, Deep sea; Dangers|Plastic, Warming; "
     "Protection|Reserves, Fishing limits")),
    ("forest|rainforest|jungle|\\btrees?\\b",
     ("Plants|Trees, Ferns; Animals|Birds, Insects; Uses|Wood, Air; Dangers|Fires, Logging; Protection|Parks, "
     "Planting")),
    ("volcano|earthquake|geolog|rocks?\\b|mineral",
     "Layers|Crust, Mantle; Causes|Plates, Magma; Kinds|Lava, Ash; Dangers|Quakes, Waves; Benefits|Soil, Heat"),
    ("weather|cloud\\b|clouds|storm|hurricane|tornado",
     ("Temperature|Warm, Cold; Wind|Breeze, Storm; Water|Rain, Snow; Clouds|Cirrus, Cumulus; "
     "Forecast|Satellites, Models")),
    ("mars\\b|moon|solar system|planet|space|astronom|star\\b|stars|galax|rocket",
     ("Planets|Earth, Mars; Stars|Sun, Supernova; Galaxies|Milky Way, Andromeda; Travel|Rockets, Stations; "
     "Telescopes|Hubble, Webb")),
    ("rome\\b|romans?\\b|egypt|greece|greek|maya|viking|medieval|middle ages|ancient",
     ("Rulers|Kings, Laws; Daily life|Food, Clothes; Buildings|Temples, Roads; Beliefs|Gods, Myths; "
     "Legacy|Language, Art")),
    ("world war|civil war|cold war|revolution|histor",
     ("Causes|Power, Money; People|Leaders, Soldiers; Events|Start, Turning point; Places|Front, Home; "
     "Results|Treaty, Borders")),
    ("football|soccer|basketball|tennis|baseball|sport|olympic",
     ("Training|Strength, Endurance; Team|Coach, Players; Rules|Referee, Score; Gear|Ball, Shoes; "
     "Events|League, Cup")),
    ("running|marathon|cycl|swim|hik",
     ("Gear|Shoes, Clothes; Training|Slow, Intervals; Food|Water, Carbs; Body|Heart, Muscles; Events|Races, "
     "Clubs")),
    ("yoga|meditat|mindful|stress|mental|wellness|burnout",
     "Body|Sleep, Movement; Mind|Calm, Focus; Breath|Slow, Deep; People|Friends, Family; Habits|Breaks, Limits"),
    ("sleep",
     ("Body|Rest, Repair; Mind|Memory, Mood; Routine|Same time, No screens; Room|Dark, Cool; Enemies|Caffeine, "
     "Stress")),
    ("heart|brain|body|anatom|biolog|cell\\b|dna|medicine",
     ("Brain|Nerves, Senses; Heart|Blood, Vessels; Lungs|Oxygen, Breath; Stomach|Food, Energy; Bones|Joints, "
     "Muscles")),
    ("vegan|vegetarian|diet|nutrition|healthy|food|vitamin",
     ("Vegetables|Carrots, Spinach; Fruit|Apples, Berries; Protein|Beans, Nuts; Grains|Oats, Rice; "
     "Drinks|Water, Tea")),
    ("climate|global warming|carbon|greenhouse",
     ("Causes|Fossil fuels, Forest loss; Effects|Heat, Sea level; Energy|Solar, Wind; Politics|Targets, Taxes; "
     "You|Travel, Food")),
    ("plastic|pollution|waste|recycl|sustainab|environment|eco\\b|ecolog",
     ("Reduce|Less packaging, Refill; Reuse|Repair, Swap; Recycle|Paper, Glass; Energy|LED, Heating; "
     "Travel|Train, Bike")),
    ("solar|wind\\b|nuclear|energy|electric|battery|hydrogen",
     ("Sources|Sun, Wind; Storage|Batteries, Hydrogen; Grid|Cables, Control; Costs|Building, Upkeep; "
     "Users|Homes, Industry")),
    ("electric (?:car|vehicle)|\\bevs?\\b|cars?\\b|automo",
     ("Motor|Power, Torque; Battery|Range, Life; Charging|Home, Fast; Costs|Price, Upkeep; "
     "Environment|Emissions, Noise")),
    ("travel|trip|touris|vacation|holiday|japan|italy|paris|london",
     ("Sights|Old town, Museums; Food|Markets, Dishes; Stay|Hotel, Camping; Transport|Train, Flight; "
     "Budget|Tickets, Meals")),
    ("wedding|birthday|party|event|festival|conference",
     "Guests|Family, Friends; Place|Garden, Hall; Food|Cake, Buffet; Music|Band, Playlist; Budget|Rent, Gifts"),
    ("movie|film|cinema|video|youtube",
     ("Story|Plot, Characters; Camera|Light, Angles; Sound|Music, Voices; Cast|Actors, Extras; "
     "Release|Trailer, Premiere")),
    ("music|guitar|piano|song|band\\b",
     ("Genres|Rock, Jazz; Instruments|Piano, Drums; Theory|Rhythm, Harmony; Live|Concert, Festival; "
     "Recording|Studio, Mixing")),
    ("art\\b|paint|drawing|photograph|design",
     "Tools|Pencil, Camera; Colour|Warm, Cool; Form|Line, Shape; Light|Shadow, Contrast; Styles|Classic, Modern"),
    ("book|novel|story|reading|literature|writing",
     "Characters|Hero, Villain; Setting|Time, Place; Plot|Start, Climax; Theme|Love, Power; Style|Voice, Tense"),
    ("game|gaming|minecraft|chess",
     "Story|Quests, Characters; Rules|Goals, Points; Graphics|2D, 3D; Sound|Music, Effects; Players|Solo, Team"),
    ("school|stud|exam|learn|education|teach",
     ("Plan|Goals, Schedule; Methods|Flash cards, Notes; Place|Quiet, Light; Breaks|Walk, Sleep; Review|Tests, "
     "Questions")),
    ("math|algebra|geometry|statistic",
     ("Numbers|Fractions, Primes; Algebra|Equations, Functions; Geometry|Angles, Circles; Statistics|Mean, "
     "Chance; Uses|Science, Money")),
    ("physics|chemistry|atom|science|quantum",
     ("Matter|Atoms, Molecules; Energy|Heat, Light; Forces|Gravity, Magnetism; Methods|Measure, Test; "
     "People|Newton, Curie")),
    ("money|budget|financ|econom|invest|saving|tax|inflation",
     ("Income|Salary, Side job; Spending|Rent, Food; Saving|Goals, Reserve; Investing|Shares, Bonds; "
     "Debt|Loan, Card")),
    ("crypto|bitcoin|blockchain",
     ("Coins|Bitcoin, Ether; Technology|Blocks, Keys; Wallets|Hot, Cold; Trading|Exchange, Price; Risks|Fraud, "
     "Swings")),
    ("password|cyber|security|privacy|phishing|hack",
     ("Passwords|Long, Unique; Devices|Updates, Backups; Network|Firewall, VPN; Messages|Phishing, Links; "
     "People|Training, Rules")),
    ("internet|web\\b|network|computer|hardware",
     ("Devices|Phone, Laptop; Network|Router, Cables; Services|Mail, Search; Data|Cloud, Backup; "
     "Safety|Passwords, Updates")),
    ("python|programm|coding|software|developer|app\\b",
     ("Front end|Screens, Buttons; Back end|API, Database; Testing|Unit, End-to-end; Operations|CI, Cloud; "
     "Design|UX, Prototype")),
    ("\\bai\\b|machine learning|artificial|chatgpt|robot|data",
     ("Learning|Data, Training; Language|Chatbots, Translation; Vision|Detection, OCR; Robots|Sensors, "
     "Control; Ethics|Bias, Privacy")),
    ("remote|home ?office|work from home|working from home",
     "Workspace|Desk, Light; Hours|Start, Stop; Tools|Video, Chat; Team|Calls, Trust; Balance|Breaks, Walks"),
    ("leader|team|management|communicat|meeting",
     ("Goals|Vision, Plan; People|Roles, Skills; Talks|Feedback, Meetings; Trust|Honesty, Help; "
     "Results|Numbers, Thanks")),
    ("market|seo|social media|brand|advert|influenc",
     ("Content|Blog, Video; Social|Instagram, LinkedIn; Email|Newsletter, Offers; Search|Keywords, Links; "
     "Ads|Budget, Reach")),
    ("startup|business|company|entrepreneur|shop|store|restaurant|caf",
     ("Customers|Needs, Groups; Product|Quality, Price; Team|Roles, Hiring; Money|Income, Costs; "
     "Marketing|Website, Ads")),
    ("project|agile|scrum",
     ("Goals|Scope, Success; Team|Roles, Skills; Time|Milestones, Deadline; Budget|Costs, Reserve; "
     "Risks|Technical, Legal")),
    ("garden|plant|flower|vegetable|farm",
     "Soil|Compost, Mulch; Water|Rain, Hose; Light|Sun, Shade; Plants|Herbs, Flowers; Helpers|Bees, Worms"),
    ("house|home|kitchen|furniture|interior|apartment",
     ("Rooms|Kitchen, Bedroom; Light|Windows, Lamps; Furniture|Sofa, Table; Colours|Walls, Textiles; "
     "Costs|Rent, Energy")),
    ("cook|recipe|bak|pizza|pasta|meal",
     "Ingredients|Fresh, Dry; Tools|Knife, Pan; Methods|Bake, Fry; Taste|Salt, Herbs; Serving|Plates, Drinks"),
    ("job|career|resume|interview",
     ("Skills|Languages, Computer; Experience|Jobs, Projects; Application|Letter, Resume; Interview|Questions, "
     "Clothes; Salary|Offer, Benefits")),
    ("family|child|kid|parent|baby",
     "Time|Meals, Play; Health|Sleep, Food; Learning|Reading, School; Rules|Screens, Chores; Fun|Trips, Games"),
    ("democra|politic|government|law\\b|election|european union",
     ("Parliament|Laws, Debate; Government|Ministers, Budget; Courts|Rights, Judges; People|Vote, Protest; "
     "Media|Press, Facts")),
    ("trains?\\b|railway|bus\\b|transport|traffic|bike|airplane|aviation",
     ("Vehicles|Train, Bus; Ways|Rails, Roads; Tickets|Single, Pass; Comfort|Seats, Wi-Fi; "
     "Environment|Emissions, Noise")),
)  # fmt: skip
"""Words -> five aspects. The first that fits."""

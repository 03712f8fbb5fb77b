"""What is said about usual topics in diagrams whose prompts give no content: SWOT analyses, courses of work, aspects.

The words are a regular expression for the prompt in lower case. In courses and aspects, "|" parts a label from its
detail.
"""

Swot = tuple[str, str, str, str, str]

SWOTS: tuple[Swot, ...] = (
    ("coffee|caf[eé]|tea ?house|tea shop", "Great coffee; Cosy place; Regular guests",
     "Few seats; Small budget; Thin margin", "Catering; Loyalty card; Beans to take home",
     "Coffee chains; Bean prices; Rising rent"),
    ("bak(?:ery|er)|cake|pastr", "Fresh every day; Own recipes; Loyal neighbours",
     "Early hours; Short shelf life; One oven", "Online orders; Wedding cakes; Gluten-free bread",
     "Supermarkets; Energy prices; Lack of bakers"),
    ("restaurant|bistro|pizz|diner|food truck|catering|sushi|burger|\\bbar\\b|\\bpub\\b|brewery",
     "Good food; Friendly service; Good location", "High staff costs; Small kitchen; Few online orders",
     "Delivery; Vegan dishes; Private events", "New rivals; Food prices; Bad reviews"),
    ("gym|fitness|yoga|sports? (?:club|studio)|personal train|football club|soccer",
     "Skilled trainers; Modern equipment; Loyal members", "High rent; Empty at noon; Members who leave",
     "Online classes; Company deals; Healthy ageing", "Cheap chains; Fitness apps; Home workouts"),
    ("hotel|hostel|b&b|bed and breakfast|resort|guest ?house", "Central location; Good reviews; Kind staff",
     "Old rooms; Empty in winter; Booking fees", "Weekend offers; Business guests; Own bookings",
     "Holiday flats; New hotels; Travel crises"),
    ("airline|airport|flight", "Wide network; Known brand; Modern fleet", "Fuel costs; Delays; Thin margin",
     "New routes; Green fuel; Cargo", "Oil price; Fast trains; Strikes"),
    ("travel|tour|trip", "Local knowledge; Good partners; Personal advice",
     "Seasonal income; Small team; Little online", "Eco travel; Small groups; Workations",
     "Booking sites; Crises; Weak currency"),
    ("tesla|electric (?:car|vehicle|bike|scooter)|\\bevs?\\b|automo|car (?:maker|manufactur|company)",
     "Strong brand; Battery know-how; Charging network", "High price; Delivery times; Few models",
     "Falling battery costs; New markets; Subsidies", "Many rivals; Raw materials; New rules"),
    ("apple\\b|iphone|samsung|smartphone", "Strong brand; Loyal users; Design",
     "High price; Few products; Closed system", "Services; Wearables; New markets",
     "Price war; Regulation; Supply chain"),
    ("netflix|streaming|spotify|disney|podcast|youtube", "Own shows; Large audience; Good suggestions",
     "High costs; Password sharing; Licence fees", "Live events; Games; Ads", "Many rivals; Piracy; Rising prices"),
    ("amazon|e-?commerce|online (?:store|shop|business|retail)|web ?shop|etsy|shopify|dropship",
     "Open day and night; Wide range; Low fixed costs", "No fitting; Returns; Shipping costs",
     "Social selling; New countries; Subscriptions", "Large platforms; Fraud; Ad prices"),
    ("starbucks|mcdonald|franchise|chain\\b", "Known brand; Many places; Same quality",
     "High prices; Slow to change; Staff turnover", "Delivery; Healthy menu; New countries",
     "Local rivals; Costs; Changing tastes"),
    ("fashion|cloth|shoe|apparel|boutique|nike|adidas|jewel", "Own style; Quality; Loyal customers",
     "Unsold stock; High prices; Returns", "Second hand; Online sales; Fair fashion",
     "Fast fashion; Copies; Short trends"),
    ("book ?(?:shop|store)|library|publish|newspaper|magazine", "Good advice; Cosy place; Events",
     "Thin margin; Little space; Old website", "Readings; School orders; Gifts",
     "Online shops; E-books; Less reading"),
    ("supermarket|grocer|retail|store|\\bshop\\b|market stall", "Good location; Known products; Personal service",
     "Limited range; Small budget; Short opening hours", "Online orders; Local products; Delivery",
     "Large chains; Online shops; Rising rent"),
    ("bank|fintech|insurance|financ|payment|crypto", "Customer trust; Safe systems; Capital",
     "Old software; Slow processes; High fees", "Mobile banking; Young customers; Green funds",
     "Cyber attacks; New rules; Tech rivals"),
    ("hospital|clinic|doctor|dent|medical|pharma|health ?care|nursing",
     "Skilled doctors; Modern devices; Good reputation", "Waiting times; Staff shortage; High costs",
     "Online visits; Prevention; Ageing society", "New rules; Budget cuts; Burnout"),
    ("school|universit|college|kindergarten|education|teacher|tutor|e-?learning|online course",
     "Good teachers; Small classes; Strong community", "Old rooms; Small budget; Few computers",
     "Online courses; Partnerships; New subjects", "Fewer pupils; Budget cuts; Lack of teachers"),
    ("student|myself|personal|career|job ?(?:search|hunt)|graduate|my life|self",
     "Quick learner; Team player; Motivated", "Little experience; Shy in groups; Puts things off",
     "Internship; Network; New skills", "Strong rivals; Few openings; Stress"),
    ("freelanc|consult|agency|coach|photograph|design studio|graphic design|web design",
     "Own style; Short ways; Good references", "Uneven income; Little time; One key client",
     "Remote clients; Online courses; Referrals", "Low-cost rivals; AI tools; Late payers"),
    ("charity|non-?profit|ngo\\b|volunteer|church|community|club\\b", "Strong cause; Many helpers; Public trust",
     "Few funds; Little staff; Low reach", "Grants; Online giving; Partners",
     "Fewer donors; Rising costs; Tired helpers"),
    ("game|gaming|esport", "Creative team; Loyal fans; Own engine", "Small budget; Long development; One title",
     "Mobile games; Streaming; Sequels", "Crowded market; Platform fees; Copies"),
    ("farm|agricult|organic|vineyard|winery|dairy", "Good soil; Own products; Family know-how",
     "Seasonal income; Hard work; Old machines", "Farm shop; Organic label; Tourism", "Drought; Low prices; Pests"),
    ("solar|wind\\b|renewable|energy|electricity|power plant", "Clean power; Falling costs; Public support",
     "Depends on weather; First cost; Needs storage", "Climate goals; Batteries; Export",
     "Changing policy; Grid limits; Cheap gas"),
    ("remote|home ?office|work(?:ing)? from home|hybrid work|four[- ]day", "No commute; Flexible hours; Focus",
     "Less contact; Home distractions; Slow feedback", "Hire anywhere; Smaller office; Better balance",
     "Loneliness; Data leaks; Blurred hours"),
    ("real estate|property|housing|construct|architect|renovat", "Local knowledge; Wide network; Experience",
     "High costs; Slow sales; Few listings", "Virtual tours; New districts; Rentals",
     "Interest rates; Price drop; New rules"),
    ("hair|salon|barber|beauty|cosmetic|\\bspa\\b|nail", "Skilled stylists; Regular clients; Nice rooms",
     "No-shows; Small team; Little marketing", "Online booking; Products to sell; Gift cards",
     "Cheap rivals; Rising rent; Home styling"),
    ("\\bai\\b|artificial intelligence|chatbot|chatgpt|automation|robot",
     "Saves time; Works all day; Learns from data", "Makes mistakes; Needs much data; High costs",
     "New products; Better service; Research", "Regulation; Privacy; Rivals"),
    ("app\\b|software|saas|startup|start-up|tech|platform|it company|cloud",
     "Skilled developers; Fast releases; Happy first users", "Small budget; Few customers; Unknown brand",
     "Growing market; Partnerships; New features", "Big rivals; Copycats; Funding dries up"),
    ("manufactur|factory|industr|logistic|transport|deliver|courier|truck",
     "Efficient processes; Long experience; Good suppliers", "Old machines; High energy use; Few suppliers",
     "Automation; New markets; Green production", "Raw material prices; Cheap imports; Lack of skilled staff"),
    ("pets?\\b|dogs?\\b|cats?\\b|vets?\\b|veterin|animal", "Love of animals; Loyal customers; Expert advice",
     "Small space; Few staff; High costs", "Online shop; Grooming; Training courses",
     "Big chains; Online rivals; Rising prices"),
    ("city|town|country|touris|museum|region|island", "Rich culture; Nature; Central location",
     "Traffic; Few hotels; Little budget", "Festivals; Eco tourism; New residents", "Crowds; Climate; Rising rents"),
    ("marketing|brand|social media|influenc|campaign", "Creative team; Large reach; Clear message",
     "Small budget; Few data; One channel", "Video; Partners; New audiences",
     "Ad prices; New algorithms; Bad press"),
)  # fmt: skip
"""Words, strengths, weaknesses, opportunities, threats."""

COURSES: tuple[tuple[str, str], ...] = (
    ("how (?:a |the )?(?:vaccin|immun)\\w*",
     ("Vaccinate|A harmless part of a germ; Detect|Immune cells notice it; Respond|The body makes antibodies; "
     "Remember|Memory cells stay; Protect|The real germ is beaten fast")),
    ("how (?:a |the )?solar",
     ("Sunlight|Hits the panel; Cells|Light frees electrons; Current|Direct current flows; "
     "Inverter|Turns it into AC; Use|Power for the home; Grid|The rest is sold")),
    ("how (?:a |the )?(?:wind turbine|wind power)",
     ("Wind|Blows on the blades; Rotor|The blades turn; Gearbox|Makes it faster; Generator|Makes electricity; "
     "Grid|Cables carry the power")),
    ("how (?:an? |the )?(?:car )?engine",
     ("Intake|Air and fuel come in; Compression|The piston rises; Power|The spark ignites it; "
     "Exhaust|The gases leave")),
    ("how (?:the )?(?:internet|a website|web ?page)",
     ("Address|You type a name; Look-up|DNS finds the server; Request|Your browser asks; Answer|The server sends data; "
     "Display|The page appears")),
    ("how (?:a |the )?(?:blockchain|bitcoin|crypto)",
     ("Payment|Someone sends coins; Broadcast|The network hears of it; Check|Nodes verify it; "
      "Block|Payments are bundled; Chain|The block is added")),
    ("how (?:the )?(?:heart|blood)",
     ("Fill|Blood enters the right side; Lungs|It picks up oxygen; Return|It enters the left side; "
      "Pump|Out to the body; Repeat|About 70 times a minute")),
    ("banana bread|muffin|cookie|brownie|bread|\\bcakes?\\b|kuchen|gâteau|bak(?:e|ing)",
     ("Heat|Oven to 180 °C; Mix dry|Flour, sugar, baking powder; Mix wet|Eggs, butter, milk; Combine|Stir briefly; "
     "Bake|Until golden; Cool|Then slice and serve")),
    ("bathroom|kitchen (?:renov|remodel|refit)|remodel",
     ("Measure|Draw the plan; Choose|Tiles and fittings; Remove|Take out the old; Plumbing|New pipes and cables; "
     "Tile|Floor and walls; Install|Basin, cupboards; Finish|Paint and clean")),
    ("bank account",
     ("Compare|Fees and services; Documents|Passport and address; Apply|Online or at a branch; Verify|Show your ID; "
     "Deposit|Pay in some money; Start|Card and app arrive")),
    ("tortilla|omelet|scrambled|fried egg",
     ("Peel|Wash and slice the potatoes; Fry|Slowly, in olive oil; Beat|Mix eggs and salt; Cook|Five minutes "
     "on each side; Serve|Warm or cold")),
    ("pasta|spaghetti|noodle|lasagn",
     ("Boil|Salt the water; Cook pasta|Until it is al dente; Make sauce|Tomatoes and garlic; Mix|Pasta and "
     "sauce; Serve|With cheese on top")),
    ("pizza", ("Make dough|Flour, water, yeast; Let it rise|One hour; Roll out|Thin and round; Add toppings|Sauce, "
     "cheese, herbs; Bake|Ten minutes, very hot; Serve|Cut into slices")),
    ("pancake|crepe|crêpe|waffle",
     ("Mix|Flour, milk and eggs; Rest|Ten minutes; Heat|Butter in a pan; Fry|Flip once; Serve|With syrup and "
     "fruit")),
    ("salad|sandwich|smoothie|guacamole",
     "Wash|Rinse everything; Cut|Into small pieces; Mix|In a large bowl; Season|Oil, salt, lemon; Serve|Fresh"),
    ("chocolate",
     ("Harvest|Open the cocoa pods; Ferment|About six days; Roast|Bring out the flavour; Grind|To a smooth "
     "paste; Mix|Sugar and milk; Mould|Let it cool")),
    ("wine|beer|cheese",
     ("Harvest|Best raw material; Prepare|Crush or heat; Ferment|Yeast and time; Mature|In the cellar; "
     "Bottle|Fill and label")),
    ("paint(?:ing)? (?:a|the|your)?\\s*(?:room|wall|house)|renovat|wallpaper",
     ("Clear|Move the furniture; Tape|Cover the edges; Prime|One thin coat; Paint|Two coats; Clean up|Wash the "
     "brushes")),
    ("flat tire|flat tyre|puncture|change a (?:tire|tyre|wheel)|bike repair",
     ("Loosen|Undo the wheel; Remove|Take off the tyre; Find|Look for the hole; Patch|Glue and press; "
     "Pump|Check the pressure")),
    ("onboard|new employee|new hire|first day",
     ("Send contract|Sign before the first day; Set up|Laptop and accounts; Welcome|Meet the team; Train|Learn "
     "the tools; Start work|With a mentor; Feedback|After 30 days")),
    ("hir(?:e|ing)|recruit",
     ("Define|Write the job profile; Post|Publish the job; Screen|Read applications; Interview|Meet the best; "
     "Offer|Sign the contract")),
    ("job (?:search|hunt|appl)|find(?:ing)? a job|interview",
     ("Resume|Bring it up to date; Search|Find open jobs; Apply|Write a letter; Interview|Prepare answers; "
     "Negotiate|Salary and start; Sign|Start the new job")),
    ("blog|article|essay|write|writing|novel|book\\b|newsletter",
     ("Idea|Choose a topic; Outline|Sort your points; Draft|Write freely; Revise|Cut and improve; "
     "Proofread|Fix the spelling; Publish|Share it")),
    ("podcast|video|youtube|film|movie",
     ("Idea|Find a topic; Script|Write it down; Record|Quiet room, good light; Edit|Cut and add music; "
     "Publish|Upload and share; Promote|Answer comments")),
    ("event|conference|party|wedding|birthday|festival|concert|meeting|workshop",
     ("Goal|Purpose and guests; Budget|Plan the costs; Book|Place and date; Invite|Send invitations; "
     "Prepare|Food, music, decoration; Celebrate|Enjoy the day")),
    ("mov(?:e|ing)\\b|relocat|umzug|déménag|mudanza",
     ("Sort|Keep, give away, sell; Book|A van and helpers; Pack|Room by room; Move|Heavy things first; "
     "Settle|Unpack the kitchen")),
    (("(?:buy|sell|purchas)\\w* (?:a |an |your |my |first "
     ")*(?:house|home|flat|apartment|property)|mortgage|real estate"),
     ("Budget|What can you afford?; Finance|Talk to the bank; Search|Visit many homes; Inspect|Check the "
     "building; Offer|Agree on the price; Sign|Get the keys")),
    ("build(?:ing)? (?:a |the )?(?:house|home|shed|deck)|construction",
     ("Plan|Draw the design; Permit|Ask the authorities; Foundation|Dig and pour; Walls|Build floor by floor; "
     "Roof|Keep the rain out; Interior|Paint and furnish")),
    ("driv(?:ing|er'?s?) licen|passport|visa|permit|citizenship",
     ("Check|Which papers are needed?; Apply|Fill in the form; Pay|The fee; Appointment|Photo and test; Wait|A "
     "few weeks; Collect|Pick it up")),
    ("vot(?:e|ing)|election",
     ("Register|Get on the list; Inform|Compare the parties; Go|To the polling place; Mark|Your ballot; "
     "Count|Votes are counted")),
    ("tax(?:es)?\\b",
     ("Collect|Receipts and forms; Fill in|Income and costs; Check|Look for mistakes; Send|Before the "
     "deadline; Wait|Refund or payment")),
    ("adopt\\w* (?:a |an )?(?:dog|cat|pet|puppy|kitten)|pet adoption",
     ("Think|Time, space, money; Visit|Meet the animals; Apply|Answer questions; Prepare|Bed, bowl, food; "
     "Bring home|Stay calm; Vet|First check")),
    ("blood", ("Register|Show your ID; Check|Pulse and pressure; Donate|About ten minutes; Rest|Drink and eat; "
     "Help|Save a life")),
    ("claim|accident|insurance",
     ("Report|Call the insurer; Document|Take photos; File|Fill in the form; Review|Adjuster checks; "
     "Decide|Approve or reject; Pay|Money arrives")),
    ("t-?shirt|cotton|cloth|textile|fashion",
     ("Grow|Cotton in the field; Spin|Make yarn; Weave|Make fabric; Dye|Add colour; Sew|Cut and stitch; "
     "Sell|In the shop")),
    ("paper\\b|wood|furniture",
     ("Cut|Fell the trees; Transport|To the mill; Process|Saw or pulp; Shape|Press and dry; Finish|Smooth and "
     "pack")),
    ("recycl|waste|rubbish|plastic",
     ("Sort|Separate your waste; Collect|Truck picks it up; Clean|Wash and crush; Melt|Make new material; "
     "Reuse|New products")),
    ("deliver|parcel|package|shipping|logistic|supply chain|warehouse",
     ("Order|Customer orders; Pick|Take from the shelf; Pack|Box and label; Ship|By truck or plane; Sort|At "
     "the local depot; Deliver|To the door")),
    ("manufactur|production|factory|assembly",
     ("Order|Get the materials; Prepare|Set up machines; Assemble|Join the parts; Inspect|Check the quality; "
     "Pack|Ready to ship")),
    ("market|campaign|launch|seo|advert",
     ("Research|Know the customers; Strategy|Choose the channels; Create|Texts and pictures; Launch|Go live; "
     "Measure|Look at the numbers; Improve|Do more of what works")),
    ("sales?\\b|selling|lead|crm|customer|client",
     ("Find|Look for leads; Contact|First call; Qualify|Need and budget; Offer|Send a proposal; Close|Sign the "
     "deal; Follow up|Keep in touch")),
    ("\\bux\\b|user experience|design (?:process|sprint|project)|web ?site|web design|landing page",
     ("Discover|Talk to users; Define|State the problem; Sketch|Collect ideas; Prototype|Make it clickable; "
     "Test|Watch users; Launch|Publish and learn")),
    ("app\\b|software|program|developer|feature|release|mvp\\b",
     ("Idea|Define the problem; Plan|Write the stories; Design|Sketch the screens; Build|Write the code; "
     "Test|Find the bugs; Release|Ship it")),
    ("startup|start-up|business|company|entrepreneur|franchise",
     ("Idea|Find a problem; Research|Know the market; Plan|Set the budget; Fund|Find the money; Register|Make "
     "it official; Launch|Win first customers")),
    ("data|machine learning|\\bai\\b|analytics|model",
     ("Question|What do we want to know?; Collect|Gather the data; Clean|Remove errors; Model|Train and "
     "compare; Evaluate|Is it good enough?; Deploy|Use it")),
    ("learn|stud(?:y|ies|ying)|exam|course|school|homework|language",
     ("Goal|What to reach; Plan|A little each day; Learn|Read and listen; Practise|Do exercises; Test|Check "
     "yourself; Repeat|Fill the gaps")),
    ("fitness|workout|marathon|run(?:ning)?\\b|lose weight|muscle|train(?:ing)?\\b|yoga",
     ("Goal|Set a target; Check|Know your level; Warm up|Five minutes; Train|Three times a week; Rest|Sleep "
     "and stretch; Track|See your progress")),
    ("patient|surgery|doctor|hospital|treatment|diagnos|vaccin",
     ("Appointment|Call or book online; Check-in|At the front desk; Examine|Doctor asks and looks; "
     "Diagnose|Find the cause; Treat|Medicine or rest; Follow-up|Check again")),
    ("incident|outage|crisis|emergency|disaster|risk|fire\\b",
     ("Detect|Notice the problem; Report|Tell the team; Assess|How bad is it?; Act|Limit the damage; "
     "Recover|Back to normal; Learn|Write it down")),
    ("decision|problem|negotiat|change management|conflict",
     ("Define|Name the problem; Gather|Collect the facts; Options|List the choices; Decide|Pick the best; "
     "Act|Carry it out; Review|Learn from it")),
    ("garden|vegetable|grow|plant(?:ing)?\\b|flower|compost",
     ("Choose|A sunny spot; Prepare|Loosen the soil; Sow|Seeds in rows; Water|Every day; Weed|Once a week; "
     "Harvest|Enjoy")),
    ("camp|hik(?:e|ing)|travel|trip|vacation|holiday|journey",
     ("Choose|Where to go; Budget|Plan the costs; Book|Transport and rooms; Pack|Light and warm; Go|Enjoy; "
     "Share|Photos and stories")),
    ("photo|paint|draw|art\\b|craft|knit|pottery|origami",
     ("Idea|Find a subject; Materials|Get everything ready; Sketch|Start rough; Create|Take your time; "
     "Refine|Add details; Show|Share your work")),
    ("clean|laundry|tidy|declutter|organi[sz]e",
     ("Collect|One room at a time; Sort|Keep or give away; Clean|Top to bottom; Put away|A place for all; "
     "Repeat|A little each day")),
    ("receta|recipe|rezept|recette|cook|koch|cuisin|cocin|bak(?:e|ing)|cake|bread|soup|curry|rice|sushi|taco|burger|dinner|meal|kuchen|gâteau|tarta|brot",
     ("Prepare|Gather the ingredients; Cut|Wash and slice; Mix|Combine well; Cook|Low heat; Season|Salt and "
     "herbs; Serve|Enjoy")),
)  # fmt: skip
"""Words -> the steps of the work in order."""

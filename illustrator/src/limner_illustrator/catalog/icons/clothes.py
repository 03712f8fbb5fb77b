"""Clothes, shoes, hats and jewels."""

from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon(
    "backpack",
    nouns="backpack, rucksack, school bag, knapsack, bookbag, schoolbag",
    traits={"container"},
    height=0.48,
    home="classroom",
)
icon("ballet-shoes", nouns="ballet shoe, ballet shoes", worn_on="feet")
icon("bikini", nouns="bikini", worn_on="body")
icon(
    "billed-cap",
    nouns="cap, baseball cap",
    near="visor",
    height=0.15,
    worn_width=1.3,
    worn_depth=0.32,
    inscription=Inscription(box=(46, 40, 104, 76), color=(255, 255, 255)),
)
icon("briefs", nouns="briefs, underwear, underpants")
icon("clutch-bag", nouns="clutch bag, clutch, leather pouch", kinds=frozenset())
icon(
    "coat",
    nouns=(
        "coat, jacket, raincoat, leather jacket, overcoat, trench coat, parka, blazer, fur coat, suit, "
        "uniform, costume, business suit"
    ),
    near="poncho, cape, cloak",
    height=1.1,
    worn_on="body",
)
icon("crown", nouns="crown, tiara, diadem", height=0.2, worn_width=1)
icon("dress", nouns="dress, gown, wedding dress, ball gown, skirt, evening gown", height=1.1, worn_on="body")
icon("flat-shoe", nouns="slipper, ballet flat, moccasin")
icon("folding-hand-fan", nouns="fan, hand fan, folding fan, paper fan", kinds=frozenset())
icon(
    "gem-stone",
    nouns="diamond, gem, jewel, gemstone",
    near="emerald gem, ruby gem, sapphire gem",
    kinds=frozenset(),
    height=0.06,
)
icon("glasses", nouns="glasses, eyeglasses, spectacles, reading glasses", height=0.06, worn_on="eyes")
icon("gloves", nouns="glove, gloves, mitten, oven mitt, mitt")
icon("goggles", nouns="goggles, ski goggles", worn_on="eyes")
icon("graduation-cap", nouns="graduation cap, mortarboard", height=0.15, worn_width=1.5)
icon("hair-pick", nouns="hair pick", kinds=frozenset())
icon("handbag", nouns="handbag, bag, leather bag", kinds=frozenset(), traits={"container"}, height=0.32)
icon("high-heeled-shoe", nouns="high heel, high heels, stiletto, pump shoe, glass slipper", height=0.14, worn_on="feet")
icon("hiking-boot", nouns="hiking boot", height=0.2, worn_on="feet")
icon("jeans", nouns="jeans, trousers, pants, leggings, denim, overalls", height=1, worn_on="body")
icon("kimono", nouns="kimono, yukata", worn_on="body")
icon("lab-coat", nouns="lab coat, bathrobe, robe", worn_on="body")
icon("lipstick", nouns="lipstick, lip gloss", kinds=frozenset())
icon("mans-shoe", nouns="dress shoe, leather shoe, loafer", worn_on="feet")
icon("military-helmet", nouns="military helmet, army helmet", height=0.2)
icon("necktie", nouns="suit and tie, tuxedo", height=0.45, worn_on="neck", worn_width=0.75)
icon("one-piece-swimsuit", nouns="swimsuit, bathing suit")
icon("prayer-beads", worn_on="neck", nouns="necklace, bead, beads, rosary", near="pearl, pendant, bracelet")
icon("purse", nouns="purse, wallet", kinds=frozenset())
icon("rescue-workers-helmet", nouns="helmet, hard hat, hardhat", parts=range(7), worn_depth=0.32)
icon("ring", nouns="ring, diamond ring, wedding ring, engagement ring", height=0.03, worn_on="body")
icon(
    "running-shoe",
    nouns="shoe, sneaker, running shoe, trainer shoe, tennis shoe, sneakers",
    height=0.12,
    worn_on="feet",
)
icon("safety-vest", worn_on="body")
icon("sari", nouns="sari", worn_on="body")
icon("scarf", nouns="scarf, shawl, bandana, feather boa", worn_on="neck")
icon("shopping-bags", nouns="shopping bag, shopping bags, grocery bag, paper bag, tote bag", kinds=frozenset())
icon("shorts", nouns="shorts", worn_on="body")
icon("socks", nouns="sock, socks, stocking, christmas stocking", worn_on="feet")
icon("sunglasses", nouns="sunglasses, shades", height=0.06, worn_on="eyes")
icon(
    "t-shirt",
    nouns=(
        "shirt, t-shirt, tshirt, tee shirt, sweater, hoodie, jumper, pullover, cardigan, polo shirt, "
        "sweatshirt, clothes, clothing, garment, outfit, vest, onesie, dungaree"
    ),
    height=0.7,
    worn_on="body",
    inscription=Inscription(box=(40, 40, 88, 84), font="comic", outline=(255, 255, 255)),
)
icon("thong-sandal", nouns="flip flop, flip-flop")
icon("top-hat", nouns="hat, top hat", height=0.22, worn_width=1.25)
icon("womans-boot", nouns="boot, cowboy boot, rain boot, wellington boot, rubber boot", worn_on="feet")
icon("womans-clothes", nouns="blouse")
icon("womans-hat", nouns="bonnet", height=0.18)
icon("womans-sandal", nouns="sandal")

"""Prepared food, sweets, drinks and dishes."""

from limner_illustrator.catalog.part_area import PartArea
from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import Inscription

icon("amphora", traits={"narrow_neck"}, rim=1, mouth=1.5)
icon("baby-bottle", nouns="baby bottle")
icon("bacon", nouns="bacon")
icon("bagel", nouns="bagel", height=0.09)
icon("baguette-bread", nouns="baguette, french bread", height=0.3)
icon(
    "beer-mug",
    nouns="beer, beer mug, pint of beer, pint, ale, lager, tankard, stein",
    height=0.17,
    inscription=Inscription(box=(34, 48, 86, 104), color=(255, 255, 255), outline=(150, 90, 20)),
)
icon("bento-box", nouns="bento, bento box, lunch box, lunchbox", height=0.1)
icon("beverage-box", nouns="juice box, milk carton")
icon("birthday-cake", height=0.3, support=0.2)
icon("bottle-with-popping-cork", nouns="champagne bottle, sparkling wine, prosecco", height=0.35)
icon(
    "bowl-with-spoon",
    nouns="bowl, fruit bowl, mixing bowl",
    traits={"container", "open_top"},
    parts=(0, 2, 3),
    rim=0.63,
    lip=0.19,
    mouth=0.86,
)
icon(
    "bread",
    nouns="bread, loaf of bread, loaf, sourdough, 面包, パン, 빵, хлеб, brot, pan de molde, pão",
    height=0.14,
)
icon("bubble-tea", nouns="bubble tea, boba, boba tea", shows={"own:straw"}, height=0.17)
icon("burrito", nouns="burrito, wrap", height=0.12)
icon("butter", nouns="butter, stick of butter")
icon("candy", nouns="candy, sweet, gummy bear, caramel, toffee, bonbon", materials={"candy"}, height=0.05)
icon("canned-food", nouns="can, tin can, canned food, tin, soda can")
icon("cheese-wedge", nouns="cheese, wedge of cheese, cheddar, swiss cheese", height=0.12, support=0.25)
icon("chocolate-bar", nouns="chocolate, chocolate bar, bar of chocolate", materials={"chocolate"}, height=0.15)
icon("chopsticks", nouns="chopsticks, chopstick")
icon("clinking-beer-mugs", nouns="beers", height=0.2)
icon("clinking-glasses", nouns="champagne, toast of champagne, champagne glass, champagne flute")
icon("cocktail-glass", nouns="cocktail, martini, margarita, cocktail glass", height=0.18)
icon("cooked-rice", nouns="rice, bowl of rice")
icon(
    "cookie",
    nouns="cookie, biscuit, chocolate chip cookie, gingerbread",
    near="gingerbread man",
    materials={"chocolate"},
    height=0.08,
)
icon("cooking", nouns="omelette, omelet", height=0.1)
icon("croissant", nouns="croissant, pastry", height=0.09)
icon(
    "cup-with-straw",
    nouns="soda, milkshake, soft drink, cola, cup with straw, frappuccino, juice cup, slushie",
    height=0.18,
)
icon(
    "cupcake",
    nouns="cupcake, muffin",
    height=0.11,
    part_areas=(
        PartArea("frosting, icing, cream, top", at=(60, 30), box=(14, 0, 112, 70)),
        PartArea("wrapper, cup, paper, liner", at=(64, 100)),
    ),
)
icon("custard", nouns="custard, pudding, flan, creme brulee, jelly, jello")
icon("cut-of-meat", nouns="steak, beef, pork chop, sirloin")
icon("doughnut", nouns="doughnut, donut", materials={"chocolate"}, height=0.09)
icon("dumpling", nouns="dumpling, gyoza, dim sum")
icon("egg", nouns="egg, boiled egg, easter egg", height=0.06)
icon("falafel", nouns="falafel, meatball")
icon("fork-and-knife", nouns="cutlery, silverware")
icon("fork-and-knife-with-plate", nouns="place setting", traits={"surface"}, height=0.25, support=0.4)
icon("french-fries", nouns="french fries, fries, chips, french fry, fish and chips", height=0.16)
icon("fried-shrimp", nouns="fried shrimp, tempura")
icon("glass-of-milk", nouns="milk, glass of milk", height=0.14)
icon("green-salad", nouns="salad, green salad, caesar salad", shows={"noto:tomato", "noto:onion"}, height=0.12)
icon("hamburger", nouns="hamburger, burger, cheeseburger", height=0.12)
icon("honey-pot", nouns="honey, honey pot, jar of honey, honey jar, honeycomb", height=0.15)
icon(
    "hot-beverage",
    nouns=(
        "cup, coffee, coffee cup, cup of coffee, hot chocolate, espresso, cappuccino, latte, "
        "cocoa, cup of tea, teacup, tea cup, hot cocoa, mocha, cup of hot chocolate, "
        "咖啡, コーヒー, 커피, кофе, kaffee, café con leche, tasse"
    ),
    traits={"container"},
    main_color=(224, 224, 224),
    height=0.11,
    inscription=Inscription(box=(20, 66, 84, 100)),
)
icon("hot-dog", nouns="hot dog, hotdog, sausage, bratwurst", height=0.12)
icon("ice", nouns="ice cube, ice, ice block", traits={"buoyant"}, support=0.1)
icon("ice-cream", nouns="bowl of ice cream, sundae, ice cream sundae, gelato", height=0.16)
icon(
    "jar",
    nouns="jar, mason jar, glass jar, cookie jar, jam jar, jam, pickle jar, marmalade, peanut butter",
    traits={"container", "see_through"},
    tank=(0.72, 0.58, 0.38),
    inscription=Inscription(box=(34, 60, 94, 100), patch=(255, 250, 236)),
)
icon("kitchen-knife", nouns="knife, kitchen knife, chef knife, butter knife, cleaver")
icon("lollipop", nouns="lollipop", materials={"candy"}, height=0.18)
icon("bone", nouns="bone, dog bone", kinds=frozenset(), height=0.1)
icon("meat-on-bone", nouns="meat, ham, roast, ribs")
icon("moon-cake", height=0.06)
icon("pie", nouns="pie, apple pie, pumpkin pie, tart, quiche, cherry pie", height=0.1)
icon("pizza", nouns="slice of pizza, pizza slice", height=0.2)
icon("popcorn", nouns="popcorn, bucket of popcorn", height=0.22)
icon(
    "pot-of-food",
    nouns=("stew, soup, pot of soup, chili, casserole, goulash, chowder, bowl of soup, broth"),
    height=0.22,
)
icon("poultry-leg", nouns="chicken leg, drumstick, fried chicken, turkey leg, chicken wing")
icon("pretzel", nouns="pretzel", height=0.12)
icon("rice-ball", nouns="rice ball, onigiri")
icon("roasted-sweet-potato", nouns="sweet potato, yam")
icon("salt", nouns="salt")
icon("sandwich", nouns="sandwich, club sandwich, panini, blt", height=0.11)
icon("shallow-pan-of-food", nouns="paella, pan of food")
icon("shaved-ice", nouns="shaved ice, sorbet")
icon("shortcake", nouns="slice of cake, shortcake, piece of cake, cake slice", height=0.12)
icon(
    "soft-ice-cream",
    nouns="ice cream, ice cream cone, cone of ice cream, soft serve, icecream",
    height=0.18,
    part_areas=(
        PartArea("ice cream, scoop, ice, top", at=(60, 60), box=(20, 0, 108, 98)),
        PartArea("cone", at=(66, 94), box=(30, 88, 92, 128)),
    ),
)
icon("spaghetti", nouns="lasagna", height=0.14)
icon(
    "spoon",
    nouns="spoon, teaspoon, wooden spoon, dipper, tablespoon",
    near="wooden dipper",
)
icon("steaming-bowl", height=0.16, rim=0.5)
icon("stuffed-flatbread", nouns="kebab, gyro, pita, shawarma, doner")
icon("taco", nouns="taco", height=0.1)
icon("takeout-box", nouns="takeout box, takeout, chinese takeout")
icon("teacup-without-handle", nouns="tea, green tea, matcha", rim=0.75)
icon("teapot", nouns="teapot, coffee pot, coffeepot, tea pot", height=0.18)
icon(
    "tropical-drink",
    nouns="tropical drink, fruity drink, smoothie, mojito, punch, pina colada",
    shows={"own:straw"},
    height=0.22,
)
icon(
    "tumbler-glass",
    nouns="tumbler, whiskey, whisky, bourbon, rum, glass of whiskey",
    traits={"container", "see_through"},
    tank=(0.66, 0.7, 0.46),
    materials={"glass"},
    height=0.11,
)
icon("waffle", nouns="waffle", height=0.12)
icon(
    "wine-glass",
    nouns="wine glass, glass of wine, wine, red wine, goblet, chalice, wineglass",
    traits={"container"},
    materials={"glass"},
    height=0.22,
)

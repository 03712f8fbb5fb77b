"""Designs: what prompts call them. They are composed of drawn things and of the prompt's texts."""

from limner_illustrator.language.vocabulary.graphic_terms import GraphicTerms


def _design(description: str, phrases: str, ambiguous: str = "") -> GraphicTerms:
    return GraphicTerms(description=description, phrases=phrases, ambiguous=ambiguous, shows_things=True)


DESIGNS: dict[str, GraphicTerms] = {
    "pattern": _design(
        "a seamless pattern",
        "seamless pattern, seamless tile pattern, repeating pattern, tileable pattern, tiling pattern, seamless "
        "tile, seamless texture, tileable texture, repeat pattern, seamless tileable pattern, tileable seamless "
        "pattern, wallpaper pattern, wrapping paper pattern, wrapping paper, gift wrap pattern, fabric pattern, "
        "textile pattern, surface pattern, seamless repeating pattern, pattern of, pattern with, pattern design, "
        "polka dot pattern, striped pattern, stripe pattern, checkerboard pattern, checkered pattern, plaid "
        "pattern, tartan pattern, chevron pattern, zigzag pattern, hexagon pattern, honeycomb pattern, scale "
        "pattern, wave pattern, terrazzo pattern, terrazzo texture, geometric pattern, triangle pattern, floral "
        "pattern, seamless floral pattern, seamless geometric pattern, seamless background, tile pattern",
        ambiguous="pattern",
    ),
    "app-icon": _design(
        "an app icon",
        "app icon, application icon, ios icon, ios app icon, android icon, android app icon, mobile app icon, app "
        "logo, launcher icon, iphone app icon, macos icon, desktop icon, app store icon",
    ),
    "icon": _design(
        "an icon",
        "icon of, icon for, icon with, icon showing, favicon, pictogram, icon design, flat icon",
    ),
    "logo": _design(
        "a logo",
        "logo, logo design, logotype, wordmark, brand mark, brandmark, brand logo, monogram, lettermark, company "
        "logo, mascot logo, logo for, logo of",
    ),
    "badge": _design(
        "a round badge",
        "badge for, badge with, badge of, badge design, emblem, round badge, achievement badge, merit badge, "
        "embroidered patch, patch design, mission patch, enamel pin, vintage badge, seal design, circular badge, "
        "badge logo",
    ),
    "sticker": _design(
        "a sticker",
        "sticker, die cut sticker, die-cut sticker, vinyl sticker, laptop sticker, decal",
    ),
    "sticker-sheet": _design(
        "a sheet of stickers",
        "sticker sheet, sticker pack, sticker set, sheet of stickers, set of stickers, pack of stickers, "
        "collection of stickers, page of stickers",
    ),
    "business-card": _design(
        "a business card",
        "business card, visiting card, name card, calling card, visitenkarte",
    ),
    "greeting-card": _design(
        "a greeting card",
        "greeting card, birthday card, christmas card, xmas card, holiday card, thank you card, valentine card, "
        "valentines card, valentine's card, valentine's day card, anniversary card, get well card, get well soon "
        "card, congratulations card, easter card, mother's day card, mothers day card, father's day card, fathers "
        "day card, new year card, graduation card, sympathy card, wedding card, love card, halloween card, card "
        "that says, card saying, baby shower card, new baby card, good luck card, retirement card, "
        "geburtstagskarte",
    ),
    "invitation": _design(
        "an invitation",
        "invitation, invitation card, invite card, wedding invitation, party invitation, birthday invitation, "
        "save the date, save the date card, save-the-date, party invite, birthday party invitation, invite for, "
        "invite to, baby shower invitation",
    ),
    "postcard": _design(
        "a postcard",
        "postcard, travel postcard, vintage postcard, post card, postkarte",
    ),
    "stamp": _design(
        "a postage stamp",
        "postage stamp, vintage stamp, stamp with, stamp of, stamp design, stamp showing",
    ),
    "trading-card": _design(
        "a trading card",
        "trading card, pokemon style trading card, pokémon style card, collectible card, collectable card, "
        "playing card design, game card, pokemon card, pokémon card, trading card game card, tcg card, magic "
        "card, card game card, collector card, fantasy card",
    ),
    "poster": _design(
        "a poster",
        "poster, movie poster, film poster, event poster, concert poster, gig poster, travel poster, motivational "
        "poster, vintage poster, retro poster, typographic poster, typography poster, propaganda poster, festival "
        "poster, band poster, theater poster, theatre poster, poster design, inspirational poster, quote poster, "
        "art print, vintage travel poster, retro travel poster, music poster, party poster, plakat",
    ),
    "flyer": _design(
        "a flyer",
        "flyer, flier, leaflet, handout, event flyer, party flyer, promotional flyer, club flyer, instagram ad, "
        "social media post, social media graphic, facebook ad, promo graphic",
    ),
    "album-cover": _design(
        "an album cover",
        "album cover, album art, cd cover, record cover, vinyl cover, record sleeve, ep cover, single cover, "
        "playlist cover, mixtape cover, album artwork, podcast cover, podcast cover art, podcast artwork",
    ),
    "book-cover": _design(
        "a book cover",
        "book cover, novel cover, ebook cover, e-book cover, cover of a book, cover of a novel, children's book "
        "cover, childrens book cover, book jacket, paperback cover, cookbook cover, audiobook cover, comic book "
        "cover, cover for a novel, cover for a book, notebook cover, fantasy book cover, kids book cover",
    ),
    "magazine-cover": _design(
        "a magazine cover",
        "magazine cover, magazine front page, magazine front cover, cover of a magazine, zine cover",
    ),
    "menu": _design(
        "a menu",
        "restaurant menu, cafe menu, café menu, coffee menu, drinks menu, drink menu, cocktail menu, food menu, "
        "dinner menu, lunch menu, menu for, bar menu, pizza menu, dessert menu, menu card, menu design, menu "
        "board, coffee shop menu, wedding menu, speisekarte",
    ),
    "banner": _design(
        "a banner",
        "hero image, hero banner, hero section, hero illustration, hero graphic, website header, header image, "
        "web banner, website banner, banner for, banner with, banner of, banner image, banner ad, blog header, "
        "blog banner, blog cover, cover image, cover photo, youtube banner, twitter header, twitter banner, "
        "linkedin banner, facebook cover, email header, newsletter header, sale banner, banner design, wide "
        "banner, promotional banner, og image, open graph image, social preview image, youtube thumbnail, "
        "thumbnail for, readme banner, github banner, twitch banner, advertising banner, landing page hero",
    ),
    "product-photo": _design(
        "a product photo of",
        "product photo, product photography, product shot, product image, product photograph, product picture, "
        "packshot, e-commerce photo, ecommerce photo, studio product photo, commercial product photo, studio "
        "product shot, product render, product rendering, product visualization, amazon product photo",
    ),
    "package": _design(
        "a packaging box",
        "packaging box, product box, packaging design, package design, product packaging, box packaging, "
        "packaging for, packaging mockup, box mockup, cereal box, packaging of, software box, box design, gift "
        "box design",
    ),
    "label": _design(
        "a product label",
        "product label, label design, bottle label, wine label, beer label, jar label, jam label, honey label, "
        "label for, coffee label, food label, beer bottle label, wine bottle label, candle label, soap label",
    ),
    "shirt": _design(
        "a T-shirt with a print",
        "t-shirt mockup, tshirt mockup, t shirt mockup, shirt mockup, tee mockup, t-shirt design, tshirt design, "
        "t shirt design, shirt design, t-shirt print, t-shirt graphic, graphic tee, hoodie design, hoodie mockup, "
        "t-shirt with, tshirt with, t shirt with, tee with, merch design, merchandise mockup, mockup of a "
        "t-shirt, mockup of a white t-shirt, mockup of a black t-shirt, mockup of a shirt, mockup of a hoodie",
    ),
    "mug": _design(
        "a printed mug",
        "mug mockup, coffee mug mockup, mug design, coffee mug design, mug with, mug print, mockup of a mug, "
        "mockup of a white mug, mockup of a black mug, mockup of a coffee mug, printed mug, custom mug",
    ),
    "phone-mockup": _design(
        "a phone whose screen shows a picture",
        "smartphone mockup, phone in hand, phone in a hand, hand holding a phone, hand holding a smartphone, "
        "phone screen showing, phone showing, smartphone showing, phone displaying, hand holding phone, hand "
        "holding an iphone, mobile device mockup, smartphone displaying, iphone showing, iphone displaying, "
        "smartphone screen showing, phone held in a hand, mockup of a phone, mockup of an iphone, mockup of a "
        "smartphone",
    ),
    "laptop-mockup": _design(
        "a laptop whose screen shows a picture",
        "laptop mockup, macbook mockup, computer mockup, laptop screen showing, laptop showing, laptop "
        "displaying, desktop mockup, laptop screen mockup, macbook showing, notebook computer mockup, laptop with "
        "a screen showing, mockup of a laptop, mockup of a macbook, mockup of a computer",
    ),
    "billboard": _design(
        "a billboard",
        "billboard, billboard mockup, billboard ad, billboard advertisement, advertising billboard, mockup of a "
        "billboard, billboard with, billboard for, billboard showing",
    ),
    "comic": _design(
        "a comic strip",
        "comic strip, comic page, comic panel, comic panels, webcomic, web comic, manga page, four panel comic, "
        "four-panel comic, 4-panel comic, 4 panel comic, three panel comic, three-panel comic, 3-panel comic, 3 "
        "panel comic, six panel comic, six-panel comic, 6-panel comic, two panel comic, two-panel comic, 2-panel "
        "comic, five panel comic, five-panel comic, 5-panel comic, 6 panel comic, 2 panel comic, eight-panel "
        "comic, 8-panel comic, four panel comic strip, four-panel comic strip, three panel comic strip, "
        "three-panel comic strip, comic about, comic of, comic with, comic where, comic showing, comic in which, "
        "graphic novel page, cartoon strip, yonkoma, 4-koma, 4-panel manga, four-panel cartoon",
    ),
    "storyboard": _design(
        "a storyboard",
        "storyboard, story board, storyboard frames, storyboard panels",
    ),
    "sprite-sheet": _design(
        "a sprite sheet",
        "sprite sheet, spritesheet, sprite atlas, sprite-sheet, animation frames, walk cycle, run cycle, tileset, "
        "animation sheet, game sprites, sprite set, walking animation, running animation, game asset sheet, icon "
        "set, set of icons, game icons, icon pack, icon sheet",
    ),
    "floor-plan": _design(
        "a floor plan",
        "floor plan, floorplan, floor-plan, house plan, apartment plan, apartment layout, house layout, flat "
        "plan, architectural plan, floor layout, office layout plan, home floor plan, grundriss, plan of a house, "
        "plan of an apartment, layout of an apartment, layout of a house, blueprint of a house, blueprint of an "
        "apartment, house blueprint, home blueprint, apartment blueprint, blueprint for a house, office floor "
        "plan, architectural blueprint, blueprint of a two-bedroom apartment, blueprint of a two-bedroom house, "
        "blueprint of a three-bedroom house, blueprint of a 2-bedroom apartment, blueprint of a 3-bedroom house, "
        "blueprint of a one-bedroom apartment, blueprint of a small house, blueprint of a modern house, blueprint "
        "of an office, blueprint of a 2-bedroom house, house floor plan",
    ),
    "treasure-map": _design(
        "a treasure map",
        "treasure map, pirate map, pirate treasure map, old treasure map, map to a treasure, map of a treasure "
        "island, treasure island map, map to buried treasure, pirate's map, map of a pirate island, pirate island "
        "map, map of a treasure",
    ),
    "fantasy-map": _design(
        "a map of an invented land",
        "fantasy map, fantasy map of a fantasy world, map of a fantasy kingdom, map of a fantasy land, map of an "
        "imaginary land, map of an imaginary world, map of a kingdom, kingdom map, map of the kingdom, map of a "
        "fictional world, fictional map, rpg map, d&d map, tolkien style map, map of a fictional country, map of "
        "an island, island map, fantasy continent map, map of a magical kingdom, map of the world, map of a "
        "continent, map of a fantasy continent, map of a fictional continent, map of a country, old map, map of "
        "an imaginary island, map of a fantasy island, antique map, vintage map, dungeons and dragons map",
    ),
    "city-map": _design(
        "a city map",
        "city map, street map, town map, map of a city, map of the city, map of a town, road map, tourist map, "
        "neighborhood map, neighbourhood map, map of downtown, map of a small town, subway map, metro map, "
        "transit map, map with streets, map of streets, minimalist city map, map with a pin, map with a location "
        "pin",
    ),
    "qr-code": _design(
        "a QR code",
        "qr code for, qr code with, qr code of, qr code linking, qr code that, qr code to, qr code image",
        ambiguous="qr code, qr-code, qrcode",
    ),
}
"""By the name of the kind in the registry of graphics."""

MARK_KINDS = frozenset({
    "app-icon", "icon", "logo", "badge", "sticker", "sticker-sheet", "business-card", "menu", "pattern", "sprite-sheet",
    "label", "package", "shirt", "mug", "product-photo", "greeting-card", "invitation", "flyer",
})  # fmt: skip
"""Composed of things cut out of any place: what is scenery elsewhere is a thing here."""
NAMED_FOR = frozenset(
    {"logo", "badge", "label", "package", "menu", "flyer", "poster", "billboard", "shirt", "mug", "app-icon"}
)
"""Where a name after "for" is written: "a logo for Ember & Oak"."""
TITLED_BY_TOPIC = frozenset({"poster", "flyer", "menu", "invitation", "magazine-cover"})
"""What they are for is their title where the prompt gives none: "poster for a jazz concert"."""
EVENTS = frozenset({
    "concert", "festival", "party", "sale", "event", "conference", "market", "show", "match", "tournament", "night",
    "fair", "workshop", "exhibition", "class", "race", "marathon", "meetup", "gala", "opening", "contest",
    "competition", "hackathon", "game", "rally", "parade", "screening", "lecture", "course", "camp", "drive",
    "fundraiser", "auction", "club", "play", "musical", "opera", "carnival", "bazaar", "cleanup", "webinar",
    "summit", "retreat", "wedding", "picnic", "barbecue", "bbq", "brunch", "tasting",
})  # fmt: skip

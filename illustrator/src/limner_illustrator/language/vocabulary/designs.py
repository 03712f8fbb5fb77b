"""Designs: what prompts call them. They are composed of drawn things and of the prompt's texts."""

from limner_illustrator.language.vocabulary.game_designs import GAME_DESIGNS
from limner_illustrator.language.vocabulary.graphic_terms import GraphicTerms, design_terms
from limner_illustrator.language.vocabulary.places import PHRASES as PLACE_PHRASES

_GENRES = (
    "fantasy", "sci-fi", "science fiction", "romance", "mystery", "crime", "thriller", "horror", "historical",
    "young adult",
    "children's", "poetry", "cozy mystery", "self-help", "adventure", "dystopian", "graphic", "detective",
)  # fmt: skip
_BOOK_COVERS = ", ".join(
    f"cover {joint} a {genre} {noun}" for joint in ("for", "of") for genre in _GENRES for noun in ("novel", "book")
)
DESIGNS: dict[str, GraphicTerms] = {
    "abstract": design_terms("an abstract design", ""),  # found by its whole prompt, not by a name
    "pattern": design_terms(
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
    "app-icon": design_terms(
        "an app icon",
        "app icon, application icon, ios icon, ios app icon, android icon, android app icon, mobile app icon, app "
        "logo, launcher icon, iphone app icon, macos icon, desktop icon, app store icon",
    ),
    "icon": design_terms(
        "an icon",
        "icon of, icon for, icon with, icon showing, favicon, pictogram, icon design, flat icon",
    ),
    "logo": design_terms(
        "a logo",
        "logo, logo design, logotype, wordmark, brand mark, brandmark, brand logo, monogram, lettermark, company "
        "logo, mascot logo, logo for, logo of",
    ),
    "badge": design_terms(
        "a round badge",
        "badge for, badge with, badge of, badge design, award badge, gold badge, emblem, round badge, "
        "achievement badge, merit badge, "
        "embroidered patch, patch design, mission patch, enamel pin, vintage badge, seal design, circular badge, "
        "badge logo",
    ),
    "sticker": design_terms(
        "a sticker",
        "sticker, die cut sticker, die-cut sticker, vinyl sticker, laptop sticker, decal, "
        "aufkleber, pegatina, autocollant, adesivo, sticker that, sticker saying",
    ),
    "sticker-sheet": design_terms(
        "a sheet of stickers",
        "sticker sheet, sticker pack, sticker set, sheet of stickers, set of stickers, pack of stickers, "
        "collection of stickers, page of stickers",
    ),
    "business-card": design_terms(
        "a business card",
        "business card, visiting card, name card, calling card, visitenkarte, "
        "tarjeta de visita, tarjeta de presentación, carte de visite, biglietto da visita",
    ),
    "greeting-card": design_terms(
        "a greeting card",
        "greeting card, birthday card, christmas card, xmas card, holiday card, thank you card, valentine card, "
        "valentines card, valentine's card, valentine's day card, anniversary card, get well card, get well soon "
        "card, congratulations card, easter card, mother's day card, mothers day card, father's day card, fathers "
        "day card, new year card, graduation card, sympathy card, wedding card, love card, halloween card, card "
        "that says, card saying, baby shower card, new baby card, good luck card, retirement card, "
        "geburtstagskarte, "
        "carte d'anniversaire, tarjeta de cumpleaños, carte de voeux, carte de vœux, weihnachtskarte, dankeskarte, "
        "tarjeta de navidad, biglietto d'auguri",
    ),
    "invitation": design_terms(
        "an invitation",
        "invitation, invitation card, invite card, wedding invitation, party invitation, birthday invitation, "
        "save the date, save the date card, save-the-date, party invite, birthday party invitation, invite for, "
        "invite to, baby shower invitation, "
        "invitation à, invitation au, einladung, hochzeitseinladung, einladungskarte, invitación, invitación de boda, "
        "invito",
    ),
    "postcard": design_terms(
        "a postcard",
        "postcard, travel postcard, vintage postcard, post card, postkarte",
    ),
    "stamp": design_terms(
        "a postage stamp",
        "postage stamp, vintage stamp, stamp with, stamp of, stamp design, stamp showing",
    ),
    "flag": design_terms(
        "a flag",
        "flag of, flag for, flag with, flag design, national flag, country flag, flag showing, striped flag, flag that "
        "has, flag having, flag consisting of, tricolor flag, tricolour flag, flagge, drapeau, bandera",
    ),
    "coat-of-arms": design_terms(
        "a coat of arms",
        "coat of arms, family crest, heraldic crest, heraldic shield, crest of, crest with, crest for, school crest, "
        "club crest, football crest, heraldry, royal crest, wappen, escudo de armas, blason",
    ),
    "certificate": design_terms(
        "a certificate",
        "certificate, certificate of achievement, certificate of completion, award certificate, diploma, certificate "
        "of appreciation, certificate of excellence, certificate of participation, urkunde, diplom, certificado",
    ),
    "ticket": design_terms(
        "a ticket",
        "concert ticket, movie ticket, cinema ticket, event ticket, train ticket, theater ticket, theatre ticket, "
        "raffle ticket, admission ticket, ticket for, ticket to, ticket design, festival ticket, boarding pass, bus "
        "ticket, museum ticket, circus ticket, lottery ticket, golden ticket, gift voucher, gift certificate, "
        "gift card, voucher, coupon, discount coupon, gift coupon, eintrittskarte",
    ),
    "newspaper": design_terms(
        "the front page of a newspaper",
        "newspaper front page, front page of a newspaper, newspaper page, newspaper with the headline, newspaper with "
        "headline, newspaper with a headline, newspaper cover, vintage newspaper, old newspaper, newspaper called, "
        "newspaper named, front page of the newspaper, newspaper saying, newspaper that says, newspaper clipping, "
        "newspaper article, newspaper about, newspaper headline, zeitung",
    ),
    "poster": design_terms(
        "a poster",
        "poster, movie poster, film poster, event poster, concert poster, gig poster, travel poster, motivational "
        "poster, vintage poster, retro poster, typographic poster, typography poster, propaganda poster, festival "
        "poster, band poster, theater poster, theatre poster, poster design, inspirational poster, quote poster, "
        "art print, vintage travel poster, retro travel poster, music poster, party poster, plakat, filmplakat, "
        "affiche, cartel de cine, cartel para, cartel de, póster, locandina, affisch, "
        "plakat für, affiche pour, póster de, poster para",
    ),
    "flyer": design_terms(
        "a flyer",
        "flyer, flier, leaflet, handout, event flyer, party flyer, promotional flyer, club flyer, instagram ad, "
        "social media post, social media graphic, facebook ad, promo graphic, instagram post, instagram story, "
        "facebook post, linkedin post, twitter post, pinterest pin, social post, sale post, square post, social media "
        "ad, promotional post, social media carousel, carousel slide, carousel post, instagram carousel, "
        "social media carousel slide, linkedin carousel, reel cover, tiktok cover, social media template, "
        "whatsapp status, flugblatt, volante",
    ),
    "album-cover": design_terms(
        "an album cover",
        "album cover, album art, cd cover, record cover, vinyl cover, record sleeve, ep cover, single cover, "
        "playlist cover, mixtape cover, album artwork, podcast cover, podcast cover art, podcast artwork",
    ),
    "book-cover": design_terms(
        "a book cover",
        "book cover, novel cover, ebook cover, e-book cover, cover of a book, cover of a novel, children's book "
        "cover, childrens book cover, book jacket, paperback cover, cookbook cover, audiobook cover, comic book "
        "cover, cover for a novel, cover for a book, notebook cover, fantasy book cover, kids book cover, "
        "buchcover, portada de libro, portada de un libro, couverture de livre, copertina di libro, " + _BOOK_COVERS,
    ),
    "magazine-cover": design_terms(
        "a magazine cover",
        "magazine cover, magazine front page, magazine front cover, cover of a magazine, zine cover",
    ),
    "menu": design_terms(
        "a menu",
        "restaurant menu, cafe menu, café menu, coffee menu, drinks menu, drink menu, cocktail menu, food menu, "
        "dinner menu, lunch menu, menu for, bar menu, pizza menu, dessert menu, menu card, menu design, menu "
        "board, coffee shop menu, wedding menu, speisekarte",
    ),
    "banner": design_terms(
        "a banner",
        "hero image, hero banner, hero section, hero illustration, hero graphic, website header, header image, "
        "web banner, website banner, banner for, banner with, banner of, banner image, banner ad, blog header, "
        "blog banner, blog cover, cover image, cover photo, youtube banner, twitter header, twitter banner, "
        "linkedin banner, facebook cover, email header, newsletter header, sale banner, banner design, wide "
        "banner, promotional banner, og image, open graph image, social preview image, youtube thumbnail, "
        "thumbnail for, readme banner, github banner, twitch banner, advertising banner, landing page hero, real "
        "estate banner, store banner, shop banner, event banner, app banner, homepage banner",
        ambiguous="banner",
    ),
    "product-photo": design_terms(
        "a product photo of",
        "product photo, product photography, product shot, product image, product photograph, product picture, "
        "packshot, e-commerce photo, ecommerce photo, studio product photo, commercial product photo, studio "
        "product shot, product render, product rendering, product visualization, amazon product photo, "
        "product mockup of, bottle "
        "mockup, jar mockup, can mockup, cosmetic mockup, cosmetics mockup, candle mockup, mockup of a bottle, "
        "mockup of a jar, mockup of a can",
    ),
    "package": design_terms(
        "a packaging box",
        "packaging box, product box, packaging design, package design, product packaging, box packaging, "
        "packaging for, packaging with, packaging mockup, box mockup, cereal box, packaging of, software box, "
        "box design, gift box design",
    ),
    "label": design_terms(
        "a product label",
        "product label, label design, bottle label, wine label, beer label, jar label, jam label, honey label, "
        "label for, label with, bag label, coffee bag label, can label, sauce label, hot sauce label, tea label, "
        "cheese label, juice label, coffee label, food label, beer bottle label, wine bottle label, candle label, "
        "soap label",
    ),
    "shirt": design_terms(
        "a T-shirt with a print",
        "t-shirt mockup, tshirt mockup, t shirt mockup, shirt mockup, tee mockup, t-shirt design, tshirt design, "
        "t shirt design, shirt design, t-shirt print, tshirt print, tee print, shirt print, t-shirt graphic, "
        "graphic tee, hoodie design, hoodie mockup, "
        "t-shirt with, tshirt with, t shirt with, tee with, merch design, merchandise mockup, mockup of a "
        "t-shirt, mockup of a white t-shirt, mockup of a black t-shirt, mockup of a shirt, mockup of a hoodie, "
        "t-shirt that says, t-shirt saying, tshirt that says, tshirt saying, shirt that says, shirt saying, "
        "t shirt that says, hoodie with, hoodie that says, camiseta con, tee that says",
    ),
    "tote-bag": design_terms(
        "a printed tote bag",
        "tote bag, tote bag design, tote bag mockup, tote bag with, canvas bag design, canvas tote bag, canvas tote, "
        "cotton bag design, shopping bag mockup, shopping bag design, tote, mockup of a tote bag, tote bag print, "
        "tote bag that says, tote bag saying",
    ),
    "mug": design_terms(
        "a printed mug",
        "mug mockup, coffee mug mockup, mug design, coffee mug design, mug with, mug print, mockup of a mug, "
        "mockup of a white mug, mockup of a black mug, mockup of a coffee mug, printed mug, custom mug, "
        "mug that says, mug saying, coffee mug that says, coffee mug with, taza con, tasse mit",
    ),
    "phone-mockup": design_terms(
        "a phone whose screen shows a picture",
        "smartphone mockup, phone in hand, phone in a hand, hand holding a phone, hand holding a smartphone, "
        "phone screen showing, phone showing, smartphone showing, phone displaying, hand holding phone, hand "
        "holding an iphone, mobile device mockup, smartphone displaying, iphone showing, iphone displaying, "
        "smartphone screen showing, phone held in a hand, mockup of a phone, mockup of an iphone, mockup of a "
        "smartphone",
    ),
    "laptop-mockup": design_terms(
        "a laptop whose screen shows a picture",
        "laptop mockup, macbook mockup, computer mockup, laptop screen showing, laptop showing, laptop "
        "displaying, desktop mockup, laptop screen mockup, macbook showing, notebook computer mockup, laptop with "
        "a screen showing, mockup of a laptop, mockup of a macbook, mockup of a computer",
    ),
    "billboard": design_terms(
        "a billboard",
        "billboard, billboard mockup, billboard ad, billboard advertisement, advertising billboard, mockup of a "
        "billboard, billboard with, billboard for, billboard showing",
    ),
    "comic": design_terms(
        "a comic strip",
        "comic strip, comic page, comic panel, comic panels, webcomic, web comic, manga page, four panel comic, "
        "four-panel comic, 4-panel comic, 4 panel comic, three panel comic, three-panel comic, 3-panel comic, 3 "
        "panel comic, six panel comic, six-panel comic, 6-panel comic, two panel comic, two-panel comic, 2-panel "
        "comic, five panel comic, five-panel comic, 5-panel comic, 6 panel comic, 2 panel comic, eight-panel "
        "comic, 8-panel comic, four panel comic strip, four-panel comic strip, three panel comic strip, "
        "three-panel comic strip, comic about, comic of, comic with, comic where, comic showing, comic in which, "
        "graphic novel page, cartoon strip, yonkoma, 4-koma, 4-panel manga, four-panel cartoon",
    ),
    "storyboard": design_terms(
        "a storyboard",
        "storyboard, story board, storyboard frames, storyboard panels",
    ),
    "floor-plan": design_terms(
        "a floor plan",
        "floor plan, floorplan, floor-plan, seating chart, seating plan, seating arrangement, "
        "house plan, apartment plan, apartment layout, house layout, flat "
        "plan, architectural plan, floor layout, office layout plan, home floor plan, grundriss, plan of a house, "
        "plan of an apartment, layout of an apartment, layout of a house, blueprint of a house, blueprint of an "
        "apartment, house blueprint, home blueprint, apartment blueprint, blueprint for a house, office floor "
        "plan, architectural blueprint, blueprint of a two-bedroom apartment, blueprint of a two-bedroom house, "
        "blueprint of a three-bedroom house, blueprint of a 2-bedroom apartment, blueprint of a 3-bedroom house, "
        "blueprint of a one-bedroom apartment, blueprint of a small house, blueprint of a modern house, blueprint "
        "of an office, blueprint of a 2-bedroom house, house floor plan",
    ),
    "treasure-map": design_terms(
        "a treasure map",
        "treasure map, pirate map, pirate treasure map, old treasure map, map to a treasure, map of a treasure "
        "island, treasure island map, map to buried treasure, pirate's map, map of a pirate island, pirate island "
        "map, map of a treasure",
    ),
    "fantasy-map": design_terms(
        "a map of an invented land",
        "fantasy map, fantasy map of a fantasy world, map of a fantasy kingdom, map of a fantasy land, map of an "
        "imaginary land, map of an imaginary world, map of a kingdom, kingdom map, map of the kingdom, map of a "
        "fictional world, fictional map, rpg map, d&d map, tolkien style map, map of a fictional country, map of "
        "an island, island map, fantasy continent map, map of a magical kingdom, map of the world, map of a "
        "continent, map of a fantasy continent, map of a fictional continent, map of a country, old map, map of "
        "an imaginary island, map of a fantasy island, antique map, vintage map, dungeons and dragons map",
    ),
    "city-map": design_terms(
        "a city map",
        "city map, street map, town map, map of a city, map of the city, map of a town, road map, tourist map, "
        "neighborhood map, neighbourhood map, map of downtown, map of a small town, map with streets, "
        "map of streets, minimalist city map, map with a pin, map with a location "
        "pin",
    ),
    "resume": design_terms(
        "a resume",
        "resume template, resume design, resume layout, resume for, resume of, cv template, cv design, cv layout, "
        "cv for, cv of, curriculum vitae, resume page, resume mockup, lebenslauf, currículum, one page resume, "
        "one-page resume",
    ),
    "recipe-card": design_terms(
        "a recipe card",
        "recipe card, recipe card template, recipe page, recipe template, recipe infographic, illustrated recipe, "
        "recipe sheet, rezeptkarte, fiche recette, recipe poster, recipe for, recipe of",
    ),
    "newsletter": design_terms(
        "an email newsletter",
        "email newsletter, newsletter template, newsletter design, newsletter layout, email template, email design, "
        "newsletter for, e-mail newsletter, email newsletter template, email newsletter design, html email, "
        "marketing email, email campaign design, welcome email design, promotional email, newsletter mockup",
    ),
    "labelled-diagram": design_terms(
        "a diagram with labels",
        "labeled diagram, labelled diagram, anatomy diagram, anatomy of, anatomical diagram, cutaway diagram, "
        "cross section diagram, cross-section diagram, labeled illustration, labelled illustration, parts diagram, "
        "labeled drawing, labelled drawing, diagram of the parts, exploded view, exploded diagram, biology diagram, "
        "science diagram, scientific diagram, educational diagram, labeled cross section, structure diagram, "
        "cutaway illustration, cutaway view, labeled cutaway",
        ambiguous="diagram, cross section, cross-section, cutaway, parts of, structure of, layers of",
    ),
    "place-map": design_terms("a map for visitors", PLACE_PHRASES),
    "transit-map": design_terms(
        "a map of underground lines",
        "subway map, metro map, transit map, underground map, tube map, metro system map, subway system map, train "
        "map, tram map, bus map, rail map, transit diagram, metro line map, subway diagram, bus route map, u-bahn plan",
    ),
    "meme": design_terms(
        "a meme",
        "meme with, meme of, meme about, meme where, meme when, meme showing, meme saying, meme image, meme template, "
        "meme format, internet meme, image macro, funny meme, programming meme, programmer meme, developer meme, "
        "cat meme, dog meme, office meme",
        ambiguous="meme, memes",
    ),
    "loyalty-card": design_terms(
        "a loyalty card",
        "loyalty card, punch card, stamp card, loyalty stamp card, rewards card, reward card, bonus card, coffee card, "
        "loyalty punch card",
    ),
    "qr-code": design_terms(
        "a QR code",
        "qr code for, qr code with, qr code of, qr code linking, qr code that, qr code to, qr code image",
        ambiguous="qr code, qr-code, qrcode",
    ),
    **GAME_DESIGNS,
}
"""By the name of the kind in the registry of graphics."""

MARK_KINDS = frozenset({
    "app-icon", "icon", "logo", "badge", "sticker", "sticker-sheet", "business-card", "menu", "pattern", "sprite-sheet",
    "label", "package", "shirt", "mug", "tote-bag", "flag", "coat-of-arms", "playing-card", "certificate", "ticket",
    "emoji-set", "product-photo", "greeting-card", "invitation", "flyer", "recipe-card", "icon-set",
    "labelled-diagram", "loyalty-card", "place-map", "flash-card",
})  # fmt: skip
"""Composed of things cut out of any place: what is scenery elsewhere is a thing here."""
NAMED_FOR = frozenset(
    {
        "logo",
        "badge",
        "label",
        "package",
        "menu",
        "flyer",
        "poster",
        "billboard",
        "shirt",
        "mug",
        "app-icon",
        "tote-bag",
        "ticket",
    }
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

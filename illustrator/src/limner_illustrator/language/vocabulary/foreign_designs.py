"""Words of German, Spanish, French and Italian prompts for designs: joints, cues, trades and events."""

import re

_WORDS: dict[str, str] = {
    r"für (?:eine[nms]?|ein|den|das|die|mein(?:en?)?)|para (?:una?|el|la|mi)|pour (?:une?|le|la|mon|ma)|"
    r"per (?:una?|il|la|lo)|à une?": "for a",
    r"für|para|pour": "for",
    r"mit (?:eine[mr]|dem|der)|con (?:una?|el|la)|avec (?:une?|le|la)": "with a",
    r"mit|avec": "with",
    r"zur|zum": "for the",
    r"namens|genannt|llamad[ao]s?|titulad[ao]|appelée?|intitulée?|chiamat[ao]|intitolat[ao]": "called",
    r"bäckerei|panadería|boulangerie|panetteria|panificio|pasticceria|pastelería|pâtisserie|konditorei": "bakery",
    r"friseur(?:salon)?|peluquería|salon de coiffure|coiffeur|parrucchiere": "hair salon",
    r"zahnarzt(?:praxis)?|zahnärztin|dentista|dentiste|clínica dental|cabinet dentaire": "dentist",
    r"blumenladen|floristería|florería|fleuriste|fioraio": "florist",
    r"buchhandlung|buchladen|librería|librairie|libreria": "bookstore",
    r"fitnessstudio|gimnasio|salle de sport|palestra": "gym",
    r"restaurante|ristorante|gaststätte": "restaurant",
    r"cafetería|kaffeehaus|caffè": "coffee shop",
    r"tierarzt(?:praxis)?|veterinari[oa]|vétérinaire": "veterinarian",
    r"weingut|bodega|vignoble": "winery",
    r"brauerei|cervecería|brasserie|birrificio": "brewery",
    r"architekt(?:in)?|arquitect[oa]|architecte|architetto": "architect",
    r"fotograf(?:in)?|fotógraf[oa]|photographe|fotografo": "photographer",
    r"hochzeit(?:sfeier)?|boda|mariage|matrimonio": "wedding",
    r"geburtstag(?:sfeier|sparty)?|(?:fiesta de )?cumpleaños|d'anniversaire|anniversaire|compleanno": "birthday",
    r"weihnachten|weihnachtsmarkt|navidad|noël|natale": "christmas",
    r"konzert|concierto|concerto": "concert",
    r"flohmarkt|mercadillo|brocante|vide-grenier": "flea market",
    r"fiesta(?: de \w+)?|fête|festa|feier|soirée": "party",
}
_ANY = re.compile(rf"(?<![\w'])(?:{'|'.join(f'({one})' for one in _WORDS)})(?![\w'])", re.IGNORECASE)
_ENGLISH = tuple(_WORDS.values())

INVITED: dict[str, str] = {
    "hochzeit": "Einladung zur Hochzeit von",
    "boda": "Están invitados a la boda de",
    "mariage": "Vous êtes invités au mariage de",
    "matrimonio": "Siete invitati al matrimonio di",
}
"""A word for a wedding -> the opening of an invitation to it."""

GREETINGS: dict[str, str] = {
    "anniversaire": "Joyeux anniversaire",
    "geburtstag": "Alles Gute zum Geburtstag",
    "cumpleaños": "Feliz cumpleaños",
    "compleanno": "Buon compleanno",
    "weihnacht": "Frohe Weihnachten",
    "navidad": "Feliz Navidad",
    "noël": "Joyeux Noël",
    "natale": "Buon Natale",
}
"""A word for an occasion -> the greeting on a card for it."""


def to_english(text: str) -> str:
    """With the joints, cues, trades and events of other languages in English; other words stay."""
    return _ANY.sub(lambda match: _ENGLISH[(match.lastindex or 1) - 1], text)

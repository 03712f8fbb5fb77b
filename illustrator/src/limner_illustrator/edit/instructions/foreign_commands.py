"""The verbs of commands in other languages, in English. What they speak of is for the reader of prompts."""

import re

_REMOVE = (
    r"entferne|entfernt|l(?:ö|oe)sche|quita|quite|elimina|elimine|borra|borre|saca|sacar|quitar|eliminar|borrar|enlever|supprimer|retirer|effacer|togliere|rimuovere|supprime|supprimez|enl[eè]ve|"
    r"enlevez|retire|retirez|efface|effacez|rimuovi|togli|cancella|remova|apague|tire|verwijder|убери|удали|уберите|"
    r"удалите"
)
_ADD = (
    r"a(?:ñ|n)ade|a(?:ñ|n)ada|a(?:ñ|n)adir|agregar|ajouter|rajouter|aggiungere|adicionar|agrega|agregue|ajoute|ajoutez|rajoute|aggiungi|inserisci|adicione|adiciona|acrescente|"
    r"добавь|добавьте|дорисуй"
)
_PUT = r"poner|mettre|mettere|colocar|pon|ponga|mets|mettez|metti|setze|stelle|coloca|coloque"
_GIVE_HIM = r"p[oó]nle|dale|donne-lui|mets-lui|dagli|mettigli"
_MAKE = r"mach|mache|macht|haz|rends|rendez|fais|f(?:ä|ae)rbe|male|pinta|peins|colorea|rendi|maak|сделай|сделайте"
_REPLACE = (
    r"ersetze|tausche|reemplaza|cambia|remplace|remplacez|change|changez|sustituye|sostituisci|cambia|substitua|troque|"
    r"vervang|замени|замените"
)
_CHANGE = r"(?:ver)?(?:ä|ae)nder[en]?|cambia|cambie|change|changez|muda|mude|modifie|verander"
_INTO = r"in|zu|auf|en|a|por|para|naar"
_IT = (
    r"(?:es|das bild|das foto|l'image|la photo|la imagen|la foto|l'immagine|a foto|a imagem|het|de foto|le tableau|"
    r"el dibujo)"
)
_TURN = r"mache?|verwandle|wandle|transforme|convierte|transforma|trasforma|converta|verander"
_BLUR = r"floute|floutez|desenfoca|desenfoque|difumina|sfoca|desfoque"
_TILT = r"drehe?|tourne|fais pivoter|pivote|gira|rota|ruota|gire|draai"
_CUT = r"schneide|recadre|recadrez|recorta|recorte|ritaglia"
_WRITE = r"schreibe?|[eé]cris|[eé]crivez|escribe|escriba|scrivi|escreva|schrijf"
_LET = r"lass|lasse|laisse|deja que|haz que"
_BRIGHTER = (
    r"heller|plus (?:lumineux|clair|claire|lumineuse)|m[aá]s (?:claro|clara|brillante|luminos[oa])|pi[uù] luminos[oa]"
)
_DARKER = r"dunkler|plus sombre|m[aá]s oscur[oa]|pi[uù] scur[oa]"
_MOVE = r"mueve|mueva|d[eé]place|d[eé]placez|verschiebe|bewege|sposta|mova|desloque|verplaats|передвинь|сдвинь"
_NO = r"pas d(?:e |')|sin |ohne |keine?n? |senza |sem |без |zonder |geen |aucune? "
_ARTICLE = r"un|une|un[ao]|ein(?:e[nrms]?)?|des|unos|unas|alcun[ie]|uma?|een"
_COLORS = (
    r"bleue?s?|rouges?|verte?s?|noire?s?|blanc(?:he|[oa])?s?|jaunes?|roses?|violette?s?|grise?s?|marr[oó]n|dor[ée]e?s?|"
    r"turquoise|azul(?:es)?|roj[oa]s?|verd[ei]s?|negr[oa]s?|amarill[oa]s?|rosas?|naranja|orange|morad[oa]s?|gris(?:es)?|"
    r"dorad[oa]s?|ross[oaie]|bianc[oa]|bianch[ie]|ner[oaie]|giall[oaie]|blu|viola|grigi[oa]?|vermelh[oa]s?|pret[oa]s?|"
    r"branc[oa]s?|amarel[oa]s?"
)
_ELIDED = re.compile(r"\bl'(?=\w)", re.IGNORECASE)
_TO_THE = re.compile(r"^(?:(?:al?|au|à|alla|ao|dem|der|den) )?(?:(?:la|el|le|los) )?(?=[^ ]+$)")
_COMMANDS = tuple(
    (re.compile(pattern, re.IGNORECASE), command)
    for pattern, command in (
        (
            (
                rf"^(?:{_CHANGE}) (?:die farbe|la couleur|el color|il colore|a cor|de kleur) (?:von |van )?"
                rf"(?:de[srm] |de la |de l'|du |del |della |dell'|do |da |de )(.+?) (?:{_INTO}) (.+)$"
            ),
            "change the color of the {} to {}",
        ),
        (r"^(?:cambia|cambie|muda|mude|(?:ä|ae)nder[en]?) (.+?) (?:in|zu|auf|a|por|para|en) (.+)$", "change {} to {}"),
        (r"^(?:change|changez) (l[ea]s? .+?) en (.+)$", "change {} to {}"),
        (rf"^(?:{_TURN}) (?:{_IT} )?(?:(?:{_INTO}) |daraus )(.+)$", "turn it into {}"),
        (rf"^(?:{_BLUR}) (.+)$", "blur {}"),
        (r"^mach(?:e|t)? (.+) unscharf$", "blur {}"),
        (
            rf"^(?:{_TILT})(?: {_IT})?(?: um| de| di| em)? (\d+) ?(?:grad|degr[eé]s|grados|gradi|graus)\b(.*)$",
            "rotate {} degrees{}",
        ),
        (rf"^(?:{_CUT})(?: {_IT})? (?:(?:{_INTO}|um) )?(.*?)(?: zu)?$", "crop to {}"),
        (rf"^(?:{_WRITE}) (.+)$", "write {}"),
        (r"^(?:zoome|zoom(?:ez)?|haz zoom)(?: heran)? (?:auf|sur|en|su) (.+)$", "zoom in on {}"),
        (
            (
                rf"^(?:{_LET}) (?!es (?:schnei|regn)|nieve\b|llueva\b|nur\b|seule?|alles\b|den rest|tout|le reste|so\b|"
                r"es so)(.+)$"
            ),
            "let {}",
        ),
        (r"^(d(?:er|ie|as) .+?) soll(?:en)? (.+)$", "let {} {}"),
        (rf"^(?:(?:{_MAKE}|rends|hazl[oa])(?: {_IT}|-l[ea])? )?(?:{_BRIGHTER})(?: machen)?$", "make it brighter"),
        (rf"^(?:(?:{_MAKE}|rends|hazl[oa])(?: {_IT}|-l[ea])? )?(?:{_DARKER})(?: machen)?$", "make it darker"),
        (rf"^(?:{_ADD}) (?:de la |du |de l'|un peu de |algo de |un poco de |un po' di )(.+)$", "add {}"),
        (rf"^(?:{_ADD}) ((?:{_ARTICLE}) .+?) (?:al|a la|au|à la|alla|ao|aux) (?!lado)([^ ]+)$", "add {0} to the {1}"),
        (
            rf"^f(?:ü|ue)ge? (?:dem|der|den) ((?:[^ ]+ )?[^ ]+) ((?:{_ARTICLE}) .+) hinzu$",
            "give {1} to the {0}",
        ),
        (r"^f(?:ü|ue)ge? (rechts|links|oben|unten) (.+) hinzu$", "add {1} {0}"),
        (rf"^(?:{_REPLACE}) (.+?) (?:durch|gegen|por|con|par|на) (.+)$", "replace {} with {}"),
        (r"^(?:vervang|verander|wissel|ruil) (.+?) door (.+)$", "replace {} with {}"),
        (rf"^(?:{_REMOVE}) (.+)$", "remove {}"),
        (r"^(.+) (?:entfernen|l(?:ö|oe)schen)$", "remove {}"),
        (r"^haal (.+) weg$", "remove {}"),
        (rf"^(?:{_NO})((?!(?:background|hintergrund|fondo|fond|sfondo|fundo|achtergrond|l'arri)\b).+)$", "remove {}"),
        (r"^f(?:ü|ue)ge? (.+) hinzu$", "add {}"),
        (r"^f(?:ü|ue)ge? (.+?) hinzu,? (?:d(?:ie|er|as|en) )?(.+)$", "add {} {}"),
        (r"^(?:male|streiche) (.+) an$", "make {}"),
        (r"^voeg (.+) toe$", "add {}"),
        (r"^(.+) hinzuf(?:ü|ue)gen$", "add {}"),
        (rf"^(?:{_ADD}) (.+)$", "add {}"),
        (
            rf"^(?:{_PUT}) ((?:{_ARTICLE}) .+?) ((?:al|a la|au|à la|à l'|alla|ao) ?[^ ]+)$",
            "give {0} to the {1}",
        ),
        (rf"^(?:{_PUT}) ((?:{_ARTICLE}|den|die|das|der|le|la|les|el|los|las|il|lo) .+)$", "put {}"),
        (
            (
                rf"^(?:dale|dar|donner|d[aá]|ponle|ponga|donne|mets|dai|metti|d[êe]|coloque) "
                rf"(?P<to>(?:al? |à la |à l'|au |alla |all'|ao )(?:la |el |le |los )?[^ ]+) "
                rf"(?P<what>(?:{_ARTICLE}) .+)$"
            ),
            "give {1} to the {0}",
        ),
        (
            rf"^(?:{_GIVE_HIM}) ((?:{_ARTICLE}) .+?) (?:al|a la|au|à la) (.+)$",
            "give {0} to the {1}",
        ),
        (rf"^(?:{_GIVE_HIM}) (.+)$", "give it {}"),
        (rf"^(?:gib|gebe|geben sie) ((?:dem|der|den) [^ ]+) ((?:{_ARTICLE}) .+)$", "give {1} to the {0}"),
        (
            rf"^(?:setze?|zieh|binde) ((?:dem|der|den) [^ ]+) ((?:{_ARTICLE}) .+?)(?: (?:auf|an|um))?$",
            "give {1} to the {0}",
        ),
        (
            rf"^(?:gib|gebe|setze?|zieh|binde) (?:ihm|ihr|ihnen) ((?:{_ARTICLE}) .+?)(?: (?:auf|an|um))?$",
            "give it {}",
        ),
        (
            (
                rf"^(?:{_MAKE}) ((?:l[ae]s?|el|los|las|il|lo|gli|i|o|a) [^ ]+|l'[^ ]+)"
                rf"(?: (?:en|in|de color|di colore))? ({_COLORS})$"
            ),
            "make {} in {}",
        ),
        (r"^(?:fais|fa)[- ]en (.+)$", "turn it into {}"),
        (r"^(?:lass|lasse|lasst) es schneien$|^fais(?:-la|-le)? neiger$|^haz que nieve$", "make it snow"),
        (r"^(?:lass|lasse|lasst) es regnen$|^fais(?:-la|-le)? pleuvoir$|^haz que llueva$", "make it rain"),
        (rf"^(?:{_MOVE}) (.+)$", "move {}"),
        (r"^(?:mach|mache|macht) (?:es|das bild|das foto) ((?:(?!\b(?:zu|aus|weg)\b).)+)$", "make it {}"),
        (rf"^(?:{_MAKE}) (?!es |nichts|le (?:plus|moins|en|\S+$))(.+)$", "make {}"),
        (r"^(?:haz|pon|vu[eé]lve|convi[eé]rte|rendi|rends-?|fais-?|mets-?)l[aoe] (?:en )?(.+)$", "make it {}"),
        (r"^(.+) machen$", "make {}"),
        (r"^(?!背景)(.+?)を(?:消|削除|取り除|除去)[しいて]*(?:ください|下さい)?$", "remove {}"),
        (r"^(?!背景)(.+?)を(?:追加|加え|足|描い|入れ)[して]*(?:ください|下さい)?$", "add {}"),
        (r"^(?!背景)(.+?)を(.+?)に(?:変え|置き換え|し)[て]*(?:ください|下さい)?$", "change {} to {}"),
        (
            r"^(?:背景を(?:ぼかし|ぼやか).*|请?(?:虚化|模糊)(?:一下)?背景|请?[把将]?背景(?:虚化|模糊)(?:一下)?)$",
            "blur the background",
        ),
        (
            r"^(.+?)に(.+?)を(?:かぶせ|被せ|かけ|着せ|つけ|付け|持たせ)(?:させ)?て?(?:ください|下さい)?$",
            "give {1} to the {0}",
        ),
        (
            r"^(?!背景)(.+?)を(赤|青|白|黒)(?:色に|く|に)(?:して|塗って|変えて|変更して)(?:ください|下さい)?$",
            "change {} to {}い",
        ),
        (r"^请?[给給][她他它](?:戴上?|穿上?|加上?|配上?)(?:一?[个頂顶副件只条])?(.+)$", "give it {}"),
        (r"^请?[给給](.+?)(?:戴上?|穿上?|加上?|配上?)(?:一?[个頂顶副件只条])?(.+)$", "give {1} to the {0}"),
        (r"^请?[把将](?!背景)(.+?)(?:替换成|替换为|换成)(.+)$", "replace {} with {}"),
        (r"^请?[把将](?!背景)(.+?)(?:变成|改成|改为|变为)(.+)$", "change {} to {}"),
        (r"^请?[把将](?!背景)(.+?)(?:去掉|删除|移除|删掉)$", "remove {}"),
        (r"^请?(?:去掉|删除|移除|删掉)(?!背景)(.+)$", "remove {}"),
        (r"^请?(?:添加|加上|增加|加)(.+)$", "add {}"),
        (r"^(.+?)(?:을|를) ?(?:추가|더)(?:해|해줘|해 ?주세요)?$", "add {}"),
        (r"^(?!배경)(.+?)(?:을|를) ?(?:제거|삭제|지워)(?:해|해줘|해 ?주세요|줘)?$", "remove {}"),
    )
)
_ENDINGS = tuple(
    (re.compile(rf" (?:{pattern})$", re.IGNORECASE), english)
    for pattern, english in (
        (
            (
                r"a la izquierda|a izquierda|[aà] gauche|(?:nach |auf der )?links|auf der linken seite|a sinistra|"
                r"[aà] esquerda|слева|налево|влево"
            ),
            "the left",
        ),
        (
            (
                r"a la derecha|a derecha|[aà] droite|(?:nach |auf der )?rechts|auf der rechten seite|a destra|"
                r"[aà] direita|справа|направо|вправо"
            ),
            "the right",
        ),
    )
)
_DEGREES = tuple(
    (re.compile(rf" (?:{pattern})$", re.IGNORECASE), english)
    for pattern, english in (
        (r"m[aá]s grandes?|plus grande?s?|gr(?:ö|oe)(?:ß|ss)er|pi[uù] grand[ei]|maior(?:es)?|groter|больше", "bigger"),
        (
            r"m[aá]s peque(?:ñ|n)[oa]s?|plus petite?s?|kleiner|pi[uù] piccol[oaie]|menor(?:es)?|меньше",
            "smaller",
        ),
    )
)
_FOREIGN_VERB = re.compile(
    rf"(?:{_REMOVE}|{_ADD}|{_PUT}|{_GIVE_HIM}|{_MAKE}|{_REPLACE}|{_MOVE}|{_CHANGE}|{_TURN}|{_BLUR}|{_TILT}|{_CUT}|{_WRITE}|"
    rf"{_LET}|f(?:ü|ue)ge?|gib|setze?)\b(?<!\bchange)(?<!\bretire)(?<!\bmale)(?<!\bdeja)",
    re.IGNORECASE,
)
COMMANDS = frozenset({command.partition(" ")[0] for _, command in _COMMANDS})
"""The English verbs of translated commands."""
VERBS = f"{_GIVE_HIM}|gib|{_BLUR}|{_TILT}|{_CUT}|{_WRITE}|{_REMOVE}|{_ADD}|{_MAKE}|{_REPLACE}|{_MOVE}"
"""What may begin a command after another one."""


def has_foreign_verb(text: str) -> bool:
    return _FOREIGN_VERB.match(text) is not None


def translate_verb(text: str) -> str:
    """`text` with an English verb, side and degree, where it is a command of another language."""
    for pattern, command in _COMMANDS:
        found = pattern.match(text)
        if found is not None:
            parts = [_TO_THE.sub("", _ELIDED.sub("the ", part)) for part in found.groups()]
            return _translate_end(command.format(*parts), command)
    return text


def _translate_end(text: str, command: str) -> str:
    preposition = "to" if command.startswith("move") else "on"
    for pattern, english in _ENDINGS:
        text = pattern.sub(f" {preposition} {english}", text)
    if command.startswith("make"):
        for pattern, english in _DEGREES:
            text = pattern.sub(f" {english}", text)
    return text

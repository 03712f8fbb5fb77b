"""Limner's own models, and any model of the settings: everything that the API knows, and the extensions."""

from limner.families.family import Answer, Family
from limner.families.tables import lenient_grammar
from limner.families.token_rules import GPT_IMAGE_2_TOKENS

GRAMMAR = lenient_grammar(knows="moderation")

NATIVE = Family(name="native", strict=GRAMMAR, lenient=GRAMMAR, answer=Answer(), tokens=GPT_IMAGE_2_TOKENS)

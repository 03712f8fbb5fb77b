"""Limner's own models and models from the settings: every API parameter, and the extensions."""

from limner.families.family import Family, ResponseShape
from limner.families.tables import lenient_schema
from limner.families.token_rules import GPT_IMAGE_2_TOKENS

SCHEMA = lenient_schema()

NATIVE = Family(name="native", strict=SCHEMA, lenient=SCHEMA, response=ResponseShape(), tokens=GPT_IMAGE_2_TOKENS)

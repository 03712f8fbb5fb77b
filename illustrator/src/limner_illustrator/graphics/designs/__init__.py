"""Designs: posters, cards, marks, maps, comics, mockups, composed of drawn things and of the texts of the prompt."""

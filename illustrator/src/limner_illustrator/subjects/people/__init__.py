"""Figures: what each kind of person wears, and the words for it."""

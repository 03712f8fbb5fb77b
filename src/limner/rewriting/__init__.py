"""Prompts are rewritten before they are drawn, by a chat model or a function of the operator's."""

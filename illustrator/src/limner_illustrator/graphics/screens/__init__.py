"""Screens of applications and websites, in a phone, a tablet or a browser."""

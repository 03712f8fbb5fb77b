"""Screens with forms: login, sign-up, checkout, settings."""

import math
import re

from limner_illustrator.graphics.screens.screen import Screen, screen
from limner_illustrator.graphics.screens.widgets import button, check_box, field, picture, toggle, top_bar, web_header

PROVIDERS = ("google", "apple", "facebook", "github")


def _panel(shown: Screen, height: float) -> tuple[float, float, float]:
    """(left, top, width) of the form: the whole phone, or a card in the middle of a page."""
    if shown.is_phone:
        return 28.0, shown.y, shown.across - 56
    width = min(400.0, shown.across - 80)
    tall = min(height, shown.down - 30)
    left, top = (shown.across - width) / 2, max(shown.y + 12, (shown.down - tall) / 2)
    shown.rect(left - 32, top - 4, width + 64, tall, shown.theme.panel, radius=16, outline=shown.theme.grid)
    return left, top + 18, width


def _logo(shown: Screen, x: float, y: float, size: float) -> None:
    if shown.is_wireframe:
        picture(shown, x - size / 2, y - size / 2, size, size, radius=size / 2)
        return
    tone = shown.theme.accent
    shown.rect(x - size / 2, y - size / 2, size, size, tone, radius=0.28 * size)
    name = shown.context.graphic.title or "A"
    shown.text(name[:1].upper(), x, y, 0.56 * size, shown.on(tone), align="center")


_BIOMETRIC = re.compile(r"\b(?:fingerprint|touch ?id|biometrics?)\b")


def _draw_fingerprint(shown: Screen, x: float, y: float) -> None:
    """Ridges around a middle, open below."""
    for ring, (start, end) in enumerate(((200, 340), (165, 375), (150, 370), (170, 390), (185, 360))):
        reach = 6.0 + 6.5 * ring
        steps = [math.radians(start + (end - start) * at / 24) for at in range(25)]
        points = [(x + 0.82 * reach * math.cos(one), y + reach * math.sin(one)) for one in steps]
        if ring in (1, 2, 3):
            foot = points[-1]
            points.append((foot[0] - 2, foot[1] + 12))
        shown.line(points, shown.theme.accent, 2.6)


@screen("login-screen")
def draw_login(shown: Screen) -> None:
    fields = [item.label for item in shown.items("field")] or ["Email", "Password"]
    providers = [item.role for item in shown.items(*PROVIDERS) if item.role]
    if shown.has("social"):
        providers = ["google", "apple"]
    name = shown.context.graphic.title
    left, y, width = _panel(shown, 290 + 86 * len(fields) + 60 * max(1, len(providers)))
    y += 40 if shown.is_phone else 0
    _logo(shown, left + width / 2, y + 34, 68)
    shown.text(name or "Welcome back", left + width / 2, y + 98, 25, align="center", max_width=width)
    is_reset = not any("password" in label.lower() or "pin" in label.lower() for label in fields)
    line = "We send you a link" if is_reset else "Log in to continue"
    shown.text(line, left + width / 2, y + 126, 14, shown.theme.muted, align="center")
    y += 152
    for label in fields:
        y += field(shown, label, left, y, width) + 14
    if not is_reset:
        check_box(shown, "Remember me", left, y + 8)
        shown.text("Forgot password?", left + width, y + 8, 13, shown.theme.accent, align="right")
        y += 32
    action = next((item.label for item in shown.items("button")), "Log in")
    button(shown, action, left, y, width)
    y += 62
    if _BIOMETRIC.search(shown.context.scene.prompt.lower()):
        _draw_fingerprint(shown, left + width / 2, y + 40)
        shown.text("Log in with your fingerprint", left + width / 2, y + 88, 13.5, shown.theme.muted, align="center")
        return
    if is_reset:
        shown.text("Back to login", left + width / 2, y + 8, 13.5, shown.theme.accent, align="center")
    if is_reset or (shown.down - y < 90 and not providers):
        return
    for provider in providers or ["google"]:
        button(
            shown,
            f"Continue with {provider.capitalize().replace('Github', 'GitHub')}",
            left,
            y,
            width,
            is_primary=False,
        )
        y += 58
    shown.text("No account yet? Sign up", left + width / 2, y + 8, 13.5, shown.theme.muted, align="center")


def _draw_newsletter(shown: Screen, fields: list[str]) -> None:
    """A short form over the page."""
    fields = fields or ["Email"]
    tall = 210 + 84.0 * len(fields)
    if shown.is_phone:
        shown.y += max(0.0, (shown.down - shown.y - tall) / 2)
    left, y, width = _panel(shown, tall)
    title = shown.context.graphic.title or ""
    heading = title if title and "newsletter" not in title.lower() else "Join our newsletter"
    shown.text(heading, left + width / 2, y + 24, 25, align="center", max_width=width)
    shown.text("One letter a week, no spam", left + width / 2, y + 54, 14, shown.theme.muted, align="center")
    y += 84
    for label in fields:
        y += field(shown, label, left, y, width) + 12
    button(shown, next((item.label for item in shown.items("button")), "Subscribe"), left, y + 6, width)
    shown.text("No, thanks", left + width / 2, y + 76, 13.5, shown.theme.muted, align="center")


@screen("sign-up-screen")
def draw_sign_up(shown: Screen) -> None:
    fields = [item.label for item in shown.items("field")]
    is_contact = any(label.lower() in ("message", "subject", "comment", "comments") for label in fields)
    is_newsletter = re.search(r"\bnewsletter\b|\bsubscribe\b", shown.context.scene.prompt.lower()) is not None
    if is_newsletter and not is_contact:
        _draw_newsletter(shown, fields[:2])
        return
    fields = fields[:7] or ["Full name", "Email", "Password", "Confirm password"]
    name = shown.context.graphic.title
    left, y, width = _panel(shown, 200 + 84 * len(fields) + (70 if is_contact else 40))
    y += 18 if shown.is_phone else 0
    heading = name or ("Contact us" if is_contact else "Create account")
    shown.text(heading, left + width / 2, y + 24, 25, align="center", max_width=width)
    line = "We reply within a day" if is_contact else "It takes less than a minute"
    shown.text(line, left + width / 2, y + 54, 14, shown.theme.muted, align="center")
    y += 80
    room = shown.down - y - 130
    step = min(84.0, room / len(fields))
    for label in fields:
        tall = 96 if label.lower() == "message" and step >= 80 else min(46.0, step - 36)
        field(shown, label, left, y, width, height=tall)
        y += step + max(0.0, tall - 46)
    if not is_contact:
        check_box(shown, "I agree to the terms", left, y + 8)
        y += 28
    action = next((item.label for item in shown.items("button")), "Send" if is_contact else "Sign up")
    button(shown, action, left, y + 4, width)
    if not is_contact:
        shown.text("Already registered? Log in", left + width / 2, y + 76, 13.5, shown.theme.muted, align="center")


@screen("request-screen")
def draw_request(shown: Screen) -> None:
    """The fields with their values, two in a row where there is room."""
    fields = shown.items("field")
    columns = 1 if shown.is_phone else 2
    rows = -(-len(fields) // columns)
    left, y, width = _panel(shown, 170 + 84.0 * rows)
    y += 30 if shown.is_phone else 0
    shown.text(shown.context.graphic.title or "", left, y + 24, 26, max_width=width)
    y += 60
    each = (width - 16 * (columns - 1)) / columns
    for at, item in enumerate(fields):
        row, column = divmod(at, columns)
        field(shown, item.label, left + (each + 16) * column, y + 84 * row, each, hint=item.detail or "")
    action = next((item.label for item in shown.items("button")), "Search")
    button(shown, action, left, y + 84 * rows + 8, width)


@screen("checkout-screen")
def draw_checkout(shown: Screen) -> None:
    fields = [item.label for item in shown.items("field")] or ["Full name", "Address", "Card number"]
    if shown.is_phone:
        top_bar(shown, shown.context.graphic.title or "Checkout")
        y = shown.y + 12
        y = _summary(shown, 24, y, shown.across - 48)
        for label in fields[:4]:
            y += field(shown, label, 24, y, shown.across - 48) + 10
        button(shown, f"Pay {_total(shown)}", 24, shown.down - 80, shown.across - 48)
        return
    web_header(shown, shown.context.graphic.title or "Shop", ("Products", "Deals", "Help"), "Cart (2)")
    wide = shown.across
    left, column = 36.0, 0.54 * wide - 36
    shown.text("Checkout", left, 110, 27)
    y = 140.0
    step = min(86.0, (shown.down - 250) / (len(fields) + 1))
    for label in fields[:6]:
        field(shown, label, left, y, column, height=min(46, step - 36))
        y += step
    half = (column - 16) / 2
    if not any("expir" in label.lower() for label in fields):
        field(shown, "Expiry date", left, y, half, height=min(46, step - 36))
        field(shown, "CVC", left + half + 16, y, half, height=min(46, step - 36))
        y += step
    button(shown, f"Pay {_total(shown)}", left, min(y + 14, shown.down - 66), column)
    x = 0.54 * wide + 36
    shown.rect(x - 14, 96, wide - x - 10, 330, shown.theme.panel, radius=14)
    _summary(shown, x + 6, 112, wide - x - 50)


USUAL_TOTAL = "$74.90"


def _total(shown: Screen) -> str:
    """The amount that the prompt names."""
    named = re.search(r"[$€£]\s?\d+(?:[.,]\d+)*", shown.context.scene.prompt)
    return named.group() if named else USUAL_TOTAL


def _summary(shown: Screen, x: float, y: float, width: float) -> float:
    theme = shown.theme
    shown.text("Order summary", x, y + 12, 17)
    y += 34
    total = _total(shown)
    products = (("Product one", "$49.00"), ("Product two", "$19.90"))
    for at, (name, price) in enumerate(products if total == USUAL_TOTAL else (("Your order", total),)):
        picture(shown, x, y, 52, 52, index=at)
        shown.text(name, x + 66, y + 17, 14, max_width=width - 140)
        shown.text("Quantity 1", x + 66, y + 37, 12, theme.muted)
        shown.text(price, x + width, y + 26, 14, align="right")
        y += 64
    for label, value in (("Shipping", "$6.00" if total == USUAL_TOTAL else "Free"), ("Total", total)):
        shown.line([(x, y), (x + width, y)], theme.grid)
        shown.text(label, x, y + 17, 14 if label != "Total" else 16, theme.muted if label != "Total" else theme.ink)
        shown.text(value, x + width, y + 17, 14 if label != "Total" else 16, align="right")
        y += 34
    return y + 12


@screen("settings-screen")
def draw_settings(shown: Screen) -> None:
    entries = [item.label for item in shown.items("entry", "field", "calendar", "search")][:9]
    entries = entries or ["Notifications", "Dark mode", "Language", "Privacy", "Security", "Payments", "Help"]
    theme = shown.theme
    left, width = 24.0, shown.across - 48
    if shown.is_phone or shown.frame == "tablet":
        top_bar(shown, "Settings")
        y = shown.y + 10
        shown.rect(left, y, width, 84, theme.panel, radius=14)
        shown.disc(left + 46, y + 42, 26, theme.color(1))
        shown.text("A", left + 46, y + 42, 24, shown.on(theme.color(1)), align="center")
        shown.text("Anna Berg", left + 86, y + 32, 17)
        shown.text("anna@example.com", left + 86, y + 55, 13, theme.muted)
        y += 106
    else:
        web_header(shown, shown.context.graphic.title or "App", ("Home", "Projects", "Team"), "Upgrade")
        for at, name in enumerate(("Profile", "Account", "Notifications", "Billing", "Team")):
            if at == 1:
                shown.rect(20, 96 + 46 * at, 170, 38, theme.tint(theme.accent, 0.16), radius=9)
            shown.text(name, 38, 115 + 46 * at, 15, theme.accent if at == 1 else theme.ink)
        shown.line([(210, 72), (210, shown.down)], theme.grid)
        left, width, y = 244.0, shown.across - 284, 150.0
        shown.text("Account settings", left, 112, 24)
    step = min(68.0, (shown.down - y - 20) / len(entries))
    for at, label in enumerate(entries):
        middle = y + step * (at + 0.5)
        tone = theme.color(at)
        shown.rect(left, middle - 15, 30, 30, theme.tint(tone, 0.9), radius=8)
        shown.disc(left + 15, middle, 6, None, theme.paper)
        shown.text(label, left + 46, middle, 16, max_width=width - 120)
        if any(
            word in label.lower()
            for word in ("notif", "dark", "mode", "location", "wi-fi", "bluetooth", "sound", "email", "sync")
        ):
            toggle(shown, left + width, middle, is_on=at % 3 != 1)
        else:
            x = left + width
            shown.line([(x - 10, middle - 6), (x - 4, middle), (x - 10, middle + 6)], theme.muted, 2.2)
        shown.line([(left + 46, y + step * (at + 1)), (left + width, y + step * (at + 1))], theme.grid)

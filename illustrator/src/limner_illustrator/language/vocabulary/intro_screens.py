"""Screens that introduce, wait or report: what prompts call them, and what they say where the prompt does not."""

from limner_illustrator.language.vocabulary.graphic_terms import GraphicTerms

Variant = tuple[str, str, str, str]
"""Headline, subtitle, button, and what is shown."""

_PREFIXES = ("", "app ", "mobile app ", "mobile ", "ios app ", "android app ", "web app ", "website ", "ui ")
_NAMES = (
    "onboarding screen, onboarding screens, onboarding illustration, onboarding page, onboarding flow, onboarding ui, "
    "onboarding slide, onboarding design, onboarding mockup, onboarding screen illustration, onboarding screen design, "
    "onboarding screen ui, onboarding carousel, walkthrough screen, welcome screen, welcome page, intro screen, "
    "get started screen, splash screen, splash page, launch screen, loading screen, splash screen design, "
    "empty state, empty state illustration, empty state screen, empty state graphic, empty state design, "
    "empty cart screen, empty cart illustration, empty cart page, empty inbox illustration, empty inbox screen, "
    "no results screen, no results page, no results illustration, no internet screen, no internet illustration, "
    "no connection screen, no internet connection screen, offline screen, offline page, error screen, "
    "error state illustration, error illustration, 404 page, 404 error page, 404 illustration, 404 page illustration, "
    "404 error illustration, 404 screen, 404 page design, 404 not found page, page not found illustration, "
    "page not found screen, 500 page, 500 error page, 403 page, 503 page, 500 error, 500 internal server error page, "
    "404 error, 404 not found, server error page, 403 error page, 503 error page, 403 forbidden page, "
    "error page, error page illustration, success screen, success page, success illustration, "
    "payment success screen, payment successful screen, order confirmation screen, order confirmation page, "
    "order confirmed screen, confirmation screen, confirmation page, thank you page, thank you screen, "
    "coming soon page, coming soon screen, maintenance page, maintenance screen, under construction page, "
    "under maintenance page"
)

INTRO_SCREENS = {
    "intro-screen": GraphicTerms(
        description="a screen with an illustration",
        phrases=", ".join(f"{prefix}{name}" for prefix in _PREFIXES for name in _NAMES.split(", ")),
        shows_things=True,
    )
}

VARIANTS: tuple[tuple[str, str, Variant], ...] = (
    ("splash", r"splash|launch screen|loading screen", ("", "", "", "")),
    ("report", r"empty cart|empty (?:shopping )?(?:cart|basket|bag)\b|(?:cart|basket) is empty",
     ("Your cart is empty", "Add something you like and it will wait here.", "Start shopping", "a shopping cart")),
    ("report", r"empty (?:inbox|mailbox)|no (?:messages?|e-?mails?)\b|inbox",
     ("Your inbox is empty", "New messages will appear here.", "Write a message", "an inbox tray")),
    ("report", r"no results?|no search results?|nothing found",
     ("Nothing found", "Try another word or fewer filters.", "Clear the filters", "a magnifying glass")),
    ("report", r"no internet|offline|no connection|connection lost",
     ("You are offline", "Check your connection and try again.", "Try again", "a cloud with lightning")),
    ("report", r"no notifications?", ("All caught up", "You have no new notifications.", "Back to home", "a bell")),
    ("report", r"no (?:tasks?|to-?dos?)\b|all (?:tasks? )?done",
     ("Nothing left to do", "Enjoy the rest of your day.", "Add a task", "a clipboard")),
    ("report", r"no (?:photos?|pictures?|images?)\b",
     ("No photos yet", "Your pictures will appear here.", "Add a photo", "a camera")),
    ("report", r"no (?:favou?rites?|saved|wish ?list)|wish ?list",
     ("No favourites yet", "Tap the heart to keep what you like.", "Explore", "a heart")),
    ("report", r"no (?:friends?|contacts?|followers?)\b",
     ("It is quiet here", "Invite your friends to join you.", "Invite friends", "two people waving")),
    ("report", r"no (?:events?|appointments?|bookings?|trips?)\b",
     ("Nothing planned yet", "What you book will appear here.", "Plan something", "a calendar")),
    ("report", r"payment success|payment (?:is )?(?:complete|successful|confirmed)",
     ("Payment successful", "A receipt is on its way to your inbox.", "Done", "a credit card")),
    ("report", r"order (?:is )?confirm|order success|order placed",
     ("Order confirmed", "We will tell you when it is on its way.", "Track the order", "a package")),
    ("report", r"booking confirm", ("Booking confirmed", "We look forward to your visit.", "Details", "a calendar")),
    ("report", r"success|confirmation", ("All done!", "Everything worked as planned.", "Continue", "a party popper")),
    ("report", r"thank you", ("Thank you!", "We will get back to you soon.", "Back to home", "a bouquet")),
    ("missing", r"500|internal server|server error|503",
     ("Something went wrong", "Our server has a problem. Please try again soon.", "Try again", "a wrench")),
    ("missing", r"403|forbidden", ("No access", "You may not see this page.", "Back to home", "a padlock")),
    ("missing", r"404|not found|error page",
     ("Page not found", "This page has moved, or it never existed.", "Back to home", "an astronaut in space")),
    ("report", r"error", ("Something went wrong", "Please try again in a moment.", "Try again", "a wrench")),
    ("report", r"maintenance|under construction",
     ("We will be right back", "Some work is being done on this site.", "Tell me when", "a construction worker")),
    ("report", r"coming soon", ("Coming soon", "Be the first to know when we start.", "Tell me when", "a rocket")),
    ("report", r"empty", ("Nothing here yet", "What you add will appear here.", "Add the first one", "a package")),
    ("onboarding", r"", ("", "", "Next", "")),
)  # fmt: skip
"""The form, the words of the prompt, and its texts; the first entry that fits counts."""

PLAIN_SUBTITLE = "All you need, in one place."

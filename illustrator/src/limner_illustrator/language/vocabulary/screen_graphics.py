"""Screens of applications and websites: what prompts call each, and the words by which a general name is decided."""

from limner_illustrator.language.vocabulary.graphic_terms import GraphicTerms

_FORMS = (
    "screen", "page", "form", "ui", "wireframe", "mockup", "mock-up", "view", "interface", "screen wireframe",
    "page wireframe", "screen mockup", "page mockup", "screen design", "page design", "screen ui", "page ui",
    "ui design", "ui mockup", "app", "app screen", "app ui", "modal", "layout", "design", "user interface",
    "app mockup",
    "app wireframe", "app interface", "web page", "webpage", "website", "form ui", "form wireframe", "form mockup",
    "form design", "panel", "screens", "popup", "pop-up", "dialog",
)  # fmt: skip
"""What follows the subject of a screen: "login" + "page wireframe"."""


def _phrases(*subjects: str, without: tuple[str, ...] = (), more: str = "") -> str:
    made = [f"{subject} {form}" for subject in subjects for form in _FORMS if form not in without]
    return ", ".join([*made, *filter(None, more.split(", "))])


SCREENS = {
    "login-screen": GraphicTerms(
        description="a login screen",
        phrases=_phrases(
            "login",
            "log in",
            "log-in",
            "signin",
            "sign in",
            "authentication",
            "forgot password",
            "password reset",
            "reset password",
            more="login box, login window, login-bildschirm, anmeldeseite, login-seite, anmeldebildschirm, "
            "pantalla de inicio de sesión, pantalla de login, página de inicio de sesión, page de connexion, "
            "écran de connexion",
        ),
    ),
    "sign-up-screen": GraphicTerms(
        description="a sign-up screen",
        phrases=_phrases(
            "sign up",
            "signup",
            "registration",
            "register",
            "create account",
            "newsletter signup",
            "newsletter sign up",
            "newsletter sign-up",
            "email signup",
            more=("contact form, contact us page, contact page, newsletter form, survey form, feedback form, web form"),
        ),
    ),
    "dashboard": GraphicTerms(
        description="a dashboard",
        phrases=_phrases(
            "dashboard",
            "admin dashboard",
            "analytics dashboard",
            "admin panel",
            "analytics",
            more=(
                "sales dashboard, tableau de bord, panel de control, kpi dashboard, data dashboard, monitoring "
                "dashboard, business dashboard, crm "
                "dashboard, saas dashboard, web dashboard, finance dashboard, marketing dashboard, banking "
                "dashboard, fitness dashboard, metrics dashboard, admin panel, analytics dashboard, admin "
                "dashboard, crypto dashboard, project dashboard, banking app, finance app, banking app screen, "
                "banking app ui, fitness app, fitness app screen, fitness app ui, fitness tracker app, health "
                "app, budget app, wallet app, weather app, weather app screen, weather app ui, smart home app, "
                "music player app, finance app ui, health app ui, banking app mockup, weather app mockup"
            ),
        ),
        ambiguous="dashboard",
    ),
    "landing-page": GraphicTerms(
        description="a landing page",
        phrases=_phrases(
            "landing",
            "homepage",
            "home page",
            without=("page",),
            more=(
                "landing page, landingpage, startseite, página de inicio, página web, page d'accueil, site web, "
                "webseite, "
                "homepage, home page, website mockup, website wireframe, website design, "
                "website layout, web page, webpage, website homepage, website landing page, portfolio "
                "website, business website, company website, saas website, restaurant website, marketing website, "
                "blog homepage, blog page, blog post page, article page, wireframe of a website, website "
                "template, website ui, website hero, web page mockup, webpage mockup, webpage wireframe, web page "
                "wireframe, web mockup"
            ),
        ),
        ambiguous="website, web design, wireframe, wireframes",
    ),
    "settings-screen": GraphicTerms(
        description="a settings screen",
        phrases=_phrases(
            "settings", "preferences", "account settings", "options menu", more="settings menu, preferences menu"
        ),
    ),
    "chat-screen": GraphicTerms(
        description="a chat screen",
        phrases=_phrases(
            "chat",
            "messaging",
            "messenger",
            "chatbot",
            "chat bot",
            "message",
            "text message",
            more=(
                "chat conversation, chat window, text conversation, whatsapp chat, chatgpt interface, chat "
                "bubbles, support chat widget, chat widget, ai assistant interface"
            ),
        ),
    ),
    "quiz-screen": GraphicTerms(
        description="a quiz screen",
        phrases=_phrases(
            "quiz",
            "quiz app",
            "trivia",
            "trivia game",
            "quiz question",
            "quiz game",
            more="quiz app question screen, quiz question, multiple choice question, multiple choice screen, trivia "
            "question, flashcard quiz",
        ),
    ),
    "product-page": GraphicTerms(
        description="a product page",
        phrases=_phrases(
            "product",
            "product detail",
            "product details",
            "ecommerce product",
            "e-commerce product",
            "ecommerce",
            "e-commerce",
            "online store",
            "online shop",
            "shop",
            "shopping",
            "store",
            without=("design", "view", "panel", "layout", "interface"),
            more=(
                "ecommerce store, e-commerce store, online store, online shop, product listing, product card, web "
                "shop, webshop"
            ),
        ),
    ),
    "checkout-screen": GraphicTerms(
        description="a checkout screen",
        phrases=_phrases("checkout", "check-out", "payment", "shopping cart", "cart", "order summary", "billing"),
    ),
    "profile-screen": GraphicTerms(
        description="a profile screen",
        phrases=_phrases("profile", "user profile", "account", "my account", more="user profile card, profile card"),
    ),
    "feed-screen": GraphicTerms(
        description="a feed screen",
        phrases=_phrases(
            "feed",
            "news feed",
            "newsfeed",
            "social media feed",
            "social feed",
            "social media",
            "timeline feed",
            "instagram",
            "twitter",
            "photo sharing",
            "news",
            more=(
                "news feed, newsfeed, social media feed, social feed, activity feed, photo feed, "
                "image feed, video feed, tweet, social media post mockup"
            ),
        ),
    ),
    "request-screen": GraphicTerms(
        description="a booking form",
        phrases="flight search form, flight booking form, flight search, hotel search form, hotel booking form, "
        "booking form, reservation form, table reservation form, restaurant reservation form, appointment "
        "booking form, appointment form, car rental form, train search form, job search form, travel search "
        "form, booking widget, flight search widget, flight search page, flight booking page, flight search "
        "screen",
    ),
    "code-screen": GraphicTerms(
        description="an editor of code",
        phrases=_phrases("code editor", "terminal", "command line", "ide", without=("form", "page", "modal", "panel"))
        + ", code editor screenshot, vs code screenshot, terminal screenshot, terminal window, code editor window, "
        "code snippet, code snippet screenshot, code screenshot, ide screenshot, python code on a screen",
        ambiguous="code editor",
    ),
    "call-screen": GraphicTerms(
        description="a video call",
        phrases=_phrases("video conference", "video call", "video conferencing", "video chat", "video meeting")
        + ", zoom call, zoom meeting, zoom meeting screenshot, zoom call screenshot, video call screenshot",
    ),
    "notification-screen": GraphicTerms(
        description="a list of notifications",
        phrases=_phrases("notification center", "notification centre", "notifications", "notification list")
        + ", notification center, notifications list, notification panel",
    ),
    "upload-screen": GraphicTerms(
        description="a dialog to upload files",
        phrases=_phrases("file upload", "upload", "drag and drop upload", "image upload", "file uploader")
        + ", file upload dialog, upload dialog, file upload area, upload area, file dropzone, drag and drop area, "
        "file upload widget, upload widget, file upload component, file uploader",
    ),
    "app-screen": GraphicTerms(
        description="an app screen",
        phrases=(
            "mobile app screen, app store screenshot, app screenshot, play store screenshot, app store preview, "
            "app screen, mobile app, mobile app ui, mobile app mockup, mobile app wireframe, "
            "app ui, app mockup, app wireframe, app design, app interface, ui design, ui mockup, ui wireframe, "
            "user interface, ui screen, app ui design, mobile screen, mobile ui, mobile wireframe, mobile mockup, "
            "phone screen mockup, iphone app, ios app, android app, ios app screen, android app screen, phone "
            "app, smartphone app, tablet app, mobile app design, mobile app interface, web app, web app ui, web "
            "application, web app mockup, ui kit, desktop app, desktop application, app screens, mobile "
            "interface, mobile app home screen, iphone app mockup, wireframe of an app, wireframe of a mobile "
            "app, app home screen, phone mockup, iphone mockup, phone wireframe, web app "
            "wireframe, todo app ui, tablet app screen, user interface design, search results page, search page, "
            "mobile design, travel app, travel app ui, "
            "food delivery app, food delivery app ui, recipe app, recipe app ui, music app, music app ui, music "
            "player ui, dating app, dating app ui, ride sharing app, meditation app, meditation app ui, podcast "
            "app, note taking app, notes app, e-learning app, language learning app, booking app, hotel booking "
            "app, delivery app, food delivery app screen, travel app screen, email app, email client, inbox ui, "
            "email inbox, file manager ui, ui, gui, tracker app, tracking app, planner app, reminder app, tracker ui, "
            "smartwatch screen, smartwatch ui, smartwatch app, smartwatch display, smartwatch interface, watch app, "
            "fitness smartwatch screen, app dashboard, tracker screen, tracker app screen, tracker app ui"
        ),
        ambiguous="app",
    ),
}

SUBJECTS: tuple[tuple[str, str], ...] = (
    ("login-screen", r"log[- ]?in|sign[- ]?in|authentication"),
    ("sign-up-screen", r"sign[- ]?up|register|registration|create (?:an )?account|contact form"),
    ("checkout-screen", r"checkout|check-out|payment|shopping cart|\bcart\b|billing"),
    ("settings-screen", r"settings|preferences"),
    ("chat-screen", r"\bchat|messag(?:e|es|ing)\b|messenger|chatbot|conversation"),
    ("dashboard", r"dashboard|analytics|metrics|admin panel|banking|finance|fitness|kpi|statistics|charts"),
    ("product-page", r"e-?commerce|product|online (?:store|shop)|shopping|web ?shop"),
    ("profile-screen", r"\bprofile"),
    ("feed-screen", r"\bfeed\b|social (?:media|network)|instagram|twitter|timeline"),
    (
        "landing-page",
        (r"landing|home ?page|website|web ?page|web ?site|(?<!crypto )(?<!stock )(?<!investment )portfolio|blog"),
    ),
)
"""Kind -> what a prompt with a general name ("wireframe", "mobile app screen") says of it; the first that fits."""

GENERAL = frozenset({"app-screen", "landing-page"})
"""Kinds whose names are general: another kind is drawn if the prompt names its subject."""

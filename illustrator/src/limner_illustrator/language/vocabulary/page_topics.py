"""What websites of well-known topics promise, and what people write about in chats."""

import re

from limner_illustrator.language.vocabulary.trades import find_trade

PAGES: tuple[tuple[str, str, tuple[str, str, str]], ...] = (
    ("blog|magazine|newspaper|journal", "Stories worth your time",
     ("A week offline", "Small steps, big change", "Letters from the coast")),
    ("fintech|bank|payment|financ|money|invest|crypto|wallet|insur", "Your money, made simple",
     ("Instant transfers", "No hidden fees", "Bank-level safety")),
    ("restaurant|cafe|café|bistro|pizz|sushi|food|bakery|coffee", "Fresh food, made with love",
     ("Our menu", "Book a table", "Find us")),
    ("gym|fitness|yoga|workout|sport|personal train", "Get stronger every day",
     ("Group classes", "Personal training", "Open early and late")),
    ("travel|trip|tour|holiday|vacation|hotel|flight", "See the world your way",
     ("Hand-picked stays", "Best prices", "Help on the road")),
    ("\\bai\\b|machine learning|chatbot|artificial", "Work smarter with AI",
     ("Answers in seconds", "Learns from your data", "Private by design")),
    ("health|clinic|doctor|dent|medical|therap|hospital", "Care that puts you first",
     ("Book online", "Experienced team", "Same-day visits")),
    ("school|course|learn|educat|universit|tutor", "Learn something new today",
     ("Short lessons", "Expert teachers", "Certificates")),
    ("real estate|property|apartments?\\b|houses?\\b|homes?\\b", "Find a home you love",
     ("New listings daily", "Virtual tours", "Local experts")),
    ("photograph|portfolio|design|agency|creative|artist|architect", "Ideas that stand out",
     ("Selected work", "Services", "Contact")),
    ("shop|store|e-?commerce|fashion|cloth|shoe|jewel", "New season, new favourites",
     ("Free shipping", "Easy returns", "Made to last")),
    ("plant|garden|eco|solar|green|sustainab|climate|energy", "Good for you and the planet",
     ("Renewable", "Low cost", "Made locally")),
    ("pet|dog|cat|vet", "Happy pets, happy homes", ("Walks and care", "Health checks", "Healthy food")),
    ("charity|nonprofit|non-profit|donat|volunteer", "Together we can help",
     ("Our projects", "Where money goes", "Join us")),
    ("wedding|event|conference|festival", "A day to remember", ("Programme", "Tickets", "Getting there")),
    ("music|band|podcast|game|film|movie", "Listen, watch, play", ("New releases", "Live dates", "Join the club")),
    ("law|lawyer|attorney|consult|account|tax", "Advice you can trust",
     ("Clear answers", "Fixed prices", "Years of experience")),
    ("saas|software|startup|\\bapp\\b|tool|productivity|crm|project|team|cloud|data|tech", "Get more done together",
     ("Quick to set up", "Works with your tools", "Safe and private")),
    ("clean|repair|plumb|moving|barber|salon|spa|beauty", "Done right, on time",
     ("Book in a minute", "Fair prices", "Friendly staff")),
)  # fmt: skip
"""Words of the prompt -> headline and three features."""

CHATS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("dinner|lunch|food|restaurant|pizza|eat|cook",
     ("Hi! Dinner tonight?", "Yes! What do you feel like?", "Pizza or curry?", "Curry, at the new place?",
      "Perfect, dinner at seven.", "See you there!")),
    ("trip|travel|holiday|vacation|flight|weekend",
     ("Have you seen the trains for our trip?", "Yes, the one at 8:10 is cheap.", "Great, shall I book?",
      "Please do. I take the hotel.", "The weekend will be sunny!", "I can't wait for the trip.")),
    ("birthday|party|surprise|gift",
     ("Are you coming to the birthday party?", "Of course! What shall I bring?", "A cake would be great.",
      "Chocolate cake it is.", "The party starts at six.", "See you on Saturday!")),
    ("meeting|work|project|office|deadline|report|boss|team",
     ("Is the report for the meeting ready?", "Almost, one page is missing.", "Can you send it by noon?",
      "Yes, right after the call.", "Thanks! The project looks good.", "Happy to help.")),
    ("order|delivery|refund|customer|support|parcel|service",
     ("Where is my order?", "It is on its way to you.", "When will the delivery arrive?",
      "Tomorrow before noon.", "Can I change the address?", "Yes, please send the new one.")),
    ("homework|school|exam|study|class|teacher|student",
     ("Did you do the homework?", "Only half of it.", "Question four is hard.", "Shall we study together?",
      "Yes, after school?", "At four in the library.")),
    ("doctor|appointment|health|medical",
     ("I need an appointment with the doctor.", "Is Monday at 9:30 fine?", "A bit later, please.",
      "11:00 is free.", "Perfect, thank you.", "See you on Monday.")),
    ("movie|film|cinema|concert|game|football",
     ("Movie tonight?", "Sure! Which one?", "The new comedy at eight.", "I'll get the tickets.",
      "Great, popcorn is on me.", "See you at the cinema.")),
    ("dog|cat|pet|puppy", ("Can you walk the dog today?", "Yes, at five.", "The leash is by the door.",
      "Found it. What about food?", "One cup after the walk.", "He is happy!")),
    ("love|date|dating|girlfriend|boyfriend", ("Hi! I had a lovely time.", "Me too!", "Coffee on Friday?",
      "I'd like that.", "At the café by the river?", "See you on Friday!")),
)  # fmt: skip
"""Words of the prompt -> messages in turn."""


def find_page(text: str) -> tuple[str, tuple[str, str, str]] | None:
    """(headline, features) for a prompt in lower case."""
    if (trade := find_trade(text)) is not None:
        return trade.headline, trade.features
    return next(
        ((headline, features) for words, headline, features in PAGES if re.search(rf"\b(?:{words})", text)), None
    )

"""Questions of quizzes where the prompt gives none."""

QUESTIONS: tuple[tuple[str, str, tuple[str, str, str, str]], ...] = (
    ("capital of peru", "What is the capital of Peru?", ("Lima", "Cusco", "Quito", "Bogotá")),
    ("capital of france", "What is the capital of France?", ("Paris", "Lyon", "Nice", "Marseille")),
    ("capital of japan", "What is the capital of Japan?", ("Tokyo", "Kyoto", "Osaka", "Nara")),
    ("capital of australia", "What is the capital of Australia?", ("Canberra", "Sydney", "Perth", "Melbourne")),
    ("geograph|countr|capital|map", "Which is the longest river?", ("Nile", "Danube", "Rhine", "Mekong")),
    ("histor", "When did the Berlin Wall fall?", ("1989", "1979", "1991", "1969")),
    ("space|planet|astronom", "Which planet has the most moons?", ("Saturn", "Earth", "Mars", "Venus")),
    ("math|algebra|number", "What is 12 × 12?", ("144", "124", "132", "154")),
    ("animal|nature|biolog", "Which animal sleeps standing up?", ("Horse", "Cat", "Bear", "Otter")),
    ("music", "How many strings has a violin?", ("4", "6", "5", "8")),
    ("movie|film", "Who directs the actors?", ("Director", "Editor", "Producer", "Writer")),
    ("sport|football|soccer", "How many players has a football team?", ("11", "9", "10", "12")),
    ("food|cook", "What is hummus made of?", ("Chickpeas", "Lentils", "Peas", "Corn")),
    ("language|vocabular|spanish|french|german", "What does “agua” mean?", ("Water", "Bread", "House", "Sun")),
    ("cod|program|python|javascript|tech", "Which of these is a list in Python?", ("[1, 2]", "{1: 2}", "(1)", "“12”")),
    ("", "Which ocean is the largest?", ("Pacific", "Atlantic", "Indian", "Arctic")),
)
"""Words of the prompt -> a question and its answers, the right one first."""

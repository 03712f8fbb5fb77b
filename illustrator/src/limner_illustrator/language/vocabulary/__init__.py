"""The words the illustrator understands, as tables: of the whole picture, of things, and of what they do."""

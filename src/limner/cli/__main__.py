from limner.cli import run

run()

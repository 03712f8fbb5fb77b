"""Which setting a Scene gets that names none. (A first version; the settings' author replaces it.)"""

from limner.engines.illustrator.scene import Scene


def choose_setting(scene: Scene) -> str:
    return scene.setting or ("abstract" if not scene.entities else "meadow")

"""Words about the whole picture: time, weather, season, view, mood. Value -> its phrases."""

TIMES = {
    "sunset": (
        "sunset, sunsets, dusk, golden hour, evening, twilight, sundown, "
        "夕日, 夕焼け, 日落, закат, setting sun, sun is "
        "setting, sun setting, sun sets, sun is going down, late afternoon, gloaming, sonnenuntergang, coucher "
        "de soleil, atardecer, puesta de sol, tramonto, pôr do sol"
    ),
    "dawn": (
        "dawn, sunrise, early morning, morning, daybreak, first light, rising sun, sun is rising, sun rises, "
        "sun rising, morning light, sonnenaufgang, lever de soleil, amanecer, alba"
    ),
    "night": (
        "in the dark, in darkness, in the darkness, pitch dark, in total darkness, "
        "blue hour, the blue hour, nautical twilight, civil twilight, "
        "night, nights, midnight, moonlit, moonlight, starry, nocturnal, nighttime, night time, night-time, "
        "after dark, under the stars, beneath the stars, below the stars, under a starry sky, starlight, starry night, "
        "night sky, starry sky, starlit, starry night sky, tonight, "
        "nacht, nuit, noche, notte, noite, 夜, 夜晚, 夜空, ночь, ночью"
    ),
    "day": (
        "in the sun, in the sunshine, in bright sun, in the hot sun, in the midday sun, in the morning sun, "
        "in the afternoon sun, in the warm sun, in full sun, day, daytime, noon, midday, "
        "sunny, afternoon, daylight, sunlit, sunlight, sunshine, bright day, sunny day, blue sky, broad daylight"
    ),
}
WEATHERS = {
    "storm": (
        "storm, storms, stormy, lightning, thunder, thunderstorm, thunderstorms, hurricane, tempest, typhoon, "
        "lightning storm, thunder and lightning, lightning strikes, lightning strike, lightning striking, "
        "flashes of lightning, bolts of lightning, lightning flashing, stormy weather, stormy sky, "
        "stormy seas, tornado weather, storm clouds, storm cloud, dark storm clouds"
    ),
    "rain": (
        "rain, raining, rainy, rainfall, drizzle, drizzling, downpour, in the rain, rainy day, rainstorm, "
        "rain-soaked, rain soaked, regen, lluvia, pluie, pioggia, chuva, 雨"
    ),
    "snow": (
        "snowing, snowfall, blizzard, heavy snow, light snow, snow falling, first snow, driving snow, snow flurries, "
        " falling snow, snowstorm, snowflakes, snowy day, snow is falling, in the "
        "falling snow, 雪"
    ),
    "fog": "fog, foggy, mist, misty, haze, hazy, smog",
    "cloudy": "cloudy, overcast, gray sky, grey sky, cloudy sky, gloomy sky, dark clouds",
    "clear": "clear sky, clear skies, cloudless, clear weather, good weather",
}
SEASONS = {
    "spring": "spring, springtime, cherry blossom season, in bloom, in full bloom, full bloom, in blossom, "
    "in full blossom, in flower, blossoming, frühling, printemps, primavera",
    "summer": "summer, summertime, summery, midsummer, sommer, été, verano",
    "autumn": (
        "autumn, autumnal, fall foliage, fall colors, in the fall, autumn leaves, fall leaves, falling leaves, "
        "leaves falling, autumn leaves falling, falling autumn leaves, leaves are falling, "
        "in fall, herbst, automne, otoño"
    ),
    "winter": (
        "snowy mountain, snowy mountains, snow-capped mountains, snow capped mountains, snow-covered mountains, "
        "winter, wintry, wintertime, midwinter, christmas, frozen, snowy, snow-covered, snow covered, "
        "snow-capped, snowcapped, snow capped, icy, invierno, hiver"
    ),
}
VIEWS = {
    "top": (
        "top view, top-down view, top down view, top-down, top down, from above, overhead, overhead view, "
        "overhead shot, flat lay, flatlay, flat-lay, bird's eye view, birds eye view, bird's-eye view, aerial "
        "view, aerial shot, aerial photo, seen from above, viewed from above, knolling, from the top, from the air, "
        "high angle, high angle shot, high-angle shot, high-angle view, drone shot, drone view"
    ),
    "portrait": (
        "portrait, portraits, headshot, head shot, bust, head and shoulders, portrait photo, portrait of, "
        "self-portrait, self portrait, selfie, mugshot, face of, passport photo, profile picture, avatar"
    ),
    "close": (
        "close-up, close up, closeup, extreme close-up, close-up of, close up of, close-up shot, close-up photo, "
        "close-up view, up close, macro, macro shot, macro photo, macro photograph, macro photography, detail shot"
    ),
    "wide": (
        "wide shot, wide-shot, extreme wide shot, wide angle, wide-angle, wide angle shot, wide-angle shot, wide view, "
        "long shot, establishing shot, panoramic view, from afar, from far away, from a distance, seen from afar, "
        "seen from a distance, tiny in the distance, small in the distance"
    ),
    "low": (
        "low angle, low-angle, low angle shot, low-angle shot, low angle view, low-angle view, from below, "
        "seen from below, viewed from below, worm's eye view, worms eye view, worm's-eye view, from the ground up"
    ),
    "behind": (
        "from behind, seen from behind, viewed from behind, from the back, seen from the back, back view, rear view, "
        "view from behind, with her back to us, with his back to us, with their backs to us, facing away"
    ),
    "side": (
        "side view, side-view, from the side, seen from the side, viewed from the side, in profile, profile view, "
        "side profile"
    ),
}
MOODS = {
    "nostalgia": (
        "nostalgia, nostalgic, memory, memories, childhood memories, longing, wistful, homesick, past, "
        "remembrance, yesteryear, wistfulness"
    ),
    "joy": (
        "joy, joyful, happiness, happy, cheerful, delight, celebration, fun, playful, bliss, merry, laughter, "
        "gratitude, optimism, uplifting, whimsical, whimsy"
    ),
    "sadness": (
        "sadness, sad, sorrow, grief, melancholy, melancholic, lonely, loneliness, solitude, despair, "
        "heartbreak, mourning, loss, gloomy, depression, sorrowful, blue mood, tears, regret"
    ),
    "anger": "anger, angry, rage, fury, furious, wrath, hate, hatred, violent, violence, aggression, menacing, ominous",
    "calm": (
        "calm, peace, peaceful, serene, serenity, tranquil, tranquility, quiet, silence, stillness, harmony, "
        "balance, relaxing, zen, meditation, cozy, cosy, comfort, soft, gentle, patience, breath, wisdom"
    ),
    "mystery": (
        "mystery, mysterious, eerie, spooky, secret, secrets, unknown, enigma, haunting, creepy, scary, horror, "
        "fear, dark, darkness, shadows, gothic, death, doom, nightmare, dread, magic, magical, mystical, "
        "infinity, eternity, time itself, void, nothingness"
    ),
    "hope": (
        "hope, hopeful, faith, inspiration, inspiring, new beginnings, beginning, rebirth, freedom, future, "
        "light at the end, courage, dawn of, aspiration, growth"
    ),
    "love": (
        "love, loving, romance, romantic, passion, passionate, affection, tenderness, tender, warmth, "
        "friendship, kindness, heartwarming, family, devotion, desire"
    ),
    "chaos": (
        "chaos, chaotic, entropy, disorder, madness, confusion, anxiety, stress, turmoil, war, destruction, "
        "apocalypse, apocalyptic, overwhelm, noise, panic, explosion"
    ),
    "energy": (
        "energy, energetic, dynamic, power, powerful, movement, motion, speed, rhythm, music, vibrant, epic, "
        "excitement, exciting, adventure, action, vitality, electricity, innovation, technology, dance of, jazz, "
        "progress, ambition"
    ),
    "dream": (
        "surreal, psychedelic, dream, dreams, dreamy, dreamlike, dreaming of, imagination, fantasy, ethereal, "
        "sleepiness, reverie, otherworldly, wonder, enchanted, enchanting, subconscious, consciousness, idea, "
        "thought, creativity"
    ),
}
TRANSPARENT = (
    "transparent, transparent background, no background, without background, without a background, isolated, "
    "isolated on white, cutout, cut-out, cut out, die-cut, die cut, png with alpha, transparency, with "
    "transparent background, on transparent, on a transparent background, remove the background, remove "
    "background"
)
# The picture itself, not a thing in it.
MEDIA = (
    "still life, still-life, still life of, still lifes, nature morte, stillleben, "
    "picture of, image of, images of, pictures of, painting of, illustration of, rendering of, render of, "
    "depiction of, scene of, view of, poster of, poster for, postcard of, artwork of, print of, shot of, mural "
    "of, portrait of, sculpture in the style of, picture, image, illustration, painting, artwork, art, poster "
    "saying, poster that says, poster with, poster reading, banner for, banner of, wide banner, web banner, "
    "website banner, wide banner for, rendering, render, 3d render, 3d, 3d rendering, digital art, digital "
    "painting, concept art, scene, shot, composition, background, foreground, wallpaper, phone wallpaper, desktop "
    "wallpaper, iphone wallpaper, mobile wallpaper, lock screen wallpaper, android wallpaper, computer wallpaper, "
    "laptop wallpaper, lockscreen wallpaper, wallpaper for my phone, wallpaper for a phone, wallpaper for phone, "
    "wallpaper for iphone, home screen wallpaper, macbook wallpaper, pc wallpaper, 4k wallpaper, wallpaper for "
    "desktop, wallpaper for my desktop, zoom background, virtual background, zoom virtual background, "
    "screensaver, lock screen, design, fan art, movie poster, album cover, book cover, book illustration, pixar, "
    "pixar style, disney, disney style, octane render, unreal engine, blender 3d, blender render, "
    "blender cycles, blender cycles render, cycles render, in blender, with blender, using blender, artstation, "
    "trending on artstation, masterpiece, best quality, high quality, highly detailed, 4k, 8k, hd, uhd, hdr, "
    "award winning, award-winning, style of, in the style of, style, styled, aesthetic, lighting, imagen de, bild von, "
    "image de, immagine di, imagem de, una imagen de, ein bild von, une photo de, une image de, product photography, "
    "stock photo, greeting card, birthday card, panorama, panoramic, front view, angle, camera "
    "angle, bildnis, hero image, hero banner, hero shot, hero section, hero illustration"
)
# A mark: what would be scenery elsewhere is the subject here.
MARKS = (
    "logo, logo of, logo for, icon, icon of, icon for, app icon, emblem, badge, sticker, sticker of, emoji, "
    "symbol, pictogram, favicon, mascot, coat of arms, enamel pin, clip art of"
)

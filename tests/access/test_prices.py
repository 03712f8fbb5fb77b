import pytest

from limner.access.prices import Prices, as_micros
from limner.core.usage import TokenUsage
from limner.settings import Price


@pytest.mark.parametrize(
    ("model", "usage", "num_images", "micros"),
    [
        pytest.param("gpt-image-1", TokenUsage(10, 0, 4160), 1, 10 * 5 + 4160 * 40, id="tokens"),
        pytest.param("gpt-image-1", TokenUsage(0, 323, 0), 1, 323 * 10, id="input images"),
        pytest.param("gpt-image-1-mini", TokenUsage(0, 1, 0), 1, 3, id="fractions are rounded up"),
        pytest.param("dall-e-2", TokenUsage(99, 99, 99), 2, 40_000, id="by image"),
        pytest.param("gpt-image-2.6-flare", TokenUsage(1, 1, 1), 1, 43, id="newer models"),
        pytest.param("illustrator", TokenUsage(9, 9, 9), 9, 0, id="without a price"),
        pytest.param("flux", TokenUsage(1_000_000, 0, 0), 0, 1_250_000, id="of the settings"),
    ],
)
def test_cost_is_in_integer_millionths(model, usage, num_images, micros):
    assert Prices({"flux": Price(text_input=1.25)}).rate(model).cost(usage, num_images) == micros


def test_wildcard_is_the_price_of_other_models():
    prices = Prices({"*": Price(image=0.001), "gpt-image-1": Price()})

    assert prices.rate("anything").cost(TokenUsage(), 3) == 3000
    assert prices.rate("gpt-image-1").cost(TokenUsage(5, 5, 5), 1) == 0
    assert prices.rate("dall-e-2").cost(TokenUsage(), 1) == 20_000


@pytest.mark.parametrize(("amount", "micros"), [(0, 0), (25, 25_000_000), (0.1, 100_000), (1e-6, 1)])
def test_amounts_of_the_settings_are_exact(amount, micros):
    assert as_micros(amount) == micros

// Upstream prices in dollars per million tokens: text input, image input, image output.
const PRICES = {
  "gpt-image-1": [5, 10, 40],
  "gpt-image-1-mini": [2, 2.5, 8],
  "gpt-image-1.5": [5, 8, 32],
  "chatgpt-image-latest": [5, 8, 32],
};
const NEWER = [5, 8, 30];

export function costOf(model, usage) {
  if (!usage) return null;
  const price = PRICES[model] ?? (/^gpt-image-2/.test(model) ? NEWER : null);
  if (!price) return null;
  const { text_tokens = 0, image_tokens = 0 } = usage.input_tokens_details ?? {};
  return (text_tokens * price[0] + image_tokens * price[1] + usage.output_tokens * price[2]) / 1e6;
}

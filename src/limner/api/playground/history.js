// The history: cards of the images stored in this browser, newest first.

import { $, altText, button, element } from "./dom.js";
import { isDrawing } from "./drawing.js";
import { costOf } from "./prices.js";
import { pictures } from "./store.js";

const cards = new Map();

function facts(entry) {
  const shown = [entry.model, entry.size, entry.quality, entry.format];
  if (entry.seed !== "" && entry.seed != null) shown.push(`seed ${entry.seed}`);
  shown.push(`${(entry.took_ms / 1000).toFixed(1)} s`);
  if (entry.usage?.total_tokens) shown.push(`${Math.round(entry.usage.total_tokens)} tokens`);
  const cost = costOf(entry.model, entry.usage);
  if (cost !== null) shown.push(`$${cost.toFixed(3)} upstream`);
  return shown.filter(Boolean).join(" · ");
}

// `actions`: button label -> function of an entry
export async function showHistory(actions) {
  const entries = await pictures.all();
  $("empty").hidden = entries.length > 0;
  $("unsaved").hidden = !entries.some(({ id }) => String(id).startsWith("unsaved"));
  for (const [id, card] of cards) {
    if (entries.some((entry) => entry.id === id)) continue;
    URL.revokeObjectURL(card.querySelector("img").src);
    card.remove();
    cards.delete(id);
  }
  // keep existing cards in place, so that they keep the focus
  for (const entry of entries) {
    if (cards.has(entry.id)) continue;
    cards.set(entry.id, cardOf(entry, actions));
    $("gallery").prepend(cards.get(entry.id));
  }
  return entries.length;
}

export async function keep(entry, actions) {
  await pictures.add(entry);
  await showHistory(actions);
}

function cardOf(entry, actions) {
  const url = URL.createObjectURL(entry.blob);
  const label = entry.label ?? entry.prompt;
  const remove = button("Delete", async () => {
    const card = cards.get(entry.id);
    const next = card.nextElementSibling ?? card.previousElementSibling;
    await pictures.delete(entry.id);
    await showHistory(actions);
    (next?.querySelector("button:last-child") ?? $("stage")).focus({ preventScroll: true });
  });
  const acts = element(
    "div",
    { className: "acts" },
    element("a", { href: url, download: `limner-${entry.id}.${entry.format}`, textContent: "Download" }),
    ...Object.entries(actions).map(([name, act]) => button(name, () => act(entry))),
    remove,
  );
  const vary = acts.querySelector("button");
  vary.className = "draws";
  vary.disabled = isDrawing();
  return element(
    "li",
    {},
    element("img", { src: url, alt: altText(label), loading: "lazy" }),
    element(
      "div",
      { className: "about" },
      element("p", { className: "prompt", textContent: label }),
      element("p", { className: "facts", textContent: facts(entry) }),
      acts,
    ),
  );
}

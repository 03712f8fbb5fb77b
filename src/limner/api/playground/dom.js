export const $ = (id) => document.getElementById(id);

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export function button(label, onClick) {
  const made = element("button", { type: "button", textContent: label });
  made.addEventListener("click", onClick);
  return made;
}

// screen readers read the whole alternative text
export const altText = (prompt) => (prompt.length > 200 ? `${prompt.slice(0, 200).toWellFormed()}…` : prompt);

// on touch screens, focusing a text field opens the keyboard over half of the page
export const hasTouch = () => matchMedia("(pointer: coarse)").matches;

// Compare the images before and after an edit with a slider.

import { $ } from "./dom.js";

// Left end: "Before"; right end: "After". In between, the left part of the view shows the image before the edit.
function slide() {
  const after = Number($("slider").value);
  $("after").style.clipPath = `inset(0 0 0 ${100 - after}%)`;
  $("divider").hidden = after === 0 || after === 100;
  const { offsetLeft, offsetWidth } = $("after");
  $("divider").style.left = `${offsetLeft + offsetWidth * (1 - after / 100)}px`;
  $("slider").setAttribute("aria-valuetext", `${after} % after`);
}

function drag(event) {
  const box = $("after").getBoundingClientRect();
  $("slider").value = Math.round(100 * (1 - (event.clientX - box.left) / box.width));
  slide();
}

export function compare(before, after) {
  for (const [id, blob] of [["before", before], ["after", after]]) {
    URL.revokeObjectURL($(id).src);
    $(id).src = URL.createObjectURL(blob);
  }
  $("slider").value = 100;
  slide();
}

export function wireComparison() {
  const images = $("divider").parentElement;
  $("slider").addEventListener("input", slide);
  images.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // otherwise the browser drags the image
    images.setPointerCapture(event.pointerId);
    drag(event);
  });
  images.addEventListener("pointermove", (event) => images.hasPointerCapture(event.pointerId) && drag(event));
}

// Shows errors at the field they are about, and announces them to screen readers.

export class FieldErrors {
  constructor(form, general) {
    this.form = form;
    this.general = general;
    this.param = null;
    form.addEventListener("input", (event) => this.handleInput(event.target.closest("[data-param]")?.dataset.param));
  }

  // Options depend on each other, so changing any of them may correct an error; editing the prompt corrects only errors of the prompt.
  handleInput(param) {
    if (param !== "prompt" || !this.param || this.param === param) this.clear();
  }

  clear() {
    this.param = null;
    for (const shown of this.form.querySelectorAll(".field-error")) shown.remove();
    for (const wrong of this.form.querySelectorAll("[aria-invalid]")) {
      wrong.removeAttribute("aria-invalid");
      wrong.removeAttribute("aria-describedby");
    }
    this.general.hidden = true;
    this.general.textContent = "";
  }

  // `param`: the API's parameter name, such as `size` or `image[0]`. Without a visible field of that name, the message
  // appears at the end of the form.
  show(message, param = null) {
    const name = param?.replace(/\[.*/, "");
    const field = name && this.form.querySelector(`[data-param="${CSS.escape(name)}"]`);
    const control = field?.checkVisibility() ? controlOf(field) : null;
    if (!control) {
      if (!this.general.hidden && this.general.textContent === message) return;
      this.clear();
      this.general.textContent = message;
      this.general.hidden = false;
      return;
    }
    this.clear();
    this.param = name;
    const id = `${this.form.id}-error-${name}`;
    const shown = Object.assign(document.createElement("p"), { id, className: "error field-error", textContent: message });
    shown.setAttribute("role", "alert");
    // a field in a row of three is too narrow for a sentence
    (field.parentElement.classList.contains("row") ? field.parentElement : field).append(shown);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", id);
    control.focus();
    shown.scrollIntoView({ block: "nearest" });
  }
}

// in a group of radio buttons: the text field of the selected one, or the selected button
function controlOf(field) {
  const controls = [...field.querySelectorAll("input, select, textarea")].filter((control) => control.checkVisibility());
  return controls.find((control) => control.type !== "radio") ?? controls.find((control) => control.checked) ?? null;
}

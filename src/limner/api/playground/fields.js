// Errors, told at the field that they are about, and to screen readers.

export class Fields {
  constructor(form, general) {
    this.form = form;
    this.general = general;
  }

  clear() {
    for (const told of this.form.querySelectorAll(".field-error")) told.remove();
    for (const wrong of this.form.querySelectorAll("[aria-invalid]")) {
      wrong.removeAttribute("aria-invalid");
      wrong.removeAttribute("aria-describedby");
    }
    this.general.hidden = true;
  }

  // `param`: the name that the API gives what is wrong; without a field of that name, the form's foot tells it
  tell(message, param) {
    const field = param && this.form.querySelector(`[data-param="${CSS.escape(param)}"]`);
    if (!field) {
      this.general.textContent = message;
      this.general.hidden = false;
      return;
    }
    const control = field.querySelector("input:checked, input, select, textarea");
    const told = Object.assign(document.createElement("p"), { id: `error-${param}`, className: "error field-error", textContent: message });
    told.setAttribute("role", "alert");
    // a field in a row of three is too narrow for a sentence
    if (field.parentElement.classList.contains("row")) field.parentElement.append(told);
    else field.append(told);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", told.id);
    control.focus();
  }
}

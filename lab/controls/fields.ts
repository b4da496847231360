import { element, newId } from "./elements.js";
import type { ControlForm, Drawn } from "./model.js";

/** A slider with its number. */
export function drawSlider(
  { label, min, max, step }: Extract<ControlForm, { kind: "slider" }>,
  value: unknown,
  changed: (value: number) => void,
): Drawn {
  const input = element("input", "");
  const number = element("output", "convlab-live-number");
  Object.assign(input, { type: "range", min: String(min), max: String(max), step: String(step) });
  const show = (set: unknown) => {
    input.value = String(set);
    number.textContent = String(set);
  };
  show(value);
  input.addEventListener("input", () => {
    number.textContent = input.value;
    changed(Number(input.value));
  });
  return { node: labelled(label, input, number), show };
}

/** A list to choose from. */
export function drawChoice(
  { label, values }: Extract<ControlForm, { kind: "choice" }>,
  value: unknown,
  changed: (value: string) => void,
): Drawn {
  const list = element("select", "", ...values.map((name) => new Option(name)));
  const show = (set: unknown) => {
    list.value = String(set);
  };
  show(value);
  list.addEventListener("change", () => changed(list.value));
  return { node: labelled(label, list), show };
}

function labelled(text: string, field: HTMLElement, ...more: Node[]): HTMLElement {
  const label = element("label", "convlab-live-label", text);
  field.id = newId();
  label.htmlFor = field.id;
  return element("div", "convlab-live-field", label, field, ...more);
}

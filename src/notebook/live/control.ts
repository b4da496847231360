/** What a page needs to draw a control: its kind, and what is particular to that kind. */
export interface ControlForm {
  readonly kind: "canvas" | "slider" | "choice";
  readonly [setting: string]: unknown;
}

/** How a control's value travels to the page and back. */
interface Travelling<Value> {
  /** As JSON. */
  pack(value: Value): unknown;
  /** Undefined if it is no value of this control. */
  unpack(sent: unknown): Value | undefined;
}

/** Something that readers set on the page. Made by `canvas`, `slider` and `choice`, shown by `live`. */
export interface Control<Value> {
  /** What stands beside it, and names it to those who do not see it. */
  readonly label: string;
  /** What it is set to now. */
  readonly value: Value;
}

/** A control with what the page and the kernel tell each other of it. */
export class PageControl<Value> implements Control<Value> {
  readonly label: string;
  readonly #form: ControlForm;
  readonly #travelling: Travelling<Value>;
  #value: Value;

  constructor(label: string, form: ControlForm, value: Value, travelling: Travelling<Value>) {
    this.label = label;
    this.#form = form;
    this.#value = value;
    this.#travelling = travelling;
  }

  get value(): Value {
    return this.#value;
  }

  /** What the page needs to draw it. */
  get form(): ControlForm & { readonly label: string } {
    return { label: this.label, ...this.#form };
  }

  /** Its value as it goes to the page. */
  get packed(): unknown {
    return this.#travelling.pack(this.#value);
  }

  /** Takes what the page has sent. What is no value of this control changes nothing. */
  take(sent: unknown): void {
    this.#value = this.#travelling.unpack(sent) ?? this.#value;
  }
}

/** Refuses a label that nobody could read. */
export function requireLabel(action: string, label: unknown): void {
  if (typeof label === "string" && label.trim() !== "") return;
  const given = typeof label === "string" ? "empty" : typeof label;
  throw new TypeError(`Cannot ${action}: the label is ${given}. Give a text that says what it is for.`);
}

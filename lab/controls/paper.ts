import { element, newId } from "./elements.js";
import type { ControlForm, Drawn } from "./model.js";
import { Painting, packed, unpacked, widths } from "./painting.js";
import { Pen, penHelp } from "./pen.js";

/** The longer side of the paper, in CSS pixels. */
const longest = 280;

/** A black field to paint on, with its buttons. */
export function drawPaper(
  form: Extract<ControlForm, { kind: "canvas" }>,
  value: unknown,
  changed: (value: string) => void,
): Drawn {
  const paper = new Paper(form, new Painting(form.height, form.width, unpacked(value)), changed);
  return { node: paper.node, show: (text) => paper.show(unpacked(text)) };
}

class Paper {
  readonly node: HTMLElement;
  readonly #painting: Painting;
  readonly #pen: Pen;
  readonly #changed: (value: string) => void;
  readonly #field = element("canvas", "convlab-live-paper");
  readonly #mark = element("div", "convlab-live-pen");
  readonly #words = element("div", "convlab-live-words");
  readonly #buttons: readonly { readonly node: HTMLButtonElement; readonly label: () => string }[];
  #last: readonly [x: number, y: number] | undefined;

  constructor(
    form: Extract<ControlForm, { kind: "canvas" }>,
    painting: Painting,
    changed: (value: string) => void,
  ) {
    this.#painting = painting;
    this.#pen = new Pen(painting);
    this.#changed = changed;
    this.#buttons = [
      this.#button(
        () => "Undo",
        () => this.#do(() => painting.undo()),
      ),
      this.#button(
        () => "Clear",
        () => this.#do(() => painting.clear()),
      ),
      this.#button(
        () => (painting.tool === "paints" ? "Erase" : "Paint"),
        () => this.#set(() => (painting.tool = painting.tool === "paints" ? "erases" : "paints")),
      ),
      this.#button(
        () => `Width ${painting.strokeWidth}`,
        () => this.#set(() => (painting.strokeWidth = (painting.strokeWidth % widths.length) + 1)),
      ),
    ];
    this.#prepareField(form.label);
    const stack = element("div", "convlab-live-stack", this.#field, this.#mark);
    const buttons = element("div", "convlab-live-buttons", ...this.#buttons.map(({ node }) => node));
    this.node = element("div", "convlab-live-canvas", this.#titled(form.label), stack, buttons, this.#words);
    this.#draw();
  }

  show(pixels: Uint8Array): void {
    this.#painting.pixels = pixels;
    this.#draw();
  }

  #titled(label: string): HTMLElement {
    const help = element("div", "convlab-live-hidden", penHelp);
    help.id = newId();
    this.#field.setAttribute("aria-describedby", help.id);
    return element("div", "convlab-live-label", label, help);
  }

  #prepareField(label: string): void {
    const { height, width } = this.#painting;
    const field = this.#field;
    const cell = Math.max(1, Math.floor(longest / Math.max(height, width)));
    Object.assign(field, { width, height, tabIndex: 0 });
    field.style.width = `${cell * width}px`;
    field.style.aspectRatio = `${width} / ${height}`;
    field.setAttribute("role", "application");
    field.setAttribute("aria-label", `${label}: ${height} by ${width} pixels to paint on`);
    // JupyterLab would take letters and arrows for its own.
    field.setAttribute("data-lm-suppress-shortcuts", "true");
    this.#words.setAttribute("role", "status");
    field.addEventListener("pointerdown", (event) => this.#down(event));
    field.addEventListener("pointermove", (event) => this.#move(event));
    for (const type of ["pointerup", "pointercancel"] as const)
      field.addEventListener(type, () => {
        this.#last = undefined;
      });
    field.addEventListener("keydown", (event) => this.#press(event));
    field.addEventListener("blur", () => this.#tell(false));
  }

  #button(label: () => string, press: () => void) {
    const node = element("button", "convlab-live-button", label());
    node.type = "button";
    node.addEventListener("click", press);
    return { node, label };
  }

  get #isOff(): boolean {
    return this.#field.closest("fieldset")?.disabled === true;
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || this.#isOff) return;
    this.#field.setPointerCapture(event.pointerId);
    this.#tell(false);
    const place = this.#placeOf(event);
    this.#last = place;
    this.#do(() => {
      this.#painting.begin();
      this.#painting.stroke(...place, ...place);
    });
  }

  #move(event: PointerEvent): void {
    if (this.#last === undefined || this.#isOff) return;
    const events = event.getCoalescedEvents?.() ?? [];
    this.#do(() => {
      for (const each of events.length > 0 ? events : [event]) {
        const place = this.#placeOf(each);
        this.#painting.stroke(...(this.#last ?? place), ...place);
        this.#last = place;
      }
    });
    this.#pen.follow(...this.#last);
  }

  #press(event: KeyboardEvent): void {
    if (this.#isOff || event.altKey || event.metaKey) return;
    const done = this.#pen.press(event.key, event.ctrlKey);
    if (done === undefined) return;
    event.preventDefault();
    if (done === "painted") this.#do(() => {});
    else this.#draw();
    this.#tell(true);
  }

  /** Pixels from the middle of the first. */
  #placeOf(event: PointerEvent): readonly [x: number, y: number] {
    const { left, top, width, height } = this.#field.getBoundingClientRect();
    return [
      ((event.clientX - left) / width) * this.#painting.width - 0.5,
      ((event.clientY - top) / height) * this.#painting.height - 0.5,
    ];
  }

  /** Changes the picture, and tells. */
  #do(change: () => void): void {
    change();
    this.#draw();
    this.#changed(packed(this.#painting.pixels));
  }

  #set(change: () => void): void {
    change();
    this.#draw();
  }

  /** Shows the keyboard's pen, or hides it. */
  #tell(isSeen: boolean): void {
    const { height, width } = this.#painting;
    const { row, column, words, isDown } = this.#pen;
    this.#words.textContent = isSeen ? words : "";
    this.#mark.hidden = !isSeen;
    this.#mark.classList.toggle("is-down", isDown);
    Object.assign(this.#mark.style, {
      left: `${(100 * column) / width}%`,
      top: `${(100 * row) / height}%`,
      width: `${100 / width}%`,
      height: `${100 / height}%`,
    });
  }

  #draw(): void {
    const { height, width, pixels, canUndo } = this.#painting;
    const image = new ImageData(width, height);
    for (const [at, pixel] of pixels.entries()) image.data.set([pixel, pixel, pixel, 255], 4 * at);
    this.#field.getContext("2d")?.putImageData(image, 0, 0);
    for (const { node, label } of this.#buttons) node.textContent = label();
    const undo = this.#buttons[0];
    if (undo !== undefined) undo.node.setAttribute("aria-disabled", String(!canUndo));
    if (this.#mark.style.left === "") this.#mark.hidden = true;
  }
}

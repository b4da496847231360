import type { Painting } from "./painting.js";

/** The keys of somebody who paints without a mouse. */
export const penHelp =
  "Arrow keys lead the pen, the space bar puts it down and up. E erases or paints, 1 to 3 set the width, U takes back, Delete clears.";

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The pen that keys lead. */
export class Pen {
  row: number;
  column: number;
  isDown = false;
  readonly #painting: Painting;

  constructor(painting: Painting) {
    this.#painting = painting;
    this.row = Math.floor(painting.height / 2);
    this.column = Math.floor(painting.width / 2);
  }

  /** Goes on from where a pointer has painted. */
  follow(x: number, y: number): void {
    this.row = within(Math.round(y), this.#painting.height);
    this.column = within(Math.round(x), this.#painting.width);
  }

  /** Does what a key asks for: `painted` if the picture has changed, `moved` if it has not, undefined if it asks for nothing. */
  press(key: string, isControl: boolean): "painted" | "moved" | undefined {
    const painting = this.#painting;
    if (key.toLowerCase() === (isControl ? "z" : "u")) {
      painting.undo();
      return "painted";
    }
    if (isControl) return undefined;
    const step = steps[key];
    if (step !== undefined) return this.#move(step);
    if (key === " ") {
      this.isDown = !this.isDown;
      return this.isDown ? this.#dot() : "moved";
    }
    if (key === "Delete" || key === "Backspace") {
      painting.clear();
      return "painted";
    }
    if (key === "e" || key === "E") painting.tool = painting.tool === "paints" ? "erases" : "paints";
    else if (key >= "1" && key <= "3" && key.length === 1) painting.strokeWidth = Number(key);
    else return undefined;
    return "moved";
  }

  /** Where it is and what it does, in words. */
  get words(): string {
    const { tool, strokeWidth } = this.#painting;
    return `The pencil ${tool}, width ${strokeWidth}; pen ${this.isDown ? "down" : "up"} at row ${this.row}, column ${this.column}`;
  }

  #move([down, right]: readonly [number, number]): "painted" | "moved" {
    const { row, column } = this;
    this.row = within(row + down, this.#painting.height);
    this.column = within(column + right, this.#painting.width);
    if (!this.isDown) return "moved";
    this.#painting.begin();
    this.#painting.stroke(column, row, this.column, this.row);
    return "painted";
  }

  #dot(): "painted" {
    this.#painting.begin();
    this.#painting.stroke(this.column, this.row, this.column, this.row);
    return "painted";
  }
}

const within = (place: number, length: number) => Math.min(length - 1, Math.max(0, place));

export type Tool = "paints" | "erases";
export const widths = [1, 2, 3] as const;

/** Pictures before the last strokes that are kept. */
const mostUndone = 100;

/** A gray picture that is painted on: pixels from 0 to 255, row by row. Places are in pixels, the middle of the first is 0. */
export class Painting {
  readonly height: number;
  readonly width: number;
  pixels: Uint8Array;
  tool: Tool = "paints";
  /** Of the stroke, in steps of one pixel: full ink within so much of its middle, fading over the next pixel, as MNIST's strokes do. */
  strokeWidth: number = 2;
  readonly #before: Uint8Array[] = [];

  constructor(height: number, width: number, pixels: Uint8Array) {
    this.height = height;
    this.width = width;
    this.pixels = pixels;
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  /** What follows can be taken back at once. */
  begin(): void {
    this.#before.push(this.pixels.slice());
    if (this.#before.length > mostUndone) this.#before.shift();
  }

  /** Paints or erases from one place to another. */
  stroke(x0: number, y0: number, x1: number, y1: number): void {
    const radius = 0.5 * this.strokeWidth - 0.2;
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    for (let row = 0; row < this.height; row++) {
      for (let column = 0; column < this.width; column++) {
        const share = length === 0 ? 0 : ((column - x0) * (x1 - x0) + (row - y0) * (y1 - y0)) / length;
        const along = Math.min(1, Math.max(0, share));
        const distance = Math.hypot(column - x0 - along * (x1 - x0), row - y0 - along * (y1 - y0));
        const touched = Math.round(255 * Math.min(1, Math.max(0, 1 + radius - distance)));
        const at = row * this.width + column;
        const old = this.pixels[at] as number;
        this.pixels[at] = this.tool === "paints" ? Math.max(old, touched) : Math.min(old, 255 - touched);
      }
    }
  }

  /** Takes back what came since the last beginning. */
  undo(): void {
    this.pixels = this.#before.pop() ?? this.pixels;
  }

  clear(): void {
    this.begin();
    this.pixels = new Uint8Array(this.pixels.length);
  }
}

export function packed(pixels: Uint8Array): string {
  return btoa(String.fromCharCode(...pixels));
}

export function unpacked(text: unknown): Uint8Array {
  return Uint8Array.from(atob(String(text)), (letter) => letter.charCodeAt(0));
}

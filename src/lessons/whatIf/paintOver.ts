import { type Box, boxArea } from "../../arithmetic/maps/boxes.js";
import { requireOptions } from "../../arithmetic/options.js";
import { type PixelImage, requirePixels } from "../../arithmetic/pixelImage.js";
import { isWhole } from "../../arithmetic/whole.js";
import { blurred } from "./blurred.js";

/**
 * What is painted over a part of a photograph.
 *
 * - `gray`: the gray 127 of 255, which networks for ImageNet take as zero.
 * - `mean`: the mean colour of the whole photograph.
 * - `blur`: the part itself, blurred over half of its shorter side, so that colours stay and shapes go.
 */
export type PaintedWith = "gray" | "mean" | "blur";

const paints: readonly PaintedWith[] = ["gray", "mean", "blur"];
const action = "paint over a photograph";
/** What networks for ImageNet take as zero. */
const middleGray = 127;

/**
 * A photograph with one box or several painted over, of the same size; the photograph itself stays as it was. Boxes are in pixels
 * of the photograph, `bottom` and `right` outside.
 *
 * @param options.with what is painted: `gray` (127 of 255), the photograph's `mean` colour, or what is there with a `blur`. @default {"gray"}
 * @throws {TypeError} if an option has another name, or a side of a box is missing or no number
 * @throws {RangeError} if there is no box, one is empty, reaches out of the photograph or lies between pixels, or there is no such paint
 * @example
 * const photograph = { height: 1, width: 3, channels: 1, pixels: Uint8Array.of(5, 6, 7) } as const;
 * paintOver(photograph, { top: 0, left: 1, bottom: 1, right: 3 }).pixels // [5, 127, 127]
 */
export function paintOver(
  photograph: PixelImage,
  boxes: Box | readonly Box[],
  options: { readonly with?: PaintedWith } = {},
): PixelImage {
  requireOptions(action, options, ["with"]);
  requirePixels(action, photograph);
  const { with: paint = "gray" } = options;
  if (!paints.includes(paint)) {
    throw new RangeError(`Cannot ${action} with ${JSON.stringify(paint)}. Use one of ${paints.join(", ")}.`);
  }
  const list = [boxes].flat() as readonly Box[];
  if (list.length === 0) throw new RangeError(`Cannot ${action}: there is no box. Give at least one.`);
  for (const box of list) requireInside(photograph, box);
  const { width, channels } = photograph;
  const pixels = Uint8Array.from(photograph.pixels);
  const colors = channels === 1 ? 1 : 3; // opacity stays
  const mean = meanColor(photograph);
  for (const box of list) {
    const soft = paint === "blur" ? blurred(photograph, box) : undefined;
    for (let row = box.top; row < box.bottom; row++) {
      for (let column = box.left; column < box.right; column++) {
        for (let color = 0; color < colors; color++) {
          const at = (row * width + column) * channels + color;
          const within = ((row - box.top) * (box.right - box.left) + column - box.left) * channels + color;
          pixels[at] = soft?.[within] ?? (paint === "mean" ? (mean[color] as number) : middleGray);
        }
      }
    }
  }
  return { ...photograph, pixels };
}

/**
 * Refuses a box that holds no pixel of a photograph, or reaches out of it.
 *
 * @throws {TypeError} if a side is missing or no number
 * @throws {RangeError} if it is empty, reaches out or lies between pixels
 */
export function requireInside({ height, width }: PixelImage, box: Box): void {
  const area = boxArea(box);
  const { top, left, bottom, right } = box;
  const said = `rows ${top} to ${bottom} and columns ${left} to ${right}`;
  if (area === 0) {
    throw new RangeError(
      `Cannot ${action}: the box of ${said} is empty. Bottom and right are outside: give them one more than the last pixel.`,
    );
  }
  const whole = [top, left, bottom, right].every((side) => isWhole(side, { from: 0 }));
  if (whole && bottom <= height && right <= width) return;
  throw new RangeError(
    `Cannot ${action}: the box of ${said} is not one of whole pixels inside ${height} x ${width}. Stay inside, and round.`,
  );
}

function meanColor({ channels, pixels }: PixelImage): number[] {
  const count = pixels.length / channels;
  const sums = new Array<number>(channels).fill(0);
  for (let at = 0; at < pixels.length; at++) {
    const channel = at % channels;
    sums[channel] = (sums[channel] as number) + (pixels[at] as number);
  }
  return sums.map((sum) => Math.round(sum / count));
}

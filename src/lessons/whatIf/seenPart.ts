import { type Box, boxArea } from "../../arithmetic/maps/boxes.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";

/** The part of a photograph that a network of that side sees: the square in the middle that `centreSquare` cuts out. */
export function seenPart({ height, width }: Pick<PixelImage, "height" | "width">, side: number): Box {
  const part = Math.max(1, Math.trunc((side / (side + 32)) * Math.min(height, width)));
  const top = Math.trunc((height - part + 1) / 2);
  const left = Math.trunc((width - part + 1) / 2);
  return { top, left, bottom: top + part, right: left + part };
}

/**
 * A box in the square that a network saw, as a box in the photograph that the square was cut from: whole pixels, at least one.
 * So what a map points out can be painted over.
 *
 * @param box in pixels of the square, as `boxFromMap(enlarge(answer.mapOf(name), answer.seen))` gives it
 * @param seen the square, such as `answer.seen`
 * @throws {TypeError} if a side of the box is missing or no number
 * @throws {RangeError} if the box ends before it begins, or reaches out of the square
 * @example
 * const box = { top: 0, left: 112, bottom: 112, right: 224 }; // the upper right quarter
 * boxInPhotograph(box, { height: 512, width: 768 }, { height: 224, width: 224 })
 * // { top: 32, left: 384, bottom: 256, right: 608 }
 */
export function boxInPhotograph(
  box: Box,
  photograph: Pick<PixelImage, "height" | "width">,
  seen: Pick<PixelImage, "height" | "width">,
): Box {
  boxArea(box);
  const { height: side } = seen;
  const { top, left, bottom, right } = box;
  if (top < 0 || left < 0 || bottom > side || right > side) {
    throw new RangeError(
      `Cannot find the box ${JSON.stringify(box)} in the photograph: it reaches out of the ${side} x ${side} pixels that the network saw. Stay inside.`,
    );
  }
  const part = seenPart(photograph, side);
  const scale = (part.bottom - part.top) / side;
  const along = (from: number, to: number, start: number) => {
    const first = start + Math.min(Math.round(from * scale), part.bottom - part.top - 1);
    return [first, Math.max(first + 1, start + Math.round(to * scale))] as const;
  };
  const [[first, last], [near, far]] = [along(top, bottom, part.top), along(left, right, part.left)];
  return { top: first, left: near, bottom: last, right: far };
}

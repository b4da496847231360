import type { Box } from "../../arithmetic/maps/boxes.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { PixelImage } from "../../arithmetic/pixelImage.js";
import { classifyPhotograph } from "../../networks/models/efficientnet/classifyPhotograph.js";
import type { EfficientNetLite0 } from "../../networks/models/efficientnet/efficientnet.js";
import { touches } from "./controlBoxes.js";
import { type PaintedWith, paintOver } from "./paintOver.js";
import { seenPart } from "./seenPart.js";

const action = "tell what painting over does";

/** What painting over one box does to a logit; a row for `table`. */
export type BoxEffect = {
  /** The name of the box. */
  readonly "painted over": string;
  readonly before: number;
  readonly after: number;
  /** After less before. */
  readonly change: number;
  /** The class with the largest logit when the box is painted over. */
  readonly "largest after": string;
};

/**
 * For each of several boxes, each by its name, what painting over it does to the logit of one class: a row each. With
 * {@link controlBoxes} beside the box one asks about, it shows whether *any* patch of that size does it.
 *
 * @param network as `efficientNetLite0` or `openBackbone` gives it
 * @param boxes in pixels of the photograph; several boxes under one name are painted over together
 * @param options.className a class, by name or number. @default {the one with the largest logit}
 * @param options.with as for {@link paintOver}. @default {"gray"}
 * @throws {TypeError} if an option has another name, the network is another, or a side of a box is missing or no number
 * @throws {RangeError} if there is no box or no such class or paint, or a box is empty, reaches out of the photograph or lies where
 * the network sees nothing
 * @example
 * const network = await efficientNetLite0();
 * const coffee = await photograph("coffee");
 * const cup = { top: 100, left: 200, bottom: 190, right: 290 };
 * show(table(boxEffects(network, coffee, { cup, ...controlBoxes(coffee, cup) })));
 * network.dispose();
 */
export function boxEffects(
  network: EfficientNetLite0,
  photograph: PixelImage,
  boxes: Readonly<Record<string, Box | readonly Box[]>>,
  options: { readonly className?: string | number; readonly with?: PaintedWith } = {},
): readonly BoxEffect[] {
  requireOptions(action, options, ["className", "with"]);
  if (typeof network?.features !== "function" || typeof network.logits !== "function") {
    throw new TypeError(
      `Cannot ${action}: the network is none for photographs. Give one of efficientNetLite0(); for a small network there is whatIfExplorer.`,
    );
  }
  const entries = Object.entries(boxes);
  if (entries.length === 0) throw new RangeError(`Cannot ${action}: there is no box. Give at least one.`);
  const paint = options.with === undefined ? {} : { with: options.with };
  const seen = seenPart(photograph, network.side);
  const painted = entries.map(([name, box]) => {
    const image = paintOver(photograph, box, paint);
    const list = [box].flat() as readonly Box[];
    if (list.some((each) => touches(each, seen))) return { name, image };
    throw new RangeError(
      `Cannot ${action}: of the box "${name}" the network sees nothing. It sees rows ${seen.top} to ${seen.bottom - 1} and columns ${seen.left} to ${seen.right - 1}.`,
    );
  });
  const answer = classifyPhotograph(network, photograph);
  const chosen = options.className ?? answer.top(1)[0]?.classIndex ?? 0;
  const before = answer.of(chosen).logit;
  return painted.map(({ name, image }) => {
    const covered = classifyPhotograph(network, image);
    const after = covered.of(chosen).logit;
    const largest = covered.top(1)[0]?.name ?? "";
    return { "painted over": name, before, after, change: after - before, "largest after": largest };
  });
}

import { vegaLibraries } from "../../charts/drawing/vegaLibraries.js";
import type { MapSizes } from "../networkExplorer/stage.js";
import type { Dab } from "./cover.js";

type View = import("vega").View;

/** What a specification computes, without drawing anything. */
function read<T>(spec: object, reading: (view: View) => T): T {
  const { vega } = vegaLibraries();
  const view = new vega.View(vega.parse({ ...spec, marks: [] } as import("vega").Spec), { renderer: "none" });
  try {
    view.run();
    return reading(view);
  } finally {
    view.finalize();
  }
}

/** Logits of the untouched picture, and the maps of all classes one after another. */
export function readBefore(spec: object, names: readonly string[]) {
  return read(spec, (view) => {
    view.signal("brush", "restores everything").run();
    const logits = [...(view.signal("logits") as number[])];
    const maps = names.flatMap((name) => {
      view.signal("className", name).run();
      return [...(view.signal("mapValues") as number[])];
    });
    return { logits, maps };
  });
}

/** The square of pixels around the largest number of a map. */
export function patchAt(
  map: readonly number[],
  { rows, columns }: MapSizes,
  picture: MapSizes,
  size: number,
): Dab {
  const at = map.indexOf(map.reduce((most, value) => Math.max(most, value)));
  const along = (place: number, length: number, pixels: number) => {
    const before = Math.floor((size - 1) / 2);
    const middle = Math.floor(((place + 0.5) / length) * pixels);
    return Math.max(before, Math.min(pixels - (size - before), middle));
  };
  return {
    row: along(Math.floor(at / columns), rows, picture.rows),
    column: along(at % columns, columns, picture.columns),
    size,
  };
}

/** What the explorer shows at first, in a sentence. */
export function readStart(
  spec: object,
  { className, size, note }: { className: string; size: number; note: string },
): string {
  return read(spec, (view) => {
    const [before, after] = ["chosenBefore", "chosenAfter"].map((name) => view.signal(name) as number);
    const { x0, y0 } = view.signal("act") as { x0: number; y0: number };
    const paint = (view.signal("paintWords") as Record<string, string>)[view.signal("paint") as string];
    return (
      `${size} x ${size} pixels around row ${y0}, column ${x0} are painted over with ${paint}, and the logit of ${className} goes ` +
      `from ${before?.toFixed(2)} to ${after?.toFixed(2)}. The ${note} of TensorFlow's.`
    );
  });
}

import { vegaLibraries } from "../../charts/drawing/vegaLibraries.js";
import type { MapSizes } from "../networkExplorer/stage.js";
import { type Dab, firstAct } from "./coverControls.js";

/** What a specification computes, read without drawing anything. */
export interface Readings {
  /** Of the untouched picture: logits, and the maps of all classes one after another. */
  readonly before: { readonly logits: readonly number[]; readonly maps: readonly number[] };
  /** The logits when the square is painted over. */
  readonly after: readonly number[];
  readonly dab: Dab;
}

/** Reads the untouched picture, and then the one with a square painted over, which is chosen by what was read first. */
export function readingsOf(
  spec: object,
  names: readonly string[],
  choose: (before: Readings["before"]) => Dab,
): Readings {
  const { vega } = vegaLibraries();
  const view = new vega.View(vega.parse({ ...spec, marks: [] } as import("vega").Spec), { renderer: "none" });
  const logitsNow = () => [...(view.signal("logits") as number[])];
  try {
    view.run();
    view.signal("brush", "restores everything").run();
    const logits = logitsNow();
    const maps = names.flatMap((name) => {
      view.signal("className", name).run();
      return [...(view.signal("mapValues") as number[])];
    });
    const before = { logits, maps };
    const dab = choose(before);
    view.signal("act", { ...firstAct(dab), n: 9 }).run();
    return { before, after: logitsNow(), dab };
  } finally {
    view.finalize();
  }
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
    const middle = Math.round(((place + 0.5) / length) * pixels - size / 2) + before;
    return Math.max(before, Math.min(pixels - size + before, middle));
  };
  return {
    row: along(Math.floor(at / columns), rows, picture.rows),
    column: along(at % columns, columns, picture.columns),
    size,
  };
}

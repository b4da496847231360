import type { Pictures } from "../networkExplorer/pictureList.js";
import type { Stage } from "../networkExplorer/stage.js";
import type { Dab } from "./coverControls.js";
import type { Tail } from "./tail.js";

/** What is painted with: a number for each channel, by a name, and how it is said. */
export type Paints = Readonly<
  Record<string, { readonly channels: readonly number[]; readonly said: string }>
>;

/** What is explored, and where the controls stand at first. */
export interface Asked {
  readonly stages: readonly Stage[];
  readonly tail: Tail;
  readonly pictures: Pictures;
  readonly names: readonly string[];
  readonly paints: Paints;
  readonly title: string;
  readonly note: string;
  readonly start: { readonly className: string; readonly paint: string; readonly dab: Dab };
  /** Of the untouched picture: logits, and the maps of all classes one after another. */
  readonly before: { readonly logits: readonly number[]; readonly maps: readonly number[] };
}

import type { LayersModel } from "../../../networks/tf.js";
import type { TourPage } from "./tourPage.js";

/** The pages about layers that a network has; all of them where no network is given. */
export function throughLayersOf(
  model: LayersModel | undefined,
  pages: readonly TourPage[],
): readonly TourPage[] {
  if (model === undefined) return pages;
  const known = ["picture", ...model.layers.map(({ name }) => name)];
  const has = (layer: TourPage["back"]) => typeof layer !== "string" || known.includes(layer);
  return pages.filter(({ layer, back }) => has(layer) && has(back));
}

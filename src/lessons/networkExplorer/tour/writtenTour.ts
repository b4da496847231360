import type { LayersModel } from "../../../networks/tf.js";
import { lenetTour } from "./lenetTour.js";
import { mnistTour } from "./mnistTour.js";
import type { TourPage } from "./tourPage.js";

/** The layers by which a network of `lenet5` or `mnistCnn` is known. */
const known = [
  { layers: ["c1", "s2", "c3"], tour: lenetTour },
  { layers: ["conv1", "pool1", "conv2"], tour: mnistTour },
];

/**
 * The tour that is written for networks of its kind.
 *
 * @throws {RangeError} if there is none
 */
export function writtenTour(model: LayersModel): readonly TourPage[] {
  const names = model.layers.map(({ name }) => name);
  const found = known.find(({ layers }) => layers.every((layer) => names.includes(layer)));
  if (found === undefined) {
    throw new RangeError(
      `Cannot explore ${model.name}: tours are written for networks of mnistCnn and lenet5, and this has the layers ${names.join(", ")}. Give pages of your own, as tour: [{ title, text, layer }].`,
    );
  }
  return found.tour(model);
}

import type { Located } from "../../arithmetic/maps/localisation.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { SceneSet } from "../../images/scenes/sceneSet.js";
import type { LayersModel } from "../../networks/tf.js";
import { mappedAnswers } from "./sceneMaps.js";

/**
 * The map of every scene beside the truth, as `pointingShare`, `localisedShare` and `bestThreshold` take them: the map of what the network
 * answers, or of the digit that is there.
 *
 * @param options.of whose map: of the network's own `answer`, or of the `truth`. Maps of the truth count as right whatever the
 * network answers. @default {"answer"}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no such kind of map
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 100 });
 * pointingShare(locatedMaps(headCnn({ inputSize: 64 }), sceneSet({ digits: test, number: 2, seed: 1 }))); // from 0 to 1
 */
export function locatedMaps(
  model: LayersModel,
  set: SceneSet,
  options: { readonly of?: "answer" | "truth" } = {},
): Located[] {
  requireOptions("locate maps", options, ["of"]);
  const { scenes, boxes } = set;
  const { of = "answer" } = options;
  if (of !== "answer" && of !== "truth") {
    throw new RangeError(`Cannot map "${of}". Take the map of "answer" or of "truth".`);
  }
  const classes = of === "truth" ? { classes: scenes.labels } : {};
  return mappedAnswers(model, scenes, classes).map(({ predicted, map }, index) => ({
    map,
    truth: boxes[index] as Located["truth"],
    right: of === "truth" || predicted === scenes.labels[index],
  }));
}

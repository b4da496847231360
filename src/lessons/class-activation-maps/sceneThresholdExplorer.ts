import type { Box } from "../../arithmetic/maps/boxes.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import type { Figure } from "../../charts/figure.js";
import { digitAt, pick } from "../../images/digits/digits.js";
import type { SceneSet } from "../../images/scenes/sceneSet.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { smallMaps } from "./sceneMaps.js";
import { thresholdExplorer } from "./thresholdExplorer.js";

/**
 * The explorer of thresholds for some scenes of a set, with the network's map of the digit that is there.
 *
 * @param model a `headCnn` with the head `gap`, `globalMax` or `flatten`
 * @param indices numbers of the scenes in the set
 * @throws {RangeError} if the network has no map of its own, or {@link thresholdExplorer} refuses
 * @see notebooks/11-class-activation-maps.ipynb
 */
export function sceneThresholdExplorer(
  model: LayersModel,
  { scenes, boxes }: SceneSet,
  indices: readonly number[],
): Figure {
  const chosen = pick(scenes, indices);
  const tensors = smallMaps(model, chosen, chosen.labels);
  const maps: Matrix[] = tensors.map((map) => map.arraySync());
  tf.dispose(tensors);
  return thresholdExplorer(
    maps.map((map, at) => ({
      name: `a ${chosen.labels[at]}, scene ${indices[at]}`,
      image: digitAt(chosen, at),
      map,
      truth: boxes[indices[at] as number] as Box,
    })),
  );
}

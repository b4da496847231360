import { requireOptions } from "../../arithmetic/options.js";
import { median } from "../../arithmetic/statistics/statistics.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { type LayersModel, type Tensor, type Tensor4D, tf } from "../tf.js";

/** How long one layer took. */
export interface LayerTime {
  name: string;
  /** Median over the repeats, for the whole batch. */
  milliseconds: number;
}

/**
 * How long each layer of a chain takes for a batch of inputs `[batch, height, width, channels]`, forward only. The
 * first run warms up and is not counted. What is measured depends on the machine and on what else it does: compare
 * shares, not milliseconds. Frees all it makes; the inputs stay.
 *
 * @param options.repeats how often. @default {5}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the layers do not follow one another in a single chain, or repeats is no whole number from 1
 */
export function layerTimes(
  model: LayersModel,
  inputs: Tensor4D,
  options: { repeats?: number } = {},
): LayerTime[] {
  requireOptions("time the layers", options, ["repeats"]);
  const { repeats = 5 } = options;
  requireWhole("time the layers", { repeats }, { from: 1 });
  const layers = model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
  const branch = layers.find(
    (layer) => layer.inboundNodes.length !== 1 || layer.inboundNodes[0]?.inputTensors.length !== 1,
  );
  if (branch !== undefined) {
    throw new RangeError(
      `Cannot time layer ${branch.name}: it is not part of a single chain. Time it apart.`,
    );
  }
  const times = layers.map((): number[] => []);
  for (let run = 0; run <= repeats; run++) {
    tf.tidy(() => {
      let values: Tensor = inputs;
      for (const [index, layer] of layers.entries()) {
        const start = performance.now();
        values = layer.apply(values) as Tensor;
        if (run > 0) times[index]?.push(performance.now() - start);
      }
    });
  }
  return layers.map(({ name }, index) => ({ name, milliseconds: median(times[index] ?? []) }));
}

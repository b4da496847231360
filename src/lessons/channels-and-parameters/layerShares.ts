import type { Bar } from "../../charts/figures/bars.js";
import { layerTable } from "../../networks/models/layerTable.js";
import { layerTimes } from "../../networks/models/layerTimes.js";
import type { LayersModel, Tensor4D } from "../../networks/tf.js";

/**
 * Where a network's parameters sit, where its work is done and where its time goes: for each layer three bars, its share of the
 * parameters, of the multiply-adds and of the time measured, each from 0 to 1. Each of the three series adds up to 1. Frees all it
 * makes; the inputs `[batch, height, width, channels]` stay.
 *
 * @param options.repeats how often it is timed; the median counts. @default {5}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the layers do not follow one another in a single chain, or repeats is no whole number from 1
 * @see notebooks/05-channels-and-parameters.ipynb
 */
export function layerShares(model: LayersModel, inputs: Tensor4D, options: { repeats?: number } = {}): Bar[] {
  const times = layerTimes(model, inputs, options);
  const rows = layerTable(model).slice(-times.length); // without a layer that only takes the input
  return [
    ...shares("parameters", times, (at) => rows[at]?.parameters ?? 0),
    ...shares("multiply-adds", times, (at) => rows[at]?.multiplyAdds ?? 0),
    ...shares("time, measured", times, (at) => times[at]?.milliseconds ?? 0),
  ];
}

function shares(series: string, layers: readonly { name: string }[], of: (at: number) => number): Bar[] {
  const total = layers.reduce((sum, _, at) => sum + of(at), 0);
  return layers.map(({ name }, at) => ({ label: name, series, value: of(at) / total }));
}

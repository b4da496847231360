import fc from "fast-check";
import { type ImageShape, layerTable } from "../../../src/arithmetic/layers.js";
import type { NetworkLayer } from "../../../src/networks/models/cnn.js";

const whole = (min: number, max: number) => fc.integer({ min, max });
const perAxis = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.record({ rows: one, columns: one }));
const rule = fc.constantFrom("valid", "same");
const weighted = {
  bias: fc.boolean(),
  activation: fc.constantFrom("linear", "relu", "sigmoid", "tanh", "softmax"),
  start: fc.constantFrom("glorotUniform", "heUniform", "heNormal"),
  seedNumber: whole(0, 50),
};
/** Numbers that come to the same as "same", where the stride is 1. */
const centred = perAxis(fc.constantFrom(1, 3, 5)).map((kernel) => {
  const half = (size: number) => (size - 1) / 2;
  return {
    kernel,
    padding:
      typeof kernel === "number" ? half(kernel) : { rows: half(kernel.rows), columns: half(kernel.columns) },
  };
});

/** Any layer with settings that TensorFlow.js has, whether it fits or not. */
const layer = fc.oneof(
  fc.record(
    {
      kind: fc.constant("conv"),
      filters: whole(1, 4),
      kernel: perAxis(whole(1, 4)),
      stride: perAxis(whole(1, 3)),
      padding: rule,
      ...weighted,
    },
    { requiredKeys: ["kind", "filters", "kernel"] },
  ),
  fc
    .tuple(
      fc.record(
        { kind: fc.constant("conv"), filters: whole(1, 4), ...weighted },
        { requiredKeys: ["kind", "filters"] },
      ),
      centred,
    )
    .map(([conv, window]) => ({ ...conv, ...window })),
  fc.record(
    {
      kind: fc.constantFrom("maxPool", "averagePool"),
      size: perAxis(whole(1, 3)),
      stride: perAxis(whole(1, 3)),
      padding: rule,
    },
    { requiredKeys: ["kind", "size"] },
  ),
  fc.record({
    kind: fc.constant("zeroPadding"),
    padding: perAxis(fc.oneof(whole(0, 2), fc.tuple(whole(0, 2), whole(0, 2)))),
  }),
  fc.record(
    { kind: fc.constant("dense"), units: whole(1, 5), ...weighted },
    { requiredKeys: ["kind", "units"] },
  ),
  fc.record({ kind: fc.constant("dropout"), rate: fc.constantFrom(0, 0.5) }),
  fc.record({ kind: fc.constantFrom("flatten", "globalAverage", "globalMax", "softmax") }),
) as fc.Arbitrary<NetworkLayer>;

export interface RandomNetwork {
  input: ImageShape;
  layers: readonly NetworkLayer[];
}

/** Lists of layers that fit. */
export const randomNetwork: fc.Arbitrary<RandomNetwork> = fc
  .record({
    input: fc.record({ height: whole(5, 12), width: whole(5, 12), channels: whole(1, 3) }),
    first: layer,
    more: fc.array(layer, { maxLength: 7 }),
  })
  .map(({ input, first, more }) => ({
    input,
    layers: fittingOnes(input, [first, ...more]),
  }))
  .filter(({ layers }) => layers.length > 0);

/** These layers, without those that do not fit what is below. */
function fittingOnes(input: ImageShape, layers: readonly NetworkLayer[]): NetworkLayer[] {
  const fitting: NetworkLayer[] = [];
  for (const next of layers) {
    const flat = layerTable(input, fitting).at(-1)?.shape.length === 1;
    if (flat && next.kind === "flatten") continue; // cnn refuses a layer with nothing to do
    fitting.push(next);
    try {
      layerTable(input, fitting);
    } catch {
      fitting.pop();
    }
  }
  return fitting;
}

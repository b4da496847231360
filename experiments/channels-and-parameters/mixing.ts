import { compileClassifier, disposeModel, type LayersModel, take, tf } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

type Start = (layer: number) => ReturnType<typeof tf.initializers.glorotUniform>;

const without = "no second layer";
const kinds = [
  "3x3 across channels",
  "3x3, channels apart",
  "1x1 across channels",
  "3x3 apart, then 1x1",
  without,
];

/** The second layer, 8 channels to 16 in each kind but the one without; the rest of the network is the same. */
function secondLayer(kind: string, start: Start): tf.layers.Layer[] {
  const across = (kernelSize: number) =>
    tf.layers.conv2d({
      filters: 16,
      kernelSize,
      padding: "same",
      activation: "relu",
      kernelInitializer: start(2),
    });
  const apart = (more: object) =>
    tf.layers.depthwiseConv2d({
      kernelSize: 3,
      padding: "same",
      depthwiseInitializer: start(3),
      ...more,
    });
  switch (kind) {
    case "3x3 across channels":
      return [across(3)];
    case "3x3, channels apart":
      return [apart({ depthMultiplier: 2, activation: "relu" })];
    case "1x1 across channels":
      return [across(1)];
    case without:
      return [];
    default:
      return [apart({ useBias: false }), across(1)];
  }
}

function network(kind: string, seed: number): LayersModel {
  const start: Start = (layer) => tf.initializers.glorotUniform({ seed: 1000 * seed + layer });
  const first = { filters: 8, kernelSize: 3, activation: "relu", kernelInitializer: start(1) } as const;
  const layers = [
    tf.layers.conv2d({ inputShape: [28, 28, 1], ...first }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    ...secondLayer(kind, start),
    tf.layers.maxPooling2d({ poolSize: 4 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer: start(4) }),
  ];
  return compileClassifier(tf.sequential({ layers }));
}

export default experiment({
  id: "channels-and-parameters/mixing",
  question: "What looking at neighbours and what mixing channels buys in the second layer, on 6,000 digits",
  rows: grid(
    kinds.map((kind) => ({ name: kind, kind, epochs: 8, trainImages: 6_000 })),
    5,
  ),
  comparisons: [
    { first: "3x3 across channels", second: "3x3, channels apart", measure: "testAccuracy" },
    { first: "3x3, channels apart", second: "1x1 across channels", measure: "testAccuracy" },
    { first: "3x3 across channels", second: "3x3 apart, then 1x1", measure: "testAccuracy" },
    { first: "3x3 apart, then 1x1", second: "3x3, channels apart", measure: "testAccuracy" },
    { first: "1x1 across channels", second: without, measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const model = network(String(configuration.kind), seed);
    const part = take(train, 0, Number(configuration.trainImages));
    const plan = { epochs: Number(configuration.epochs), seed };
    const { trainAccuracy, testAccuracy } = await trainAndMeasure(model, part, plan, context);
    const mapsOut = configuration.kind === without ? 8 : 16;
    // Of the second layer: all but the first convolution (9 weights and a bias, 8 times) and the dense layer.
    const parameters = model.countParams() - 80 - (3 * 3 * mapsOut + 1) * 10;
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { parameters, trainAccuracy, testAccuracy } };
  },
});

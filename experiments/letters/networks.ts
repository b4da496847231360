import {
  compileClassifier,
  disposeModel,
  distort,
  evaluate,
  fit,
  type LayersModel,
  loadLetters,
  tf,
} from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid } from "../shared.js";

const letters = loadLetters();

/** What the letters of an epoch go through where they are changed: less than what they were drawn with. */
const changes = { shift: 2, scale: 0.1, squeeze: 0.1, shear: 0.15, rotation: 5 };

/** Convolutions with a side and a number of filters, and poolings. */
const bodies = {
  linear: [],
  two: [{ filters: 16, kernel: 5 }, { pool: 2 }, { filters: 32, kernel: 5 }, { pool: 2 }],
  six: [16, 32, 64].flatMap((filters) => [{ filters, kernel: 3 }, { filters, kernel: 3 }, { pool: 2 }]),
} as const;

type Body = keyof typeof bodies;

/**
 * `linear`: softmax of the pixels. `two`: two convolutions and a dense layer of 64. `six`: six convolutions and a global average. With
 * normalisation each of these layers is followed by batch normalisation before its ReLU.
 */
function network(body: Body, normalised: boolean, seed: number): LayersModel {
  let drawn = 1000 * seed;
  const start = (bent: boolean) => ({
    kernelInitializer: bent
      ? tf.initializers.heUniform({ seed: ++drawn })
      : tf.initializers.glorotUniform({ seed: ++drawn }),
  });
  const model = tf.sequential({ name: `letters-${body}` });
  model.add(tf.layers.inputLayer({ inputShape: [28, 28, 3] }));
  const bend = () => {
    if (normalised) model.add(tf.layers.batchNormalization({ momentum: 0.9 }));
    model.add(tf.layers.reLU());
  };
  for (const part of bodies[body]) {
    if ("pool" in part) {
      model.add(tf.layers.maxPooling2d({ poolSize: part.pool }));
      continue;
    }
    model.add(
      tf.layers.conv2d({ ...start(true), filters: part.filters, kernelSize: part.kernel, padding: "same" }),
    );
    bend();
  }
  model.add(body === "six" ? tf.layers.globalAveragePooling2d({}) : tf.layers.flatten());
  if (body === "two") {
    model.add(tf.layers.dense({ ...start(true), units: 64 }));
    bend();
  }
  model.add(tf.layers.dense({ ...start(false), units: 26, activation: "softmax" }));
  return model;
}

const row = (
  name: string,
  body: Body,
  epochs: number,
  more: { normalised?: number; changed?: number } = {},
) => ({
  name,
  body,
  epochs,
  batchSize: 64,
  rate: 0.003,
  normalised: more.normalised ?? 0,
  changed: more.changed ?? 0,
});

export default experiment({
  id: "letters/networks",
  question:
    "Letters in typefaces that were not learned: a linear model, small networks with and without batch normalisation and changed images, and a deeper one",
  rows: grid(
    [
      row("linear", "linear", 10),
      row("two convolutions", "two", 10),
      row("two convolutions, changed images", "two", 16, { changed: 1 }),
      row("two convolutions, batch normalisation", "two", 10, { normalised: 1 }),
      row("two convolutions, both", "two", 16, { normalised: 1, changed: 1 }),
      row("six convolutions, batch normalisation", "six", 12, { normalised: 1 }),
      row("six convolutions, both", "six", 12, { normalised: 1, changed: 1 }),
    ],
    3,
  ),
  async run({ configuration, seed }, context) {
    const { train, validation, test } = await letters;
    const { body, normalised, changed, ...numbers } = configuration;
    const [epochs, batchSize] = [Number(numbers.epochs), Number(numbers.batchSize)];
    const model = network(body as Body, normalised === 1, seed);
    compileClassifier(model, { learningRate: Number(numbers.rate) });
    const plan = { epochs, seed, batchSize, learningRate: "oneCycle" } as const;
    const augment =
      changed === 1
        ? {
            augment: (images: typeof train, epoch: number) =>
              distort(images, { ...changes, seed: 1000 * seed + epoch }),
          }
        : {};
    await fit(model, train, { ...plan, ...augment }, [
      {
        onBatch: ({ epoch, seen }) =>
          context.report((0.99 * ((epoch - 1) * train.count + seen)) / (epochs * train.count)),
      },
    ]);
    const [learned, kept, unseen] = [
      await evaluate(model, train),
      await evaluate(model, validation),
      await evaluate(model, test),
    ];
    const parameters = model.countParams();
    const weights = weightsHash(model);
    disposeModel(model);
    context.report(1);
    return {
      weights,
      result: {
        parameters,
        trainAccuracy: learned.accuracy,
        validationAccuracy: kept.accuracy,
        testAccuracy: unseen.accuracy,
        testLoss: unseen.loss,
      },
    };
  },
});

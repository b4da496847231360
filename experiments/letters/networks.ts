import { compileClassifier, disposeModel, distort, evaluate, fit, loadLetters } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { type Body, bodyNetwork } from "../bodies.js";
import { grid } from "../shared.js";

const letters = loadLetters();
const colourLetters = { channels: 3, classes: 26 };

/** What the letters of an epoch go through where they are changed: less than what they were drawn with. */
const changes = { shift: 2, scale: 0.1, squeeze: 0.1, shear: 0.15, rotation: 5 };

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
  means: [
    {
      arms: [
        "linear",
        "two convolutions",
        "two convolutions, changed images",
        "two convolutions, batch normalisation",
        "two convolutions, both",
        "six convolutions, both",
      ],
      measure: "testAccuracy",
    },
  ],
  async run({ configuration, seed }, context) {
    const { train, validation, test } = await letters;
    const { body, normalised, changed, ...numbers } = configuration;
    const [epochs, batchSize] = [Number(numbers.epochs), Number(numbers.batchSize)];
    const model = bodyNetwork(body as Body, { normalised: normalised === 1 }, colourLetters, seed);
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

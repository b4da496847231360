import {
  compileClassifier,
  disposeModel,
  distort,
  evaluate,
  fit,
  type ImageSet,
  type LayersModel,
} from "convlab";
import {
  type ExperimentContext,
  type ExperimentRow,
  type Measurement,
  type PlannedComparison,
  weightsHash,
} from "convlab/lessons";
import { type Body, bodyNetwork } from "./bodies.js";

/** One thing is added to a network at a time, or two: what comes into it is changed, batch normalisation, additions. */
export const changes = [
  { name: "two convolutions", body: "small", normalised: 0, changed: 0, added: 0 },
  { name: "two convolutions, normalised", body: "small", normalised: 1, changed: 0, added: 0 },
  { name: "two convolutions, changed images", body: "small", normalised: 0, changed: 1, added: 0 },
  { name: "two convolutions, both", body: "small", normalised: 1, changed: 1, added: 0 },
  { name: "seventeen convolutions", body: "deep", normalised: 0, changed: 0, added: 0 },
  { name: "seventeen convolutions, normalised", body: "deep", normalised: 1, changed: 0, added: 0 },
  { name: "seventeen convolutions, additions", body: "deep", normalised: 0, changed: 0, added: 1 },
  { name: "seventeen convolutions, both", body: "deep", normalised: 1, changed: 0, added: 1 },
] as const;

/** Each change against the network without it, and both against one of them. */
export const changeComparisons: readonly PlannedComparison[] = (
  [
    ["two convolutions, normalised", "two convolutions"],
    ["two convolutions, changed images", "two convolutions"],
    ["two convolutions, both", "two convolutions, changed images"],
    ["two convolutions, both", "two convolutions, normalised"],
    ["seventeen convolutions", "two convolutions"],
    ["seventeen convolutions, normalised", "seventeen convolutions"],
    ["seventeen convolutions, additions", "seventeen convolutions"],
    ["seventeen convolutions, both", "seventeen convolutions, normalised"],
    ["seventeen convolutions, both", "seventeen convolutions, additions"],
  ] as const
).map(([first, second]) => ({ first, second, measure: "testAccuracy" }));

/** Images to learn from, to look at while choosing, and to judge by: one of the last two. */
export interface Sets {
  readonly train: ImageSet;
  readonly validation?: ImageSet;
  readonly test?: ImageSet;
  /** A variant of the images, other for each seed. */
  vary(images: ImageSet, seed: number): ImageSet;
}

/** Trains a network of {@link changes} by a row's configuration and seed with this learning rate, and measures it on the sets given. */
export async function measureChange(
  { configuration, seed }: ExperimentRow,
  { train, validation, test, vary }: Sets,
  context: ExperimentContext,
  rate: number,
): Promise<Measurement> {
  const set = (name: string) => Number(configuration[name]);
  const channels = train.channels ?? 1;
  const classes = train.classes?.length ?? 10;
  const build = { normalised: set("normalised") === 1, added: set("added") === 1 };
  const model = bodyNetwork(configuration.body as Body, build, { channels, classes }, seed);
  compileClassifier(model, { learningRate: rate });
  const epochs = set("epochs");
  const augment =
    set("changed") === 1
      ? { augment: (images: ImageSet, epoch: number) => vary(images, 1000 * seed + epoch) }
      : {};
  await fit(model, train, { epochs, seed, ...augment }, [
    {
      onBatch: ({ epoch, seen, total }) => context.report((0.95 * (epoch - 1 + seen / total)) / epochs),
    },
  ]);
  const result: Record<string, number> = {
    rate,
    parameters: model.countParams(),
    trainAccuracy: await accuracyOn(model, train),
  };
  if (validation) result.validationAccuracy = await accuracyOn(model, validation);
  if (test) result.testAccuracy = await accuracyOn(model, test);
  const weights = weightsHash(model);
  disposeModel(model);
  context.report(1);
  return { weights, result };
}

async function accuracyOn(model: LayersModel, images: ImageSet): Promise<number> {
  return (await evaluate(model, images)).accuracy;
}

/** As the letters were drawn, and somewhat less. */
export const varyLetters = (images: ImageSet, seed: number) =>
  distort(images, { shift: 2, scale: 0.1, squeeze: 0.1, shear: 0.15, rotation: 5, seed });

import { type Digits, disposeModel, evaluate, fit, pick, seeded, shuffled } from "convlab";
import {
  enlargedDigits,
  experiment,
  type TightPadding,
  tightCnn,
  tightCrops,
  tightSides,
  weightsHash,
} from "convlab/lessons";
import { grid, mnist } from "../shared.js";

export default experiment({
  id: "padding-and-stride/border",
  question:
    "Digits cut out close to their ink, 20x20 pixels, 22,154 parameters in each network: does padding help?",
  rows: grid(
    [
      { name: "valid", padding: "valid", trainImages: 12_000, epochs: 4 },
      { name: "same", padding: "same", trainImages: 12_000, epochs: 4 },
      { name: "image padded first", padding: "image", trainImages: 12_000, epochs: 4 },
      // The same work as the one before, and no zeros: is it the zeros, or the work?
      { name: "image enlarged first", padding: "enlarged", trainImages: 12_000, epochs: 4 },
      // No more work in all than the padded networks do: more epochs instead of larger maps.
      { name: "valid, 13 epochs", padding: "valid", trainImages: 12_000, epochs: 13 },
    ],
    5,
  ),
  comparisons: [
    { first: "same", second: "valid", measure: "testAccuracy" },
    { first: "image padded first", second: "same", measure: "testAccuracy" },
    { first: "image padded first", second: "valid", measure: "testAccuracy" },
    { first: "image padded first", second: "image enlarged first", measure: "testAccuracy" },
    { first: "image enlarged first", second: "valid", measure: "testAccuracy" },
    { first: "same", second: "valid, 13 epochs", measure: "testAccuracy" },
    { first: "image padded first", second: "valid, 13 epochs", measure: "testAccuracy" },
    { first: "valid, 13 epochs", second: "valid", measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const epochs = Number(configuration.epochs);
    // Every seed draws its own digits; the networks of a seed see the same ones.
    const chosen = shuffled(train.count, seeded(seed)).subarray(0, Number(configuration.trainImages));
    const isEnlarged = configuration.padding === "enlarged";
    const prepared = (set: Digits) =>
      isEnlarged ? enlargedDigits(tightCrops(set), tightSides.enlarged) : tightCrops(set);
    const digits = prepared(pick(train, chosen));
    const model = tightCnn({ padding: configuration.padding as TightPadding, seed });
    const parameters = model.countParams();
    await fit(model, digits, { epochs, seed }, [
      {
        onBatch: ({ epoch, seen }) =>
          context.report(((epoch - 1) * digits.count + seen) / (epochs * digits.count)),
      },
    ]);
    const { accuracy, loss } = await evaluate(model, prepared(test));
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { parameters, testAccuracy: accuracy, testLoss: loss } };
  },
});

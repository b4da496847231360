import { type Digits, disposeModel, evaluate, fit } from "convlab";
import {
  drawingCnn,
  experiment,
  frameInk,
  roundWeights,
  shift,
  shrink,
  varyStrokes,
  weightsHash,
} from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const varied = { epochs: 5, variants: 1 };

export default experiment({
  id: "class-activation-maps/drawing",
  question:
    "How small a network with a class activation map reads digits of 14x14 pixels, drawn by many hands",
  rows: grid(
    [
      { name: "8 and 16 filters, quarters", filters: "8 16", block: 7, ...varied },
      { name: "8 filters, whole maps", filters: "8", block: 14, ...varied },
      { name: "8 filters, quarters", filters: "8", block: 7, ...varied },
      { name: "8 and 16 filters, whole maps", filters: "8 16", block: 14, ...varied },
      // As many steps: a third of the images, three times as often.
      {
        name: "8 and 16 filters, quarters, MNIST as it is",
        filters: "8 16",
        block: 7,
        epochs: 15,
        variants: 0,
      },
    ],
    3,
  ),
  async run({ name, configuration, seed }, context) {
    const { train, test } = await mnist;
    const set = (setting: string) => Number(configuration[setting]);
    const [epochs, variants] = [set("epochs"), set("variants")];
    const model = drawingCnn({
      filters: String(configuration.filters).split(" ").map(Number),
      block: set("block") as 14 | 7 | 2,
      seed,
    });
    const digits = trainingDigits(train, variants, seed);
    await fit(model, digits, { epochs, batchSize: 128, seed }, [
      {
        onBatch: ({ epoch, seen, total }) => context.report((epoch - 1 + seen / total) / epochs),
      },
    ]);
    roundWeights(model, 0.01);
    const accuracy = async (shown: Digits) => (await evaluate(model, shown)).accuracy;
    const small = shrink(test, 2);
    const corner = shift(small, { rows: -2, columns: -2 });
    const result = {
      parameters: model.countParams(),
      testAccuracy: await accuracy(small),
      framedAccuracy: await accuracy(frameInk(small)),
      otherHandsAccuracy: await accuracy(frameInk(shrink(varyStrokes(test, { seed: 1000 }), 2))),
      cornerAccuracy: await accuracy(corner),
      framedCornerAccuracy: await accuracy(frameInk(corner)),
    };
    if (name === "8 and 16 filters, quarters, seed 1") {
      await context.keep(model, "drawing", {
        network: "drawingCnn()",
        seed,
        epochs,
        trainImages: digits.count,
        pixels: "0 to 1, 14x14",
        weights: "rounded to hundredths",
        testAccuracy: result.testAccuracy,
        framedAccuracy: result.framedAccuracy,
      });
    }
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result };
  },
});

/** The digits at 14x14, and with variants also framed, as they are and by other hands. */
function trainingDigits(train: Digits, variants: number, seed: number): Digits {
  const small = shrink(train, 2);
  if (variants === 0) return small;
  const others = Array.from({ length: variants }, (_, index) =>
    frameInk(shrink(varyStrokes(train, { seed: 100 * seed + index }), 2)),
  );
  const sets = [small, frameInk(small), ...others];
  return {
    ...small,
    count: sets.length * small.count,
    pixels: joined(sets.map(({ pixels }) => pixels)),
    labels: joined(sets.map(({ labels }) => labels)),
  };
}

function joined(lists: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lists.reduce((length, list) => length + list.length, 0));
  let at = 0;
  for (const list of lists) {
    whole.set(list, at);
    at += list.length;
  }
  return whole;
}

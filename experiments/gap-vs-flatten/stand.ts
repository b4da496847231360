import {
  type Digits,
  disposeModel,
  evaluate,
  fit,
  type LayersModel,
  layerOutput,
  take,
  tf,
  toInputs,
} from "convlab";
import {
  type ExperimentContext,
  type ExperimentRow,
  type Measurement,
  onCanvas,
  weightsHash,
} from "convlab/lessons";
import { mnist } from "../shared.js";
import { onCanvases, underShifts } from "./moved.js";
import { networkOf, takesAnySize } from "./teach.js";

const plan = { trainImages: 4_000, epochs: 6 };
export const heads = ["flatten", "gap", "flattenDense", "gapDense", "globalMax"];
/** Neither learned nor in the test: by them a learning rate is chosen. */
const keptAside = { from: 50_000, count: 2_000 };
/** Side of the canvas and place of the digit on it. Of the four on 56 pixels only 14 is no multiple of the grid of 4. */
const canvases = [[28, 0], [56, 12], [84, 28], [112, 40], [56, 14], [56, 16]] as const; // biome-ignore format: pairs
const rings = [0, 1, 2, 3, 4, 7];
const fewDigits = 500;

/** A row of a head at a learning rate, but for its seed. */
export const rowOf = (learningRate: number) => (head: string) => ({
  name: `${head}, rate ${learningRate}`,
  head,
  dropout: 0,
  learningRate,
  ...plan,
});

/** Trains the network of a row and measures it in the middle, moved, on canvases and by rings. */
export async function whatTheyStand(
  { configuration, seed }: ExperimentRow,
  context: ExperimentContext,
): Promise<Measurement> {
  const { train, test } = await mnist;
  const learned = take(train, 0, plan.trainImages);
  const model = networkOf(configuration, seed);
  await fit(model, learned, { epochs: plan.epochs, seed }, [
    { onEpoch: (epoch) => context.report((0.7 * epoch) / plan.epochs) },
  ]);
  const kept = await evaluate(model, take(train, keptAside.from, keptAside.count));
  const [known, unseen] = [await evaluate(model, learned), await evaluate(model, test)];
  context.report(0.85);
  const few = take(test, 0, fewDigits);
  const anySize = takesAnySize(String(configuration.head));
  const result = {
    parameters: model.countParams(),
    keptAccuracy: kept.accuracy,
    trainAccuracy: known.accuracy,
    testAccuracy: unseen.accuracy,
    testLoss: unseen.loss,
    shiftedAccuracy: await underShifts(model, few),
    ...(anySize
      ? { canvasAccuracy: await onCanvases(model, few, canvases), ringAccuracy: withRings(model, few) }
      : {}),
  };
  const weights = weightsHash(model);
  disposeModel(model);
  context.report(1);
  return { weights, result };
}

/** Accuracy on a canvas of 84 where the head is given only the 7x7 places of the digit's old field and some rings around them. */
function withRings(model: LayersModel, digits: Digits): number[] {
  const head = model.layers.slice(model.layers.findIndex(({ name }) => name === "conv5") + 1);
  const right = rings.map(() => 0);
  for (let from = 0; from < digits.count; from += 100) {
    const part = take(digits, from, 100);
    const inputs = toInputs(onCanvas(part, { size: 84, top: 28, left: 28 }));
    const maps = layerOutput(model, inputs, "conv5");
    for (const [index, ring] of rings.entries()) {
      const corner = 7 - ring;
      const side = 21 - 2 * corner;
      const answers = tf.tidy(() => {
        const cut = maps.slice([0, corner, corner, 0], [part.count, side, side, -1]);
        const outputs = head.reduce<tf.Tensor>((values, layer) => layer.apply(values) as tf.Tensor, cut);
        return outputs.argMax(-1).dataSync();
      });
      right[index] = (right[index] ?? 0) + answers.filter((answer, at) => answer === part.labels[at]).length;
    }
    tf.dispose([inputs, maps]);
  }
  return right.map((count) => count / digits.count);
}

import { compileClassifier, type Digits, evaluate, fit, type LayersModel, take } from "convlab";
import { type ExperimentContext, type Head, headCnn } from "convlab/lessons";
import { processorMilliseconds } from "../processor.js";
import { mnist, upperMedian } from "../shared.js";

/** Heads without a weight for every place take images of any size. */
export const takesAnySize = (head: string) => !head.startsWith("flatten");

/** The network of a row, before its training. */
export function networkOf(
  configuration: Readonly<Record<string, string | number>>,
  seed: number,
): LayersModel {
  const head = configuration.head as Head;
  const inputSize = takesAnySize(head) ? "any" : 28;
  const model = headCnn({ head, dropout: Number(configuration.dropout), inputSize, seed });
  return compileClassifier(model, { learningRate: Number(configuration.learningRate) });
}

/** Trains it; tells the processor's milliseconds a batch, and the accuracy on 1,000 test digits after each epoch. */
export async function teach(
  model: LayersModel,
  train: Digits,
  plan: { epochs: number; seed: number; until: number },
  context: ExperimentContext,
): Promise<{ batchMilliseconds: number; curve: number[] }> {
  const { test } = await mnist;
  const { epochs, seed, until } = plan;
  const milliseconds: number[] = [];
  let before = processorMilliseconds();
  const options = { epochs, seed, validation: take(test, 0, 1_000) };
  const { validationAccuracy = [] } = await fit(model, train, options, [
    {
      onBatch({ epoch, seen }) {
        milliseconds.push(processorMilliseconds() - before);
        context.report((until * ((epoch - 1) * train.count + seen)) / (epochs * train.count));
        before = processorMilliseconds();
      },
    },
  ]);
  return { batchMilliseconds: upperMedian(milliseconds), curve: validationAccuracy };
}

/** Accuracy on what it learned from, and on all test digits. */
export async function accuracies(
  model: LayersModel,
  train: Digits,
): Promise<{ trainAccuracy: number; testAccuracy: number; testLoss: number }> {
  const { test } = await mnist;
  const [learned, unseen] = [await evaluate(model, train), await evaluate(model, test)];
  return { trainAccuracy: learned.accuracy, testAccuracy: unseen.accuracy, testLoss: unseen.loss };
}

import { seeded, shuffled } from "../../arithmetic/random.js";
import type { LayersModel } from "../tf.js";
import { augmented } from "./augmented.js";
import type { TrainingData } from "./batches.js";
import { checkedBatches } from "./checkData.js";
import { weightsByClass } from "./classWeights.js";
import { compiledOf } from "./compiled.js";
import { BestWeights } from "./earlyStopping.js";
import { epochSteps, pauses } from "./epochSteps.js";
import { type FitOptions, requireFitOptions, requireTrainable } from "./fitOptions.js";
import type { FitObserver, History } from "./history.js";
import { defaultScale } from "./inputs.js";
import { measured } from "./measure.js";
import { ratesOf } from "./schedules.js";
import { trainingOf } from "./training.js";

/**
 * Trains a compiled model by gradient descent on shuffled batches, and returns what each epoch reached. Adds no tensors besides the
 * optimizer's own. The same data, options, seeds and model give the same history, on as many threads.
 *
 * @throws {Error} if the model is not compiled
 * @throws {RangeError} if the model or its loss cannot take the data, or an option has an impossible value
 * @throws {TypeError} if the data are of another form, or an option has another name
 * @example
 * const { train } = await loadMnist({ trainImages: 64, testImages: 0 });
 * const history = await fit(mnistCnn({ filters: [2, 4] }), train, { epochs: 2 });
 * history.loss.length // 2
 */
export async function fit(
  model: LayersModel,
  data: TrainingData,
  options: FitOptions,
  observers: readonly FitObserver[] = [],
): Promise<History> {
  requireFitOptions(options);
  requireTrainable(model, data, options);
  const { epochs, batchSize = 32, scale = defaultScale, seed = 1, signal, fast = true } = options;
  const given = checkedBatches("train", model, data, scale);
  const validation = options.validation && checkedBatches("validate", model, options.validation, scale);
  const byClass = options.classWeights && weightsByClass(model, options.classWeights);
  const measuresAccuracy = compiledOf(model)?.accuracy !== undefined;
  const watching = [...observers, ...(options.observers ?? [])];
  const random = seeded(seed);
  const history: History = { loss: [], accuracy: [], seconds: [], stopped: false };
  if (validation) Object.assign(history, { validationLoss: [], validationAccuracy: [] });
  const rates = ratesOf(model.optimizer, options.learningRate);
  const best = options.earlyStopping && new BestWeights(model, options.earlyStopping);
  const training = trainingOf(model, given, { fast, byClass });
  const stepping = { training, batchSize, epochs, rates, watching, signal, pause: pauses() };

  /** The loss on the validation set, if it is measured at this end of an epoch. */
  const validate = async () => {
    const found = validation && !history.stopped ? await measured(model, validation) : undefined;
    history.validationLoss?.push(found?.loss ?? Number.NaN);
    history.validationAccuracy?.push(found && measuresAccuracy ? found.accuracy : Number.NaN);
    return found?.loss;
  };

  try {
    for (let epoch = 1; epoch <= epochs && !history.stopped; epoch++) {
      const started = performance.now();
      if (signal?.aborted) history.stopped = true;
      if (history.stopped) break;
      const source = augmented(model, data, epoch, options);
      const { seen, loss, accuracy } = await epochSteps(
        stepping,
        epoch,
        source,
        shuffled(source.count, random),
      );
      history.stopped = seen < source.count || (validation !== undefined && signal?.aborted === true);
      if (seen === 0) break;
      history.loss.push(loss);
      history.accuracy.push(accuracy);
      const validationLoss = await validate();
      history.seconds.push((performance.now() - started) / 1000);
      const goesOn = best === undefined || validationLoss === undefined || best.take(epoch, validationLoss);
      if (!goesOn && epoch < epochs) Object.assign(history, { stopped: true, stoppedEarly: true });
      if (watching.length > 0) training.store();
      for (const observer of watching) await observer.onEpoch?.(epoch, history);
    }
    training.finish();
    best?.restore();
  } finally {
    training.finish();
    rates.restore();
    best?.dispose();
  }
  if (best?.epoch !== undefined) history.bestEpoch = best.epoch;
  if (best) history.stoppedEarly ??= false;
  return history;
}

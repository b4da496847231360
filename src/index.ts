// images

// arithmetic
export { seeded, shuffled } from "./arithmetic/random.js";
export { type Digits, digitAt, pick, take } from "./images/digits.js";
export { parseIdx } from "./images/idx.js";
export { loadMnist, type MnistOptions } from "./images/mnist.js";
// networks
export type { TrainingData } from "./networks/batches.js";
export { compileClassifier } from "./networks/compileClassifier.js";
export { disposeModel } from "./networks/disposeModel.js";
export { SeededDropout } from "./networks/dropout.js";
export { confusionCounts, type Evaluation, evaluate } from "./networks/evaluate.js";
export {
  type Experiment,
  type ExperimentContext,
  type ExperimentRow,
  experiment,
  type Measurement,
  type Result,
  type StoredRow,
  storedRows,
} from "./networks/experiment.js";
export { type BatchReport, type FitObserver, type FitOptions, fit, type History } from "./networks/fit.js";
export { freeze } from "./networks/freeze.js";
export { toInputs, toLabels } from "./networks/inputs.js";
export { featureMapsOf, kernelsOf, type LayerFacts, layerFacts, layerOutput } from "./networks/inspect.js";
export { type MnistCnnOptions, mnistCnn } from "./networks/mnistCnn.js";
export { mnistMlp } from "./networks/mnistMlp.js";
export { type LayersModel, tf } from "./networks/tf.js";
export { loadTrained, trainedCard } from "./networks/trained.js";
export { weightsHash } from "./networks/weightsHash.js";
// notebook
export { type Rerun, rerun } from "./notebook/rerun.js";
export { type TrainOptions, train } from "./notebook/train.js";

// arithmetic
export type { PerAxis } from "./arithmetic/axes.js";
export { convolve, crossCorrelate, padImage, type SlideOptions } from "./arithmetic/correlate.js";
export { classicalKernels } from "./arithmetic/kernels.js";
export { type ImageShape, type LayerRow, type LayerSpec, layerTable } from "./arithmetic/layers.js";
export type { Matrix } from "./arithmetic/matrix.js";
export { averagePool, globalAverage, maxPool, type PoolWindow } from "./arithmetic/pool.js";
export { normal, seeded, shuffled } from "./arithmetic/random.js";
export { ridge } from "./arithmetic/ridge.js";
export { mean, standardError } from "./arithmetic/statistics.js";
export { useCounts } from "./arithmetic/uses.js";
export {
  type AxisPadding,
  type AxisWindow,
  outputLength,
  paddingOf,
  receptiveField,
} from "./arithmetic/window.js";
// charts
export { type Bar, type BarChartOptions, barChart } from "./charts/bars.js";
export { type ConfusionMatrixOptions, confusionMatrix } from "./charts/confusion.js";
export { costExplorer } from "./charts/costExplorer.js";
export {
  type TrainingCurveOptions,
  type TrainingHistory,
  type TrainingPoint,
  trainingCurve,
} from "./charts/curve.js";
export { descentExplorer } from "./charts/descentExplorer.js";
export { type DigitGridOptions, digitGrid } from "./charts/digits.js";
export { type Figure, isFigure, jupyterDisplay, type MimeBundle } from "./charts/figure.js";
export { headExplorer } from "./charts/headExplorer.js";
export { imageGrid } from "./charts/images.js";
export { kernelGrid, type MatrixGridOptions } from "./charts/kernels.js";
export { type ConfirmedLayer, type LayerTableOptions, layerTableFigure } from "./charts/layers.js";
export { type FeatureMapsOptions, featureMaps } from "./charts/maps.js";
export { multiplySumExplorer } from "./charts/multiplySumExplorer.js";
export { type NumberMapsOptions, numberMaps } from "./charts/numberMaps.js";
export { paddingExplorer } from "./charts/paddingExplorer.js";
export { parameterExplorer } from "./charts/parameterExplorer.js";
export { pictureFigure } from "./charts/picture.js";
export { type PlotlyContent, plotlyFigure } from "./charts/plotly.js";
export { encodePng, type PixelImage } from "./charts/png.js";
export type { ChartPoint, PointChartOptions } from "./charts/points.js";
export { poolingExplorer } from "./charts/poolingExplorer.js";
export { receptiveFieldExplorer } from "./charts/receptiveFieldExplorer.js";
export { responseMaps } from "./charts/responses.js";
export { lineChart, scatterChart } from "./charts/scatter.js";
export { type SpreadChartOptions, type SpreadPoint, spreadChart } from "./charts/spread.js";
export { kernelSurface } from "./charts/surface.js";
export { type TableData, table, tableFigure } from "./charts/table.js";
export { vegaFigure, vegaLiteFigure } from "./charts/vega.js";
// images
export { centreByMass, cropToInk, fitTo20, placeAt } from "./images/asMnist.js";
export { onCanvas } from "./images/canvas.js";
export { channelOf, cherries, toGray } from "./images/cherries.js";
export { coarsen } from "./images/coarsen.js";
export { type Digits, digitAt, digitsFrom, pick, take } from "./images/digits.js";
export { readDrawing } from "./images/drawing.js";
export { type IdxArray, parseIdx } from "./images/idx.js";
export { loadMnist, type MnistOptions } from "./images/mnist.js";
export { grayPhotograph } from "./images/photograph.js";
export { jitter, rearrangePixels } from "./images/rearrange.js";
export { shift } from "./images/shift.js";
export { type TextDigitOptions, textDigit } from "./images/textDigit.js";
export { tightCrops } from "./images/tight.js";
// networks
export type { TrainingData } from "./networks/batches.js";
export { compileClassifier } from "./networks/compileClassifier.js";
export { disposeModel } from "./networks/disposeModel.js";
export { SeededDropout } from "./networks/dropout.js";
export { type EightFilterCnnOptions, eightFilterCnn } from "./networks/eightFilterCnn.js";
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
export { type Head, type HeadCnnOptions, headCnn } from "./networks/heads.js";
export { toInputs, toLabels } from "./networks/inputs.js";
export { featureMapsOf, kernelsOf, type LayerFacts, layerFacts, layerOutput } from "./networks/inspect.js";
export { type LayerTime, layerTimes } from "./networks/layerTimes.js";
export { type MnistCnnOptions, mnistCnn } from "./networks/mnistCnn.js";
export { type MnistMlpOptions, mnistMlp } from "./networks/mnistMlp.js";
export {
  type PocketForward,
  type PocketNetwork,
  pocketClasses,
  pocketForward,
  pocketImage,
  pocketLoss,
  pocketNetwork,
} from "./networks/pocket.js";
export {
  type PocketBackward,
  pocketBackward,
  pocketStep,
  pocketSwitches,
} from "./networks/pocketBackward.js";
export { noiseImages, positionReach, positionReader, positionsOf } from "./networks/positionReader.js";
export { type Reduction, reductionCnn, reductionLayers } from "./networks/reductionCnn.js";
export { type LayersModel, tf } from "./networks/tf.js";
export { type TightPadding, tightCnn } from "./networks/tightCnn.js";
export { type Card, loadTrained, trainedCard } from "./networks/trained.js";
export { weightsHash } from "./networks/weightsHash.js";
export { WrapPadding } from "./networks/wrapPadding.js";
export type { Showable } from "./notebook/bundle.js";
// notebook
export { type Exercise, exercise, exercises, type Verdict } from "./notebook/exercise.js";
export { inKernel, kernelSymbol, type NotebookKernel } from "./notebook/kernel.js";
export { type LiveOutput, liveOutput } from "./notebook/output.js";
export { type Progress, progress } from "./notebook/progress.js";
export { type Rerun, rerun } from "./notebook/rerun.js";
export { clearOutput, show } from "./notebook/show.js";
export { type TrainOptions, train } from "./notebook/train.js";

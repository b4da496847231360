// arithmetic
export type { PerAxis } from "./arithmetic/axes.js";
export { convolve, crossCorrelate, padImage, type SlideOptions } from "./arithmetic/correlate.js";
export { classicalKernels } from "./arithmetic/kernels.js";
export type { ImageShape, LayerRow, LayerSpec } from "./arithmetic/layers.js";
export { type Box, intersectionOverUnion } from "./arithmetic/maps/boxes.js";
export { boxFromMap, peakOf } from "./arithmetic/maps/boxFromMap.js";
export { type Component, connectedComponents } from "./arithmetic/maps/components.js";
export { enlarge } from "./arithmetic/maps/enlarge.js";
export type { Matrix } from "./arithmetic/matrix.js";
// charts
export type { PixelImage } from "./arithmetic/pixelImage.js";
export { averagePool, globalAverage, maxPool, type PoolWindow } from "./arithmetic/pool.js";
export { normal, seeded, shuffled } from "./arithmetic/random.js";
export { type MeanInterval, meanInterval } from "./arithmetic/statistics/meanInterval.js";
export { type PairedDifference, pairedDifference } from "./arithmetic/statistics/pairedDifference.js";
export { mean, median, standardError } from "./arithmetic/statistics/statistics.js";
export {
  type AxisPadding,
  type AxisWindow,
  outputLength,
  paddingOf,
  receptiveField,
} from "./arithmetic/window.js";
export type { Arm, Comparison, DifferenceWords } from "./charts/comparison.js";
export { differenceSentence } from "./charts/differenceSentence.js";
export { encodePng } from "./charts/drawing/png.js";
export type { Figure, MimeBundle } from "./charts/figure.js";
export { type Bar, type BarChartOptions, barChart } from "./charts/figures/bars.js";
export { type ConfusionMatrixOptions, confusionMatrix } from "./charts/figures/confusion.js";
export {
  type TrainingCurveOptions,
  type TrainingHistory,
  type TrainingPoint,
  trainingCurve,
} from "./charts/figures/curve.js";
export { type DifferenceChartOptions, differenceChart } from "./charts/figures/differences.js";
export { differenceTable } from "./charts/figures/differenceTable.js";
export { type DigitGridOptions, digitGrid } from "./charts/figures/digits.js";
export { type FramedImagesOptions, framedImages } from "./charts/figures/framedImages.js";
export type { Frame } from "./charts/figures/frames.js";
export { imageGrid } from "./charts/figures/images.js";
export { type IntervalTableOptions, intervalTable } from "./charts/figures/intervalTable.js";
export { kernelGrid, type MatrixGridOptions } from "./charts/figures/kernels.js";
export { type ConfirmedLayer, type LayerTableOptions, layerTableFigure } from "./charts/figures/layers.js";
export { type MapOverlayOptions, mapOverlay } from "./charts/figures/mapOverlay.js";
export { type FeatureMapsOptions, featureMaps } from "./charts/figures/maps.js";
export { type PhotoGridOptions, photoGrid } from "./charts/figures/photoGrid.js";
export { pictureFigure } from "./charts/figures/picture.js";
export { type PlotlyContent, plotlyFigure } from "./charts/figures/plotly.js";
export type { ChartPoint, PointChartOptions } from "./charts/figures/points.js";
export { lineChart, scatterChart } from "./charts/figures/scatter.js";
export { type SpreadChartOptions, type SpreadPoint, spreadChart } from "./charts/figures/spread.js";
export { type TableData, table } from "./charts/figures/table.js";
export { vegaFigure, vegaLiteFigure } from "./charts/figures/vega.js";
// images
export { loadCifar10 } from "./images/cifar/loadCifar10.js";
export { digitAt, digitsFrom, pick, take } from "./images/digits/digits.js";
export { type DistortOptions, distort } from "./images/digits/distort.js";
export { type IdxArray, parseIdx } from "./images/digits/idx.js";
export { type IdxOptions, loadIdx } from "./images/digits/loadIdx.js";
export { loadMnist, type MnistOptions } from "./images/digits/mnist.js";
export type { FolderImages } from "./images/folder/readFolder.js";
export type { Digits, ImageSet, Images, SameKind } from "./images/images.js";
export { imageAt, imagesFrom } from "./images/imagesFrom.js";
export { type Letters, type LettersOptions, loadLetters } from "./images/letters/loadLetters.js";
export type { SourceReport } from "./images/optionalSource.js";
export { cropImage } from "./images/photographs/cropImage.js";
export { decodeImage } from "./images/photographs/decodeImage.js";
export { resizeImage } from "./images/photographs/resizeImage.js";
export type { SceneOptions } from "./images/scenes/sceneOptions.js";
export { clutteredScene, type Scene, type SceneObject } from "./images/scenes/scenes.js";
export { type SplitShares, split } from "./images/split.js";
// lessons
export type { Verdict } from "./lessons/exercise/content.js";
export { type Exercise, exercise } from "./lessons/exercise/exercise.js";
// networks
export { loadModel } from "./networks/files/loadModel.js";
export { readSafetensors, type Safetensors } from "./networks/files/safetensors.js";
export { saveModel } from "./networks/files/savedModel.js";
export type { NumberType, TensorData } from "./networks/files/tensorData.js";
export { readTorchFile } from "./networks/files/torch/readTorchFile.js";
export { writeSafetensors } from "./networks/files/writeSafetensors.js";
export { classActivationMap } from "./networks/maps/cam.js";
export { gradCam } from "./networks/maps/gradCam.js";
export { type CnnOptions, cnn, type NetworkLayer } from "./networks/models/cnn.js";
export { compileClassifier } from "./networks/models/compileClassifier.js";
export { disposeModel } from "./networks/models/disposeModel.js";
export { SeededDropout } from "./networks/models/dropout.js";
export {
  type ClassAnswer,
  classifyPhotograph,
  type PhotographAnswer,
} from "./networks/models/efficientnet/classifyPhotograph.js";
export {
  type EfficientNetLite0,
  type EfficientNetOptions,
  efficientNetLite0,
} from "./networks/models/efficientnet/efficientnet.js";
export { freeze } from "./networks/models/freeze.js";
export { featureMapsOf, kernelsOf, type LayerFacts, layerFacts } from "./networks/models/inspect.js";
export { layerOutput } from "./networks/models/layerOutputs.js";
export { layerTable } from "./networks/models/layerTable.js";
export { type Lenet5Options, lenet5 } from "./networks/models/lenet5.js";
export { type MnistCnnOptions, mnistCnn } from "./networks/models/mnistCnn.js";
export { type LayersModel, tf } from "./networks/tf.js";
export type { TrainingData } from "./networks/training/batches.js";
export { confusionCounts } from "./networks/training/confusionCounts.js";
export type { EarlyStopping } from "./networks/training/earlyStopping.js";
export { type Evaluation, evaluate } from "./networks/training/evaluate.js";
export { fit } from "./networks/training/fit.js";
export type { FitOptions } from "./networks/training/fitOptions.js";
export type { BatchReport, FitObserver, History } from "./networks/training/history.js";
export { toInputs, toLabels } from "./networks/training/inputs.js";
export { type LearningRate, oneCycle } from "./networks/training/learningRate.js";
export { type PredictedClass, predict } from "./networks/training/predict.js";
export { type ClassReport, type ModelReport, report } from "./networks/training/report.js";
export type { LearningRateOption, ScheduleName } from "./networks/training/schedules.js";
// notebook
export type { Showable } from "./notebook/bundle.js";
export { type ImagesFromFolderOptions, imagesFromFolder } from "./notebook/imagesFromFolder.js";
export { type CanvasOptions, canvas } from "./notebook/live/canvas.js";
export { type ChoiceOptions, choice } from "./notebook/live/choice.js";
export type { Control } from "./notebook/live/control.js";
export { live } from "./notebook/live/live.js";
export { type SliderOptions, slider } from "./notebook/live/slider.js";
export { type LiveOutput, liveOutput } from "./notebook/output.js";
export { type Progress, progress } from "./notebook/progress.js";
export { clearOutput, show } from "./notebook/show.js";
export { type TrainOptions, train } from "./notebook/train.js";

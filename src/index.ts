// arithmetic
export type { PerAxis } from "./arithmetic/axes.js";
export { type Box, boxArea, boxHolds, intersectionOverUnion } from "./arithmetic/maps/boxes.js";
export { aboveLevel, boxFromMap, peakOf } from "./arithmetic/maps/boxFromMap.js";
export { compareMisread, type ReaderComparison } from "./lessons/lenet-5/compareMisread.js";
export { type Component, connectedComponents } from "./arithmetic/maps/components.js";
export { convolve, crossCorrelate, padImage, type SlideOptions } from "./arithmetic/correlate.js";
export { enlarge } from "./arithmetic/maps/enlarge.js";
export { classicalKernels } from "./arithmetic/kernels.js";
export { type ImageShape, type LayerRow, type LayerSpec, layerTable } from "./arithmetic/layers.js";
export {
  bestThreshold,
  type Located,
  localisedShare,
  overlaps,
  pointingShare,
} from "./arithmetic/maps/localisation.js";
export type { Matrix } from "./arithmetic/matrix.js";
export { nearestNeighbour } from "./arithmetic/nearest.js";
export { averagePool, globalAverage, maxPool, type PoolWindow } from "./arithmetic/pool.js";
export { normal, seeded, shuffled } from "./arithmetic/random.js";
export { ridge } from "./arithmetic/ridge.js";
export { scaledTanh, squashHeight, squashSlope } from "./arithmetic/scaledTanh.js";
export { signTest } from "./arithmetic/statistics/signTest.js";
export { correlation, mean, median, standardError } from "./arithmetic/statistics/statistics.js";
export { useCounts } from "./lessons/padding-and-stride/useCounts.js";
export {
  type AxisPadding,
  type AxisWindow,
  outputLength,
  paddingOf,
  receptiveField,
} from "./arithmetic/window.js";
// charts
export { type Bar, type BarChartOptions, barChart } from "./charts/figures/bars.js";
export { camExplorer, type ExploredClass } from "./lessons/backbones-on-photographs/camExplorer.js";
export { type ConfusionMatrixOptions, confusionMatrix } from "./charts/figures/confusion.js";
export { type ConnectionTableOptions, connectionTable } from "./lessons/lenet-5/connectionTable.js";
export { costExplorer } from "./lessons/channels-and-parameters/costExplorer.js";
export {
  type TrainingCurveOptions,
  type TrainingHistory,
  type TrainingPoint,
  trainingCurve,
} from "./charts/figures/curve.js";
export { descentExplorer } from "./lessons/images-and-dense-layers/descentExplorer.js";
export { type DigitGridOptions, digitGrid } from "./charts/figures/digits.js";
export { drawingExplorer } from "./lessons/class-activation-maps/drawing/drawingExplorer.js";
export type { ConvWeights, DrawingExample, DrawingNetwork } from "./lessons/class-activation-maps/drawing/drawingExplorerWeights.js";
export { type Figure, isFigure, jupyterDisplay, type MimeBundle } from "./charts/figure.js";
export { type FramedImagesOptions, framedImages } from "./charts/figures/framedImages.js";
export type { Frame } from "./charts/figures/frames.js";
export { gaussianKernelExplorer } from "./lessons/lenet-5/gaussianKernelExplorer.js";
export { headExplorer } from "./lessons/gap-vs-flatten/headExplorer.js";
export { imageGrid } from "./charts/figures/images.js";
export { encodeJpeg } from "./charts/drawing/jpeg.js";
export { kernelGrid, type MatrixGridOptions } from "./charts/figures/kernels.js";
export { type LadderChartOptions, ladderChart, type Rung } from "./lessons/lenet-5/ladder.js";
export { type ConfirmedLayer, type LayerTableOptions, layerTableFigure } from "./charts/figures/layers.js";
export { type MapOverlayOptions, mapOverlay } from "./charts/figures/mapOverlay.js";
export { type FeatureMapsOptions, featureMaps } from "./charts/figures/maps.js";
export { multiplySumExplorer } from "./lessons/convolution/multiplySumExplorer.js";
export { networkPicture, type PictureLayer } from "./charts/figures/networkPicture.js";
export { type NumberMapsOptions, numberMaps } from "./charts/figures/numberMaps.js";
export { paddingExplorer } from "./lessons/padding-and-stride/paddingExplorer.js";
export { parameterExplorer } from "./lessons/mnist-cnn/parameterExplorer.js";
export { type PhotoGridOptions, photoGrid } from "./charts/figures/photoGrid.js";
export { pictureFigure } from "./charts/figures/picture.js";
export { type PlotlyContent, plotlyFigure } from "./charts/figures/plotly.js";
export { encodePng, type PixelImage } from "./charts/drawing/png.js";
export type { ChartPoint, PointChartOptions } from "./charts/figures/points.js";
export { poolingExplorer } from "./lessons/pooling/poolingExplorer.js";
export { receptiveFieldExplorer } from "./lessons/padding-and-stride/receptiveFieldExplorer.js";
export { responseMaps } from "./charts/figures/responses.js";
export { lineChart, scatterChart } from "./charts/figures/scatter.js";
export { type SpreadChartOptions, type SpreadPoint, spreadChart } from "./charts/figures/spread.js";
export { subsamplingExplorer } from "./lessons/lenet-5/subsamplingExplorer.js";
export { kernelSurface } from "./charts/figures/surface.js";
export { type TableData, table, tableFigure } from "./charts/figures/table.js";
export { type MappedScene, thresholdExplorer } from "./lessons/class-activation-maps/thresholdExplorer.js";
export { vegaFigure, vegaLiteFigure } from "./charts/figures/vega.js";
// images
export { centreByMass, cropToInk, fitTo20, placeAt } from "./images/digits/asMnist.js";
export { onCanvas } from "./lessons/gap-vs-flatten/canvas.js";
export { channelOf, cherries, toGray } from "./images/photographs/cherries.js";
export { coarsen } from "./lessons/pooling/coarsen.js";
export { centreSquare, cropImage } from "./images/photographs/cropImage.js";
export { decodeImage } from "./images/photographs/decodeImage.js";
export { type Digits, digitAt, digitsFrom, pick, take } from "./images/digits/digits.js";
export { type DistortOptions, distort } from "./images/digits/distort.js";
export { readDrawing } from "./images/digits/drawing.js";
export { frameInk } from "./lessons/class-activation-maps/drawing/frameInk.js";
export { type IdxArray, parseIdx } from "./images/digits/idx.js";
export { type LetterImages, letterImages, letters } from "./lessons/lenet-5/letters.js";
export { loadMnist, type MnistOptions } from "./images/digits/mnist.js";
export type { SourceReport } from "./images/optionalSource.js";
export { grayPhotograph } from "./images/photographs/photograph.js";
export { type PhotographName, photograph } from "./images/photographs/photographs.js";
export { jitter, rearrangePixels } from "./lessons/images-and-dense-layers/rearrange.js";
export { resizeImage } from "./images/photographs/resizeImage.js";
export type { SceneOptions } from "./images/scenes/sceneOptions.js";
export { type SceneSet, sceneSet } from "./images/scenes/sceneSet.js";
export { clutteredScene, type Scene, type SceneObject } from "./images/scenes/scenes.js";
export { shift } from "./images/digits/shift.js";
export { shrink } from "./lessons/class-activation-maps/drawing/shrink.js";
export { type TextDigitOptions, textDigit } from "./lessons/mnist-cnn/textDigit.js";
export { type TextureCropOptions, textureCrops, textureNames } from "./lessons/backbones-on-photographs/textureCrops.js";
export { tightCrops } from "./lessons/padding-and-stride/tightCrops.js";
export { varyStrokes } from "./lessons/class-activation-maps/drawing/varyStrokes.js";
// networks
export type { TrainingData } from "./networks/training/batches.js";
export { classActivationMap, flattenMap } from "./networks/maps/cam.js";
export {
  type ClassAnswer,
  classifyPhotograph,
  type PhotographAnswer,
} from "./networks/models/efficientnet/classifyPhotograph.js";
export { type CnnOptions, cnn, type NetworkLayer } from "./networks/models/cnn.js";
export { compileClassifier } from "./networks/models/compileClassifier.js";
export { disposeModel } from "./networks/models/disposeModel.js";
export { type DrawingCnnOptions, drawingCnn, drawingSide } from "./lessons/class-activation-maps/drawing/drawingCnn.js";
export { drawingWeights } from "./lessons/class-activation-maps/drawing/drawingWeights.js";
export { SeededDropout } from "./networks/models/dropout.js";
export {
  type EfficientNetLite0,
  type EfficientNetOptions,
  efficientNetLite0,
} from "./networks/models/efficientnet/efficientnet.js";
export {
  type Block,
  efficientNetLite0Blocks,
  efficientNetLite0Layers,
} from "./networks/models/efficientnet/blocks.js";
export { type EightFilterCnnOptions, eightFilterCnn } from "./lessons/convolution/eightFilterCnn.js";
export { confusionCounts, type Evaluation, evaluate } from "./networks/training/evaluate.js";
export {
  type Experiment,
  type ExperimentContext,
  type ExperimentRow,
  experiment,
  type Measurement,
  type Result,
  type StoredRow,
  storedRows,
} from "./lessons/results/experiment.js";
export { type BatchReport, type FitObserver, fit, type History } from "./networks/training/fit.js";
export type { FitOptions } from "./networks/training/fitOptions.js";
export { freeze } from "./networks/models/freeze.js";
export { gradCam, gradCamOfProbability } from "./networks/maps/gradCam.js";
export { type Head, type HeadCnnOptions, headCnn } from "./lessons/gap-vs-flatten/heads.js";
export { classesWith, classNamed, imagenetClasses } from "./networks/models/efficientnet/imagenet.js";
export { toInputs, toLabels } from "./networks/training/inputs.js";
export {
  featureMapsOf,
  kernelsOf,
  type LayerFacts,
  layerFacts,
  layerOutput,
  layerOutputs,
} from "./networks/models/inspect.js";
export { type LayerTime, layerTimes } from "./networks/models/layerTimes.js";
export { type LearningRate, oneCycle, paperRates } from "./networks/training/learningRate.js";
export { codeOf, codeShape, digitCodes } from "./networks/models/lenet/codes.js";
export { ConnectedConvolution } from "./networks/models/lenet/connectedConvolution.js";
export { c3Connections, fullConnections } from "./networks/models/lenet/connections.js";
export { GaussianConnections } from "./networks/models/lenet/gaussianConnections.js";
export { equation8, equation9, judgeScores, type ScoreLoss } from "./networks/models/lenet/losses.js";
export { Subsampling } from "./networks/models/lenet/subsampling.js";
export { type Lenet5Options, lenet5 } from "./networks/models/lenet5.js";
export { lenetPicture } from "./lessons/lenet-5/lenetPicture.js";
export { type LogitParts, logitParts } from "./lessons/class-activation-maps/logitParts.js";
export { type MnistCnnOptions, mnistCnn } from "./networks/models/mnistCnn.js";
export { type MnistMlpOptions, mnistMlp } from "./networks/models/mnistMlp.js";
export { photoInputs } from "./networks/models/efficientnet/photoInputs.js";
export {
  type PocketForward,
  type PocketNetwork,
  pocketClasses,
  pocketForward,
  pocketImage,
  pocketLoss,
  pocketNetwork,
} from "./lessons/pocket/pocket.js";
export {
  type PocketBackward,
  pocketBackward,
  pocketStep,
  pocketSwitches,
} from "./lessons/pocket/pocketBackward.js";
export {
  type PocketGapForward,
  type PocketGapNetwork,
  pocketGapForward,
  pocketGapNetwork,
} from "./lessons/pocket/pocketGap.js";
export { noiseImages, positionReach, positionReader, positionsOf } from "./lessons/padding-and-stride/positionReader.js";
export { type Reduction, reductionCnn, reductionLayers } from "./lessons/pooling/reductionCnn.js";
export { roundWeights } from "./networks/files/roundWeights.js";
export { readSafetensors, type Safetensors, writeSafetensors } from "./networks/files/safetensors.js";
export { type MappedAnswer, mappedAnswers } from "./lessons/class-activation-maps/sceneMaps.js";
export { type LayersModel, tf } from "./networks/tf.js";
export { type TightPadding, tightCnn } from "./lessons/padding-and-stride/tightCnn.js";
export { readTorchFile, type TensorData } from "./networks/files/torch/legacy.js";
export { type Card, loadTrained, trainedCard } from "./networks/files/trained.js";
export { trainedDrawing } from "./lessons/class-activation-maps/drawing/trainedDrawing.js";
export { weightsHash } from "./networks/files/weightsHash.js";
export { WrapPadding } from "./lessons/padding-and-stride/wrapPadding.js";
// notebook
export { type Backbone, openBackbone } from "./lessons/backbones-on-photographs/backbone.js";
export type { Showable } from "./notebook/bundle.js";
export { type Exercise, exercise, exercises, type Verdict } from "./lessons/exercise/exercise.js";
export { inKernel, kernelSymbol, type NotebookKernel } from "./notebook/kernel.js";
export { type LiveOutput, liveOutput } from "./notebook/output.js";
export { type Progress, progress } from "./notebook/progress.js";
export { type Rerun, rerun } from "./lessons/results/rerun.js";
export { clearOutput, show } from "./notebook/show.js";
export { type TrainOptions, train } from "./notebook/train.js";

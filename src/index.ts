// arithmetic
export type { PerAxis } from "./arithmetic/axes.js";
export { type Box, boxArea, boxHolds, intersectionOverUnion } from "./arithmetic/boxes.js";
export { aboveLevel, boxFromMap, peakOf } from "./arithmetic/boxFromMap.js";
export { compareMisread, type ReaderComparison } from "./arithmetic/compareMisread.js";
export { type Component, connectedComponents } from "./arithmetic/components.js";
export { convolve, crossCorrelate, padImage, type SlideOptions } from "./arithmetic/correlate.js";
export { enlarge } from "./arithmetic/enlarge.js";
export { classicalKernels } from "./arithmetic/kernels.js";
export { type ImageShape, type LayerRow, type LayerSpec, layerTable } from "./arithmetic/layers.js";
export {
  bestThreshold,
  type Located,
  localisedShare,
  overlaps,
  pointingShare,
} from "./arithmetic/localisation.js";
export type { Matrix } from "./arithmetic/matrix.js";
export { nearestNeighbour } from "./arithmetic/nearest.js";
export { averagePool, globalAverage, maxPool, type PoolWindow } from "./arithmetic/pool.js";
export { normal, seeded, shuffled } from "./arithmetic/random.js";
export { ridge } from "./arithmetic/ridge.js";
export { scaledTanh, squashHeight, squashSlope } from "./arithmetic/scaledTanh.js";
export { signTest } from "./arithmetic/signTest.js";
export { correlation, mean, median, standardError } from "./arithmetic/statistics.js";
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
export { camExplorer, type ExploredClass } from "./charts/camExplorer.js";
export { type ConfusionMatrixOptions, confusionMatrix } from "./charts/confusion.js";
export { type ConnectionTableOptions, connectionTable } from "./charts/connectionTable.js";
export { costExplorer } from "./charts/costExplorer.js";
export {
  type TrainingCurveOptions,
  type TrainingHistory,
  type TrainingPoint,
  trainingCurve,
} from "./charts/curve.js";
export { descentExplorer } from "./charts/descentExplorer.js";
export { type DigitGridOptions, digitGrid } from "./charts/digits.js";
export { drawingExplorer } from "./charts/drawingExplorer.js";
export type { ConvWeights, DrawingExample, DrawingNetwork } from "./charts/drawingExplorerWeights.js";
export { type Figure, isFigure, jupyterDisplay, type MimeBundle } from "./charts/figure.js";
export { type FramedImagesOptions, framedImages } from "./charts/framedImages.js";
export type { Frame } from "./charts/frames.js";
export { gaussianKernelExplorer } from "./charts/gaussianKernelExplorer.js";
export { headExplorer } from "./charts/headExplorer.js";
export { imageGrid } from "./charts/images.js";
export { encodeJpeg } from "./charts/jpeg.js";
export { kernelGrid, type MatrixGridOptions } from "./charts/kernels.js";
export { type LadderChartOptions, ladderChart, type Rung } from "./charts/ladder.js";
export { type ConfirmedLayer, type LayerTableOptions, layerTableFigure } from "./charts/layers.js";
export { type MapOverlayOptions, mapOverlay } from "./charts/mapOverlay.js";
export { type FeatureMapsOptions, featureMaps } from "./charts/maps.js";
export { multiplySumExplorer } from "./charts/multiplySumExplorer.js";
export { networkPicture, type PictureLayer } from "./charts/networkPicture.js";
export { type NumberMapsOptions, numberMaps } from "./charts/numberMaps.js";
export { paddingExplorer } from "./charts/paddingExplorer.js";
export { parameterExplorer } from "./charts/parameterExplorer.js";
export { type PhotoGridOptions, photoGrid } from "./charts/photoGrid.js";
export { pictureFigure } from "./charts/picture.js";
export { type PlotlyContent, plotlyFigure } from "./charts/plotly.js";
export { encodePng, type PixelImage } from "./charts/png.js";
export type { ChartPoint, PointChartOptions } from "./charts/points.js";
export { poolingExplorer } from "./charts/poolingExplorer.js";
export { receptiveFieldExplorer } from "./charts/receptiveFieldExplorer.js";
export { responseMaps } from "./charts/responses.js";
export { lineChart, scatterChart } from "./charts/scatter.js";
export { type SpreadChartOptions, type SpreadPoint, spreadChart } from "./charts/spread.js";
export { subsamplingExplorer } from "./charts/subsamplingExplorer.js";
export { kernelSurface } from "./charts/surface.js";
export { type TableData, table, tableFigure } from "./charts/table.js";
export { type MappedScene, thresholdExplorer } from "./charts/thresholdExplorer.js";
export { vegaFigure, vegaLiteFigure } from "./charts/vega.js";
// images
export { centreByMass, cropToInk, fitTo20, placeAt } from "./images/asMnist.js";
export { onCanvas } from "./images/canvas.js";
export { channelOf, cherries, toGray } from "./images/cherries.js";
export { coarsen } from "./images/coarsen.js";
export { centreSquare, cropImage } from "./images/cropImage.js";
export { decodeImage } from "./images/decodeImage.js";
export { type Digits, digitAt, digitsFrom, pick, take } from "./images/digits.js";
export { type DistortOptions, distort } from "./images/distort.js";
export { readDrawing } from "./images/drawing.js";
export { frameInk } from "./images/frameInk.js";
export { type IdxArray, parseIdx } from "./images/idx.js";
export { type LetterImages, letterImages, letters } from "./images/letters.js";
export { loadMnist, type MnistOptions } from "./images/mnist.js";
export type { SourceReport } from "./images/optionalSource.js";
export { grayPhotograph } from "./images/photograph.js";
export { type PhotographName, photograph } from "./images/photographs.js";
export { jitter, rearrangePixels } from "./images/rearrange.js";
export { resizeImage } from "./images/resizeImage.js";
export type { SceneOptions } from "./images/sceneOptions.js";
export { type SceneSet, sceneSet } from "./images/sceneSet.js";
export { clutteredScene, type Scene, type SceneObject } from "./images/scenes.js";
export { shift } from "./images/shift.js";
export { shrink } from "./images/shrink.js";
export { type TextDigitOptions, textDigit } from "./images/textDigit.js";
export { type TextureCropOptions, textureCrops, textureNames } from "./images/textureCrops.js";
export { tightCrops } from "./images/tight.js";
export { varyStrokes } from "./images/varyStrokes.js";
// networks
export type { TrainingData } from "./networks/batches.js";
export { classActivationMap, flattenMap } from "./networks/cam.js";
export {
  type ClassAnswer,
  classifyPhotograph,
  type PhotographAnswer,
} from "./networks/classifyPhotograph.js";
export { compileClassifier } from "./networks/compileClassifier.js";
export { disposeModel } from "./networks/disposeModel.js";
export { type DrawingCnnOptions, drawingCnn, drawingSide } from "./networks/drawingCnn.js";
export { drawingWeights } from "./networks/drawingWeights.js";
export { SeededDropout } from "./networks/dropout.js";
export {
  type EfficientNetLite0,
  type EfficientNetOptions,
  efficientNetLite0,
} from "./networks/efficientnet.js";
export {
  type Block,
  efficientNetLite0Blocks,
  efficientNetLite0Layers,
} from "./networks/efficientnetBlocks.js";
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
export { type BatchReport, type FitObserver, fit, type History } from "./networks/fit.js";
export type { FitOptions } from "./networks/fitOptions.js";
export { freeze } from "./networks/freeze.js";
export { gradCam, gradCamOfProbability } from "./networks/gradCam.js";
export { type Head, type HeadCnnOptions, headCnn } from "./networks/heads.js";
export { classesWith, classNamed, imagenetClasses } from "./networks/imagenet.js";
export { toInputs, toLabels } from "./networks/inputs.js";
export {
  featureMapsOf,
  kernelsOf,
  type LayerFacts,
  layerFacts,
  layerOutput,
  layerOutputs,
} from "./networks/inspect.js";
export { type LayerTime, layerTimes } from "./networks/layerTimes.js";
export { type LearningRate, oneCycle, paperRates } from "./networks/learningRate.js";
export { codeOf, codeShape, digitCodes } from "./networks/lenet/codes.js";
export { ConnectedConvolution } from "./networks/lenet/connectedConvolution.js";
export { c3Connections, fullConnections } from "./networks/lenet/connections.js";
export { GaussianConnections } from "./networks/lenet/gaussianConnections.js";
export { equation8, equation9, judgeScores, type ScoreLoss } from "./networks/lenet/losses.js";
export { Subsampling } from "./networks/lenet/subsampling.js";
export { type Lenet5Options, lenet5 } from "./networks/lenet5.js";
export { lenetPicture } from "./networks/lenetPicture.js";
export { type LogitParts, logitParts } from "./networks/logitParts.js";
export { type MnistCnnOptions, mnistCnn } from "./networks/mnistCnn.js";
export { type MnistMlpOptions, mnistMlp } from "./networks/mnistMlp.js";
export { photoInputs } from "./networks/photoInputs.js";
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
export {
  type PocketGapForward,
  type PocketGapNetwork,
  pocketGapForward,
  pocketGapNetwork,
} from "./networks/pocketGap.js";
export { noiseImages, positionReach, positionReader, positionsOf } from "./networks/positionReader.js";
export { type Reduction, reductionCnn, reductionLayers } from "./networks/reductionCnn.js";
export { roundWeights } from "./networks/roundWeights.js";
export { readSafetensors, type Safetensors, writeSafetensors } from "./networks/safetensors.js";
export { type MappedAnswer, mappedAnswers } from "./networks/sceneMaps.js";
export { type LayersModel, tf } from "./networks/tf.js";
export { type TightPadding, tightCnn } from "./networks/tightCnn.js";
export { readTorchFile, type TensorData } from "./networks/torchFile/legacy.js";
export { type Card, loadTrained, trainedCard } from "./networks/trained.js";
export { trainedDrawing } from "./networks/trainedDrawing.js";
export { weightsHash } from "./networks/weightsHash.js";
export { WrapPadding } from "./networks/wrapPadding.js";
// notebook
export { type Backbone, openBackbone } from "./notebook/backbone.js";
export type { Showable } from "./notebook/bundle.js";
export { type Exercise, exercise, exercises, type Verdict } from "./notebook/exercise.js";
export { inKernel, kernelSymbol, type NotebookKernel } from "./notebook/kernel.js";
export { type LiveOutput, liveOutput } from "./notebook/output.js";
export { type Progress, progress } from "./notebook/progress.js";
export { type Rerun, rerun } from "./notebook/rerun.js";
export { clearOutput, show } from "./notebook/show.js";
export { type TrainOptions, train } from "./notebook/train.js";

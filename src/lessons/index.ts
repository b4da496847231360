// arithmetic

export { boxArea, boxHolds } from "../arithmetic/maps/boxes.js";
export { aboveLevel } from "../arithmetic/maps/boxFromMap.js";
export {
  bestThreshold,
  type Located,
  localisedShare,
  overlaps,
  pointingShare,
} from "../arithmetic/maps/localisation.js";
export { nearestNeighbour } from "../arithmetic/nearest.js";
export { ridge } from "../arithmetic/ridge.js";
export { scaledTanh, squashHeight, squashSlope } from "../arithmetic/scaledTanh.js";
export { compareMisread, type ReaderComparison } from "../arithmetic/statistics/compareMisread.js";
export { signTest } from "../arithmetic/statistics/signTest.js";
export { correlation } from "../arithmetic/statistics/statistics.js";
// charts
export { encodeJpeg } from "../charts/drawing/jpeg.js";
export { isFigure, jupyterDisplay } from "../charts/figure.js";
export { networkPicture, type PictureLayer } from "../charts/figures/networkPicture.js";
export { type NumberMapsOptions, numberMaps } from "../charts/figures/numberMaps.js";
export { responseMaps } from "../charts/figures/responses.js";
export { kernelSurface } from "../charts/figures/surface.js";
export { tableFigure } from "../charts/figures/table.js";
// images
export { centreByMass, cropToInk, fitTo20, placeAt } from "../images/digits/asMnist.js";
export { readDrawing } from "../images/digits/drawing.js";
export { shift } from "../images/digits/shift.js";
export { cherries } from "../images/photographs/cherries.js";
export { centreSquare } from "../images/photographs/cropImage.js";
export { grayPhotograph } from "../images/photographs/photograph.js";
export { type PhotographName, photograph } from "../images/photographs/photographs.js";
export { channelOf, toGray } from "../images/photographs/toGray.js";
export { type SceneSet, sceneSet } from "../images/scenes/sceneSet.js";
// networks
export { roundWeights } from "../networks/files/roundWeights.js";
export { type Card, loadTrained, trainedCard } from "../networks/files/trained.js";
export { weightsHash } from "../networks/files/weightsHash.js";
export { flattenMap } from "../networks/maps/cam.js";
export { gradCamOfProbability } from "../networks/maps/gradCam.js";
export {
  type Block,
  efficientNetLite0Blocks,
  efficientNetLite0Layers,
} from "../networks/models/efficientnet/blocks.js";
export { classesWith, classNamed, imagenetClasses } from "../networks/models/efficientnet/imagenet.js";
export { photoInputs } from "../networks/models/efficientnet/photoInputs.js";
export { layerOutputs } from "../networks/models/layerOutputs.js";
export { type LayerTime, layerTimes } from "../networks/models/layerTimes.js";
export { codeOf, codeShape, digitCodes } from "../networks/models/lenet/codes.js";
export { ConnectedConvolution } from "../networks/models/lenet/connectedConvolution.js";
export { c3Connections, fullConnections } from "../networks/models/lenet/connections.js";
export { GaussianConnections } from "../networks/models/lenet/gaussianConnections.js";
export { equation8, equation9, judgeScores, type ScoreLoss } from "../networks/models/lenet/losses.js";
export { Subsampling } from "../networks/models/lenet/subsampling.js";
export { type MnistMlpOptions, mnistMlp } from "../networks/models/mnistMlp.js";
export { WrapPadding } from "../networks/models/wrapPadding.js";
export { paperRates } from "../networks/training/learningRate.js";
// notebook
export { inKernel, kernelSymbol, type NotebookKernel } from "../notebook/kernel.js";
// lessons
export { type Backbone, openBackbone } from "./backbones-on-photographs/backbone.js";
export { camExplorer, type ExploredClass } from "./backbones-on-photographs/camExplorer.js";
export { equalisedCrops } from "./backbones-on-photographs/equalisedCrops.js";
export { type FewPhotographs, folderOrCrops } from "./backbones-on-photographs/folderOrCrops.js";
export { type GreyedAnswers, greyBrightest } from "./backbones-on-photographs/greyBrightest.js";
export { type HeadOnFew, headOnFew, type ReadByRule } from "./backbones-on-photographs/headOnFew.js";
export type { LabelledImage } from "./backbones-on-photographs/labelledImage.js";
export { meansOf } from "./backbones-on-photographs/meansOf.js";
export { type BackbonePart, backboneParts, blockTable } from "./backbones-on-photographs/parts.js";
export { readByWays } from "./backbones-on-photographs/readByWays.js";
export { type FromNothingOptions, readFromNothing } from "./backbones-on-photographs/readFromNothing.js";
export {
  type TextureCropOptions,
  textureCrops,
  textureNames,
} from "./backbones-on-photographs/textureCrops.js";
export { type HeadAnswer, type OwnHead, trainHead } from "./backbones-on-photographs/trainHead.js";
export { applyFilter } from "./channels-and-parameters/applyFilter.js";
export { channelSumExplorer } from "./channels-and-parameters/channelSumExplorer.js";
export { costExplorer } from "./channels-and-parameters/costExplorer.js";
export { layerShares } from "./channels-and-parameters/layerShares.js";
export { rightBehindFlatten } from "./channels-and-parameters/rightBehindFlatten.js";
export { coverArms } from "./class-activation-maps/coverArms.js";
export {
  type DrawingCnnOptions,
  drawingCnn,
  drawingSide,
} from "./class-activation-maps/drawing/drawingCnn.js";
export { drawingExplorer } from "./class-activation-maps/drawing/drawingExplorer.js";
export type {
  ConvWeights,
  DrawingExample,
  DrawingNetwork,
} from "./class-activation-maps/drawing/drawingExplorerWeights.js";
export { drawingWeights } from "./class-activation-maps/drawing/drawingWeights.js";
export { frameInk } from "./class-activation-maps/drawing/frameInk.js";
export { shrink } from "./class-activation-maps/drawing/shrink.js";
export { trainedDrawing } from "./class-activation-maps/drawing/trainedDrawing.js";
export { varyStrokes } from "./class-activation-maps/drawing/varyStrokes.js";
export { type EvidenceMapsOptions, evidenceMaps } from "./class-activation-maps/evidenceMaps.js";
export { locatedMaps } from "./class-activation-maps/locatedMaps.js";
export { type LogitParts, logitParts } from "./class-activation-maps/logitParts.js";
export { measuresOf } from "./class-activation-maps/measuresOf.js";
export { type MappedAnswer, mappedAnswers } from "./class-activation-maps/sceneMaps.js";
export { sceneThresholdExplorer } from "./class-activation-maps/sceneThresholdExplorer.js";
export { type MappedScene, thresholdExplorer } from "./class-activation-maps/thresholdExplorer.js";
export { type ThresholdSweep, thresholdSweep } from "./class-activation-maps/thresholdSweep.js";
export {
  type ConfusionExplorerOptions,
  confusionExplorer,
} from "./confusionExplorer/confusionExplorer.js";
export { drawnKernel, noiseImage } from "./convolution/drawn.js";
export { type EightFilterCnnOptions, eightFilterCnn } from "./convolution/eightFilterCnn.js";
export { kernelGallery } from "./convolution/kernelGallery.js";
export { type FoundKernel, type KernelSearch, kernelSearch } from "./convolution/kernelSearch.js";
export { type MisreadRuns, misreadRuns } from "./convolution/misreadRuns.js";
export { multiplySumExplorer } from "./convolution/multiplySumExplorer.js";
export { photographThrough } from "./convolution/photographThrough.js";
export { exercises } from "./exercise/exercise.js";
export { type ExerciseProgress, type Progress, progressOf } from "./exercise/progress.js";
export { onCanvas } from "./gap-vs-flatten/canvas.js";
export { headExplorer } from "./gap-vs-flatten/headExplorer.js";
export type { HeadMeasure } from "./gap-vs-flatten/headMeasure.js";
export { type HeadRuns, headRuns } from "./gap-vs-flatten/headRuns.js";
export { type Head, type HeadCnnOptions, headCnn } from "./gap-vs-flatten/heads.js";
export { descentExplorer } from "./how-a-network-learns/descentExplorer.js";
export {
  type HiddenNetwork,
  type HiddenSlopes,
  hiddenSlopes,
} from "./how-a-network-learns/hiddenSlopes.js";
export { type InkAndAnswer, inkOfZerosAndOnes } from "./how-a-network-learns/inkOfZerosAndOnes.js";
export { mislabel } from "./how-a-network-learns/mislabel.js";
export { regressionChart } from "./how-a-network-learns/regressionChart.js";
export {
  type AccuracyChartOptions,
  accuracyChart,
  hiddenLayerArms,
  pixelOrderArms,
} from "./images-and-dense-layers/arms.js";
export { averageDigits } from "./images-and-dense-layers/averageDigits.js";
export { largestDifference, logitsOf } from "./images-and-dense-layers/logitsOf.js";
export { oneLayerOf } from "./images-and-dense-layers/oneLayerOf.js";
export { jitter, rearrangePixels } from "./images-and-dense-layers/rearrange.js";
export { rearrangeRows } from "./images-and-dense-layers/rearrangeRows.js";
export { shareRight } from "./images-and-dense-layers/shareRight.js";
export { unitWeights } from "./images-and-dense-layers/unitWeights.js";
export { weightedSumExplorer } from "./images-and-dense-layers/weightedSumExplorer.js";
export { weightPictures } from "./images-and-dense-layers/weightPictures.js";
export { type ConnectionTableOptions, connectionTable } from "./lenet-5/connectionTable.js";
export { f6WhileLearning } from "./lenet-5/f6WhileLearning.js";
export { gaussianKernelExplorer } from "./lenet-5/gaussianKernelExplorer.js";
export type { LadderRung } from "./lenet-5/ladderRungs.js";
export type { LadderStep } from "./lenet-5/ladderSteps.js";
export { type LayerCount, layerCounts } from "./lenet-5/layerCounts.js";
export { lenetPicture } from "./lenet-5/lenetPicture.js";
export { type LetterImages, letterImages } from "./lenet-5/letters.js";
export { type LettersAmong, lettersAmong } from "./lenet-5/lettersAmong.js";
export { readBackGallery } from "./lenet-5/readBackGallery.js";
export { type StoredLadder, storedLadder } from "./lenet-5/storedLadder.js";
export { strangerArms } from "./lenet-5/strangerArms.js";
export { subsamplingExplorer } from "./lenet-5/subsamplingExplorer.js";
export { type EdgeKernels, edgeKernels } from "./mnist-cnn/edgeKernels.js";
export { type EpochRuns, epochRuns } from "./mnist-cnn/epochRuns.js";
export { readDrawn } from "./mnist-cnn/readDrawn.js";
export { readPainted } from "./mnist-cnn/readPainted.js";
export { slopesThrough } from "./mnist-cnn/slopesThrough.js";
export { type TextDigitOptions, textDigit } from "./mnist-cnn/textDigit.js";
export { type WalkBack, type WalkedLayer, walkBack } from "./mnist-cnn/walkBack.js";
export { type NetworkExplorerOptions, networkExplorer } from "./networkExplorer/networkExplorer.js";
export type { ExploredImage } from "./networkExplorer/pictures.js";
export { lenetTour } from "./networkExplorer/tour/lenetTour.js";
export { mnistTour } from "./networkExplorer/tour/mnistTour.js";
export type { TourPage } from "./networkExplorer/tour/tourPage.js";
export { type BorderBaselines, borderBaselines } from "./padding-and-stride/borderBaselines.js";
export { correlateLine, type LineSlide } from "./padding-and-stride/correlateLine.js";
export { enlargedDigits } from "./padding-and-stride/enlargedDigits.js";
export { paddingExplorer } from "./padding-and-stride/paddingExplorer.js";
export { positionChart } from "./padding-and-stride/positionChart.js";
export {
  noiseImages,
  positionReach,
  positionReader,
  positionsOf,
} from "./padding-and-stride/positionReader.js";
export { positionTable } from "./padding-and-stride/positionTable.js";
export { type LineCase, randomLines } from "./padding-and-stride/randomLines.js";
export { receptiveFieldExplorer } from "./padding-and-stride/receptiveFieldExplorer.js";
export { storedArm } from "./padding-and-stride/storedArm.js";
export { tensorFlowLine } from "./padding-and-stride/tensorFlowLine.js";
export { type TightPadding, tightCnn, tightSides } from "./padding-and-stride/tightCnn.js";
export { tightCrops } from "./padding-and-stride/tightCrops.js";
export { type TightWork, tightWork } from "./padding-and-stride/tightWork.js";
export { useCounts } from "./padding-and-stride/useCounts.js";
export {
  type PocketForward,
  type PocketNetwork,
  pocketClasses,
  pocketForward,
  pocketImage,
  pocketLoss,
  pocketNetwork,
} from "./pocket/pocket.js";
export { type PocketBackward, pocketBackward, pocketStep, pocketSwitches } from "./pocket/pocketBackward.js";
export {
  type PocketGapForward,
  type PocketGapNetwork,
  pocketGapForward,
  pocketGapNetwork,
} from "./pocket/pocketGap.js";
export { armDifferences, armSpread, steadinessChart } from "./pooling/armFigures.js";
export { coarseDigits } from "./pooling/coarseDigits.js";
export { coarsen } from "./pooling/coarsen.js";
export { convolvedMaps } from "./pooling/convolvedMaps.js";
export { meansUnderMoves } from "./pooling/meansUnderMoves.js";
export { measuredArms } from "./pooling/measuredArms.js";
export { moveEffects } from "./pooling/moveEffects.js";
export type { Steadiness } from "./pooling/onePixelMoves.js";
export { poolingExplorer } from "./pooling/poolingExplorer.js";
export type { ArmMeasure } from "./pooling/reductionArms.js";
export { type Reduction, reductionCnn, reductionLayers } from "./pooling/reductionCnn.js";
export { type SteadinessCurve, steadyAtAccuracy } from "./pooling/steadyAtAccuracy.js";
export { type TriedReduction, tryReduction } from "./pooling/tryReduction.js";
export { unchangedMoves } from "./pooling/unchangedMoves.js";
export { undoGallery } from "./pooling/undoGallery.js";
export { compare } from "./predictions/compare.js";
export { armFrom } from "./results/armFrom.js";
export {
  type Experiment,
  type ExperimentContext,
  type ExperimentRow,
  experiment,
  type Measurement,
  type StoredRow,
  storedRows,
  type Verdict,
} from "./results/experiment.js";
export type { ChosenArm, Plan, PlannedArm, PlannedComparison, PlannedMean, Reading } from "./results/plan.js";
export { type Rerun, rerun } from "./results/rerun.js";
export type { Result } from "./results/result.js";
export { type LayerHealth, layerHealth } from "./what-training-needs/layerHealth.js";
export { type PatienceRun, patienceRuns } from "./what-training-needs/patienceRuns.js";
export { type TriedRate, triedRates } from "./what-training-needs/triedRates.js";
export { unheardExplorer } from "./what-training-needs/unheardExplorer.js";
export { unheardShare } from "./what-training-needs/unheardShare.js";
export { type BoxEffect, boxEffects } from "./whatIf/boxEffects.js";
export { controlBoxes } from "./whatIf/controlBoxes.js";
export { type PaintedWith, paintOver } from "./whatIf/paintOver.js";
export { boxInPhotograph } from "./whatIf/seenPart.js";
export { type WhatIfPhotographOptions, whatIf } from "./whatIf/whatIf.js";
export { type WhatIfOptions, whatIfExplorer } from "./whatIf/whatIfExplorer.js";

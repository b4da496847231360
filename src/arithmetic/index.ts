// arithmetic
export type { PerAxis } from "./axes.js";
export { convolve, crossCorrelate, padImage, type SlideOptions } from "./correlate.js";
export { classicalKernels } from "./kernels.js";
export { type ImageShape, type LayerRow, type LayerSpec, layerTable } from "./layers.js";
export { type Box, boxArea, boxHolds, intersectionOverUnion } from "./maps/boxes.js";
export { aboveLevel, boxFromMap, peakOf } from "./maps/boxFromMap.js";
export { type Component, connectedComponents } from "./maps/components.js";
export { enlarge } from "./maps/enlarge.js";
export { bestThreshold, type Located, localisedShare, overlaps, pointingShare } from "./maps/localisation.js";
export type { Matrix } from "./matrix.js";
export { nearestNeighbour } from "./nearest.js";
export { averagePool, globalAverage, maxPool, type PoolWindow } from "./pool.js";
export { normal, seeded, shuffled } from "./random.js";
export { ridge } from "./ridge.js";
export { scaledTanh, squashHeight, squashSlope } from "./scaledTanh.js";
export { signTest } from "./statistics/signTest.js";
export { correlation, mean, median, standardError } from "./statistics/statistics.js";
export { type AxisPadding, type AxisWindow, outputLength, paddingOf, receptiveField } from "./window.js";

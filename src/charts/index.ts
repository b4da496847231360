// charts

export type { PixelImage } from "../arithmetic/pixelImage.js";
export type { Arm, Comparison, DifferenceWords } from "./comparison.js";
export { differenceSentence } from "./differenceSentence.js";
export { encodeJpeg } from "./drawing/jpeg.js";
export { encodePng } from "./drawing/png.js";
export { type Figure, isFigure, jupyterDisplay, type MimeBundle } from "./figure.js";
export { type Bar, type BarChartOptions, barChart } from "./figures/bars.js";
export { type ConfusionMatrixOptions, confusionMatrix } from "./figures/confusion.js";
export {
  type TrainingCurveOptions,
  type TrainingHistory,
  type TrainingPoint,
  trainingCurve,
} from "./figures/curve.js";
export { type DifferenceChartOptions, differenceChart } from "./figures/differences.js";
export { differenceTable } from "./figures/differenceTable.js";
export { type DigitGridOptions, digitGrid } from "./figures/digits.js";
export { type FramedImagesOptions, framedImages } from "./figures/framedImages.js";
export type { Frame } from "./figures/frames.js";
export { imageGrid } from "./figures/images.js";
export { type IntervalTableOptions, intervalTable } from "./figures/intervalTable.js";
export { kernelGrid, type MatrixGridOptions } from "./figures/kernels.js";
export { type ConfirmedLayer, type LayerTableOptions, layerTableFigure } from "./figures/layers.js";
export { type MapOverlayOptions, mapOverlay } from "./figures/mapOverlay.js";
export { type FeatureMapsOptions, featureMaps } from "./figures/maps.js";
export { networkPicture, type PictureLayer } from "./figures/networkPicture.js";
export { type NumberMapsOptions, numberMaps } from "./figures/numberMaps.js";
export { type PhotoGridOptions, photoGrid } from "./figures/photoGrid.js";
export { pictureFigure } from "./figures/picture.js";
export { type PlotlyContent, plotlyFigure } from "./figures/plotly.js";
export type { ChartPoint, PointChartOptions } from "./figures/points.js";
export { responseMaps } from "./figures/responses.js";
export { lineChart, scatterChart } from "./figures/scatter.js";
export { type SpreadChartOptions, type SpreadPoint, spreadChart } from "./figures/spread.js";
export { kernelSurface } from "./figures/surface.js";
export { type TableData, table, tableFigure } from "./figures/table.js";
export { vegaFigure, vegaLiteFigure } from "./figures/vega.js";

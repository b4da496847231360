import { filterData, filterSignals } from "./drawingExplorerFilters.js";
import { frameData } from "./drawingExplorerFrame.js";
import { drawingMarks, drawingScales, size } from "./drawingExplorerMarks.js";
import { type DrawingWeights, networkData } from "./drawingExplorerNetwork.js";
import { type DrawingExample, paperData, paperSignals } from "./drawingExplorerPaper.js";
import { short } from "./drawingExplorerPlaces.js";
import { choice } from "./explorerInputs.js";
import type { Figure } from "./figure.js";
import { vegaFigure } from "./vega.js";

const leading = "the leading digit";

export type { DrawingExample } from "./drawingExplorerPaper.js";

export function drawingExplorer(
  weights: DrawingWeights,
  examples: readonly DrawingExample[],
  start = 0,
): Figure {
  const spec = {
    ...size,
    padding: 6,
    autosize: "none", // letters that stick out move nothing: whole pixels stay whole
    signals: [
      ...paperSignals(examples, start),
      { name: "framing", value: true, bind: { input: "checkbox", name: "centre and scale the drawing " } },
      {
        ...choice("cls", "show the evidence for", leading, [leading, ..."0123456789"]),
        on: [{ events: "@bar:click", update: "'' + datum.digit" }],
      },
      ...filterSignals(weights.first.filters.flat().map(short)),
      // As text: in a notebook's file a list takes a line for each number.
      { name: "weights", update: JSON.stringify(weights.classes.map((row) => row.map(short))) },
      { name: "biases", update: JSON.stringify(weights.classBiases.map(short)) },
      { name: "blank", update: "!(data('frame')[0].longer >= 1)" },
      { name: "leadingDigit", update: "indexof(pluck(data('classes'), 'leads'), true)" },
      { name: "shown", update: `cls == '${leading}' ? leadingDigit : toNumber(cls)` },
      { name: "camWeights", update: "weights[shown]" },
      { name: "camTop", update: "max(0.001, data('camSums')[0].largest)" },
      { name: "answerTop", update: "max(0.001, data('answerSums')[0].largest)" },
      {
        name: "reading",
        update:
          "blank ? 'Nothing yet' : 'Read as ' + leadingDigit + ', ' + format(data('classes')[leadingDigit].probability, '.1%')",
      },
      {
        name: "camSum",
        update:
          "'evidence ' + format(data('camSums')[0].sum / 49, '.1f') + ', bias ' + format(biases[shown], '+.1f') + ': logit ' + format(data('classes')[shown].logit, '.1f')",
      },
    ],
    data: [...filterData, ...paperData, ...frameData, ...networkData(weights)],
    scales: drawingScales,
    marks: drawingMarks,
  };
  return vegaFigure(spec, "todo");
}

import { setColors } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { radio, slider } from "../explorer/signals.js";
import { themedExplorer } from "../explorer/themedText.js";
import { calculate } from "../explorer/transforms.js";

/** Ten sums of an untrained last layer, for pixels from 0 to 1; all weights stay, so larger pixels make them larger by as much. */
const sums = [0.12, -0.08, 0.03, 0.2, -0.15, 0.06, -0.02, 0.09, -0.11, 0.01];
const list = `[${sums.join(", ")}]`;
const largest = Math.max(...sums);

/** In Vega's language, for pixels up to `size`: the logarithm of the probability of a class, never of a number too small to hold. */
const total = (size: string) => `(${sums.map((sum) => `exp(${size} * ${sum - largest})`).join(" + ")})`;
const logProbability = (sum: string, size: string) => `(${size} * (${sum} - ${largest}) - log${total(size)})`;

const lossAt = (size: string, clipped: string) => {
  const whole = `-${logProbability(`${list}[rightClass]`, size)}`;
  return `(${clipped} ? min(max(${whole}, 1e-7), log(1e7)) : ${whole})`;
};
const fromSoftmax = "lossFrom == 'probabilities'";
const right = logProbability(`${list}[rightClass]`, "largestPixel");
/** Beyond these two the clipped loss is level: it has no slope. */
const deaf = `(${fromSoftmax} && (${right} < log(1e-7) || ${right} > log(1 - 1e-7)))`;
const percent = `format(exp(${right}), '.2~g')`;

/** How the loss of one image grows with its pixels, and what each of its ten logits is told. */
const words = [
  `'Pixels from 0 to ' + largestPixel + ', right class ' + rightClass + ': its probability is ' + ${percent} + ','`,
  `'the loss from ' + lossFrom + ' is ' + format(${lossAt("largestPixel", fromSoftmax)}, '.2f') + '.'`,
  `${deaf} ? 'The loss is level here: all ten slopes are 0, and nothing is learned from this image.' : 'The slope of the right logit is ' + format(exp(${right}) - 1, '.3~f') + '.'`,
];

/**
 * One image before the first step of training, brighter and brighter: the loss of the right class, computed from clipped probabilities
 * or from the logits, and the slope that each of the ten logits gets. Computed inside the specification, so it needs no kernel.
 *
 * @see notebooks/08-what-training-needs.ipynb
 */
export function unheardExplorer(): Figure {
  const curve = {
    data: { sequence: { start: 1, stop: 256, step: 2, as: "size" } },
    transform: [calculate("loss", lossAt("datum.size", fromSoftmax))],
    mark: { type: "line", color: setColors.training, clip: true },
    encoding: {
      x: axis("size", "largest pixel", [0, 255]),
      y: axis("loss", "loss of this image", [0, 90]),
    },
  };
  const here = {
    data: { values: [{ here: 1 }] },
    transform: [calculate("size", "largestPixel"), calculate("loss", lossAt("largestPixel", fromSoftmax))],
    mark: { type: "point", filled: true, size: 90, opacity: 1, color: setColors.test },
    encoding: {
      ...curve.encoding,
      tooltip: [
        { field: "size", type: "quantitative", title: "largest pixel" },
        { field: "loss", type: "quantitative", format: ".3~f" },
      ],
    },
  };
  const slopes = {
    data: { values: sums.map((sum, index) => ({ class: index, sum })) },
    transform: [
      calculate("probability", `exp(${logProbability("datum.sum", "largestPixel")})`),
      calculate("slope", `${deaf} ? 0 : datum.probability - (datum.class == rightClass ? 1 : 0)`),
      calculate("kind", "datum.class == rightClass ? 'right class' : 'other class'"),
    ],
    mark: { type: "bar", size: 14 },
    encoding: {
      x: {
        field: "class",
        type: "ordinal",
        title: "class (the right one in orange)",
        axis: { labelAngle: 0 },
      },
      y: axis("slope", "slope of its logit", [-1, 1]),
      color: {
        field: "kind",
        type: "nominal",
        title: null,
        scale: { domain: ["right class", "other class"], range: [setColors.test, setColors.training] },
        legend: null,
      },
      tooltip: [
        { field: "class", type: "ordinal" },
        { field: "probability", type: "quantitative", format: ".3~g" },
        { field: "slope", type: "quantitative", format: ".3~f" },
      ],
    },
  };
  const spec = {
    params: [
      slider("largestPixel", "largest pixel", 100, [1, 255]),
      slider("rightClass", "right class", 5, [0, 9]),
      radio("lossFrom", "loss from", "probabilities", ["probabilities", "logits"]),
    ],
    spacing: 30,
    hconcat: [
      {
        title: { text: "The loss, as pixels grow", anchor: "start" },
        width: 216,
        height: 220,
        layer: [curve, here],
      },
      { title: { text: "What it tells the logits", anchor: "start" }, width: 216, height: 220, ...slopes },
    ],
    config: { view: { stroke: null } },
  };
  return themedExplorer(spec, {
    about:
      "One image before training: its loss as its pixels grow, and the slope of each of ten logits, with sliders for the largest " +
      "pixel and the right class, and a choice of where the loss is computed from.",
    asDrawn:
      "pixels from 0 to 100, right class 5, loss from clipped probabilities: 14. The right logit has the slope -1, the largest one 1. " +
      "From 116 on the loss stands level at 16.12, and all ten slopes are 0.",
    words,
  });
}

function axis(field: string, title: string, domain: readonly [number, number]) {
  return {
    field,
    type: "quantitative",
    title,
    scale: { domain, nice: false },
    axis: { grid: false, tickCount: 6 },
  };
}

import { setColors } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { slider } from "../explorer/signals.js";
import { themedExplorer } from "../explorer/themedText.js";
import { calculate } from "../explorer/transforms.js";

const mostSteps = 12;

/** How far the weight is from the best one, 3, after each step: `far0` to `far12`, each from the two before it. */
const distances = [
  { name: "far0", expr: "firstWeight - 3" },
  { name: "far1", expr: "(1 - 8 * learningRate) * far0" },
  ...Array.from({ length: mostSteps - 1 }, (_, index) => ({
    name: `far${index + 2}`,
    expr: `(1 + momentum - 8 * learningRate) * far${index + 1} - momentum * far${index}`,
  })),
];
const farAfter = `[${distances.map(({ name }) => name).join(", ")}]`;

/** A step takes off learning rate times speed, so the speed is read from the way to the next weight. */
const steps = {
  data: { sequence: { start: 0, stop: mostSteps + 1, as: "step" } },
  transform: [
    { filter: "datum.step <= lastStep" },
    calculate("weight", `3 + ${farAfter}[datum.step]`),
    calculate("loss", "pow(2 * datum.weight - 6, 2)"),
    calculate("slope", "4 * (2 * datum.weight - 6)"),
    calculate("before", `datum.step == 0 ? 0 : ${farAfter}[datum.step - 1] - ${farAfter}[datum.step]`),
    calculate("next", "datum.weight - learningRate * datum.slope - momentum * datum.before"),
  ],
};

const quantity = (field: string, title: string, domain: readonly [number, number]) => ({
  field,
  type: "quantitative",
  title,
  scale: { domain, nice: false },
  axis: { grid: false, tickCount: 6 },
});

const tooltip = ["step", "weight", "loss", "slope", "next"].map((field) => ({
  field,
  type: "quantitative",
  title: field === "next" ? "next weight" : field,
  format: ".4~f",
}));

/** What the last step has come to, over the sliders. */
const weightNow = `(3 + ${farAfter}[lastStep])`;
const number = (expression: string) => `format(${expression}, '.3~f')`;
const words = [
  "lastStep + (lastStep == 1 ? ' step' : ' steps') + ' with learning rate ' + format(learningRate, '.3~f') + (momentum > 0 ? ' and momentum ' + format(momentum, '.2~f') : '') + ' from the weight ' + format(firstWeight, '.1~f') + ':'",
  `'weight ' + ${number(weightNow)} + ', loss ' + ${number(`pow(2 * ${weightNow} - 6, 2)`)} + ', slope ' + ${number(`4 * (2 * ${weightNow} - 6)`)}`,
];

/**
 * Gradient descent on one weight: two apples cost 6, what does one cost? Sliders for the learning rate, momentum, the
 * first weight and the number of steps. Computed inside the specification, so it needs no kernel.
 *
 * @see notebooks/02-how-a-network-learns.ipynb
 */
export function descentExplorer(): Figure {
  const weight: readonly [number, number] = [-3, 9];
  const path = { type: "line", color: setColors.test, strokeWidth: 1.5, clip: true };
  const dots = { type: "point", filled: true, size: 60, color: setColors.test, opacity: 1, clip: true };
  const order = { field: "step", type: "quantitative" };
  const onCurve = {
    x: quantity("weight", "weight: price of one apple", weight),
    y: quantity("loss", "loss: (2 · weight - 6)²", [-4, 100]),
    order,
  };
  const byStep = {
    x: { ...quantity("step", "step", [-0.4, 12.4]), axis: { grid: false, tickMinStep: 1 } },
    y: quantity("weight", "weight", weight),
    order,
  };
  const spec = {
    params: [
      slider("learningRate", "learning rate", 0.1, [0.005, 0.3, 0.005]),
      slider("momentum", "momentum", 0, [0, 0.95, 0.05]),
      slider("firstWeight", "first weight", 1, [-2, 8, 0.5]),
      slider("lastStep", "steps", 3, [0, mostSteps]),
      ...distances,
    ],
    spacing: 30,
    hconcat: [
      {
        title: { text: "Down the loss", anchor: "start" },
        width: 216,
        height: 230,
        layer: [
          {
            data: { sequence: { start: -3, stop: 9.05, step: 0.1, as: "w" } },
            transform: [calculate("lossHere", "pow(2 * datum.w - 6, 2)")],
            mark: { type: "line", color: setColors.training, clip: true },
            encoding: { x: quantity("w", "", weight), y: quantity("lossHere", "", [-4, 100]) },
          },
          { ...steps, mark: path, encoding: onCurve },
          { ...steps, mark: dots, encoding: { ...onCurve, tooltip } },
        ],
      },
      {
        title: { text: "The weight, step by step", anchor: "start", offset: 9 },
        width: 216,
        height: 230,
        layer: [
          {
            data: { values: [{ best: 3 }] },
            mark: { type: "rule", strokeDash: [4, 4], color: setColors.training },
            encoding: { y: quantity("best", "weight", weight) },
          },
          { ...steps, mark: path, encoding: byStep },
          { ...steps, mark: dots, encoding: { ...byStep, tooltip } },
        ],
      },
    ],
    config: { view: { stroke: null } },
  };
  return themedExplorer(spec, {
    about:
      "Gradient descent on one weight, with sliders for learning rate, momentum, first weight and steps.",
    asDrawn:
      "learning rate 0.1, no momentum, first weight 1, 3 steps. The weight goes 1, 2.6, 2.92, 2.984 towards 3, the loss 16, " +
      "0.64, 0.0256, 0.001.",
    words,
  });
}

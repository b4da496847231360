import { divergingRange } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { cells, frame, heading, text, wordsAt } from "../explorer/marks.js";
import { panelMark } from "../explorer/panels.js";
import { choice, computed, movable, slider, tapped } from "../explorer/signals.js";
import { alarm } from "../explorer/style.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import { sumQuestions } from "./weightedSumChoices.js";

const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const weightNames = nine.map((index) => `W${index + 1}`);
const firstWeights = [1, 0, 0, 1, 0, 0, 1, 0, 0];
const questionNames = Object.keys(sumQuestions);
const most = Math.max(...Object.values(sumQuestions).map((images) => images.length));

/** The nine products of some pixels, added up, in Vega's language. */
const sumOf = (pixels: string) => nine.map((index) => `weights[${index}] * ${pixels}[${index}]`).join(" + ");
const number = (expression: string) => `format(${expression}, '.2~f')`;
const yesOrNo = (expression: string) => `(${expression} ? 'yes' : 'no')`;

/** How many images of the question are answered right. */
const rightOnes = Array.from({ length: most }, (_, image) => {
  const total = `${sumOf(`images[${image}].pixels`)} + bias`;
  return `(${image} < length(images) && (${total} > 0) == images[${image}].wanted ? 1 : 0)`;
}).join(" + ");

const signals = [
  { name: "questions", value: sumQuestions },
  { name: "weightNames", value: weightNames },
  choice("question", "question", questionNames[0] as string, questionNames),
  computed("images", "questions[question]"),
  movable(slider("image", "image", 1, [1, most]), tapped("thumbCells"), "datum.image + 1"),
  movable(
    choice("which", "change the weight", "W1", weightNames),
    tapped("kernelCells"),
    "weightNames[datum.index]",
  ),
  movable(slider("weight", "to", 1, [-3, 3, 0.5]), { signal: "at" }, "weights[at]"),
  slider("bias", "bias", 0, [-3, 3, 0.5]),
  computed("at", "indexof(weightNames, which)"),
  {
    name: "weights",
    value: firstWeights,
    on: [
      {
        events: { signal: "weight" },
        update: `[${nine.map((index) => `at == ${index} ? weight : weights[${index}]`)}]`,
      },
    ],
  },
  // An image that the question before had and this one has not: its last.
  computed("shown", "min(image, length(images)) - 1"),
  computed("pixels", "images[shown].pixels"),
  computed("sum", sumOf("pixels")),
  computed("total", "sum + bias"),
  computed("rightOnes", rightOnes),
];

const nineOf = (value: string) => [
  counting(9, "index"),
  ...rowAndColumn("index", 3),
  formula("value", value),
];
/** Small pictures of three cells a side, one every so many cells. */
const [thumbCell, thumbPitch] = [15, 6];

const data = [
  { name: "picture", transform: nineOf("pixels[datum.index]") },
  { name: "kernel", transform: nineOf("weights[datum.index]") },
  { name: "products", transform: nineOf("weights[datum.index] * pixels[datum.index]") },
  {
    name: "answers",
    transform: [
      counting("length(images)", "image"),
      formula("says", `${sumOf("images[datum.image].pixels")} + bias > 0`),
      formula("wanted", "images[datum.image].wanted"),
    ],
  },
  {
    name: "thumb",
    transform: [
      counting("9 * length(images)", "index"),
      formula("image", "floor(datum.index / 9)"),
      formula("value", "images[datum.image].pixels[datum.index % 9]"),
      formula("row", "floor(datum.index % 9 / 3)"),
      formula("column", `${thumbPitch} * datum.image + datum.index % 3`),
    ],
  },
];

const signed = { type: "linear", domain: [-3, 3], range: { scheme: divergingRange } };
const scales = [
  { name: "gray", type: "linear", domain: [0, 1], range: ["#000000", "#ffffff"] },
  { name: "weights", ...signed },
];

const words = [
  "'Weight ' + which + ' is ' + " +
    `${number("weights[at]")} + ', the pixel under it ' + pixels[at] + ', their product ' + ${number("weights[at] * pixels[at]")} + '.'`,
  `'The nine products add up to ' + ${number("sum")} + '; with the bias of ' + ${number("bias")} + ' that makes ' + ${number("total")} + '.'`,
  `'The answer is ' + ${yesOrNo("total > 0")} + ', and ' + ((total > 0) == images[shown].wanted ? 'that is right' : 'it should be ' + ${yesOrNo("images[shown].wanted")}) + '.'`,
  "'Of the ' + length(images) + ' images of this question ' + rightOnes + (rightOnes == 1 ? ' is' : ' are') + ' answered right.'",
];

const signedPanel = (name: string, title: string, left: number) => ({
  ...{ name, title, left, top: 20, size: 120, cells: "3", scale: "weights" },
  dark: "abs(datum.value) > 1.8",
});
const [thumbLeft, thumbTop] = [18, 190];
const thumbWidth = thumbCell * thumbPitch;
const middleOfThumb = { signal: `${thumbWidth} * datum.image + ${thumbLeft + 1.5 * thumbCell}` };
const below = (expression: string, down: number, more: object = {}) => ({
  ...text(expression, middleOfThumb, thumbTop + down, { align: { value: "center" }, ...more }),
  from: { data: "answers" },
});
const isRight = "datum.says == datum.wanted";
const said = `'is ' + ${yesOrNo("datum.says")}`;

const marks = [
  panelMark({
    ...{ name: "picture", title: "image", left: 0, top: 20, size: 120, cells: "3", scale: "gray" },
    dark: "datum.value < 0.5",
    window: ["floor(at / 3)", "at % 3", 1],
  }),
  heading("×", 128, 84),
  panelMark({
    ...signedPanel("kernel", "weights: press one", 144),
    window: ["floor(at / 3)", "at % 3", 1],
  }),
  heading("=", 272, 84),
  panelMark({ ...signedPanel("products", "products", 288), window: ["floor(at / 3)", "at % 3", 1] }),
  text(`'their sum   ' + ${number("sum")}`, 430, 44),
  text(`'plus bias   ' + ${number("bias")}`, 430, 68),
  text(`'makes       ' + ${number("total")} + (total > 0 ? ' > 0' : ' ≤ 0')`, 430, 92),
  text(`'answer: ' + ${yesOrNo("total > 0")}`, 430, 122, {
    fontWeight: { value: "bold" },
    fontSize: { value: 15 },
  }),
  heading("the images of this question: press one", 0, thumbTop - 12),
  {
    type: "group",
    encode: { enter: { x: { value: thumbLeft }, y: { value: thumbTop } } },
    marks: [
      cells(
        { data: "thumb", cell: thumbCell, name: "thumbCells" },
        {
          fill: { scale: "gray", field: "value" },
          stroke: { value: "#8a8a8a" },
          strokeWidth: { value: 0.5 },
          cursor: { value: "pointer" },
        },
      ),
      frame(`${thumbWidth} * shown - 2`, "-2", `${3 * thumbCell + 4}`, { strokeWidth: { value: 3 } }),
    ],
  },
  below(`'should be ' + ${yesOrNo("datum.wanted")}`, 63),
  below(`${isRight} ? ${said} + ', right' : ''`, 80),
  below(`${isRight} ? '' : ${said} + ', wrong'`, 80, {
    ...{ fill: { value: alarm }, fontWeight: { value: "bold" } },
  }),
  wordsAt(0, 302, 19),
];

/**
 * A weighted sum to be touched: an image of 3x3 pixels, nine weights and a bias, the products, their sum and the answer. The reader
 * sets the weights for one of three questions and sees which of its images are answered right. Two of the questions no weights
 * answer. Computed inside the specification, so it needs no kernel of a notebook.
 *
 * @see notebooks/01-images-and-dense-layers.ipynb
 */
export function weightedSumExplorer(): Figure {
  return explorerFigure(
    { width: 560, height: 372, signals, data, scales, marks },
    {
      about:
        "An image of 3x3 pixels, nine weights, their products and the sum, with inputs for the question, the image, one weight at a " +
        "time and the bias.",
      asDrawn:
        "the question whether the line is on the left, and weights of 1 on the left, 0 elsewhere. The first image has its line there: " +
        "the sum is 3, the answer yes. Of five images four are answered right.",
      words,
    },
  );
}

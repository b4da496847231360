import type { Matrix } from "../../../arithmetic/matrix.js";
import { near } from "../../exercise/answers/compare.js";
import { numberIn } from "../../exercise/answers/numbers.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import { isPromise } from "../../exercise/checks/trials.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Numbers = readonly number[];
type Case = readonly [examples: Matrix, labels: Numbers, features: Numbers];
type Rule = (...given: Case) => number;

const sumBy = (a: Numbers, b: Numbers, term: (difference: number) => number) =>
  a.reduce((sum, value, index) => sum + term(value - (b[index] ?? 0)), 0);
const distance = (a: Numbers, b: Numbers) => sumBy(a, b, (difference) => difference ** 2);
const smallest = (labels: Numbers, cost: (label: number) => number) =>
  [...new Set(labels)].reduce((best, label) => (cost(label) < cost(best) ? label : best));
const of = (examples: Matrix, labels: Numbers, label: number) =>
  examples.filter((_, index) => labels[index] === label);
const sumOf = (rows: Matrix) =>
  (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
const meanOf = (rows: Matrix) => sumOf(rows).map((value) => value / rows.length);
/** The label whose mean costs least. */
const byMean =
  (cost: (mean: Numbers, features: Numbers) => number): Rule =>
  (examples, labels, features) =>
    smallest(labels, (label) => cost(meanOf(of(examples, labels, label)), features));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [byMean((mean, features) => sumBy(mean, features, Math.abs)), "That adds up the differences without squaring them, another distance (L1). Square each difference: only then is this a linear head."],
  [byMean((mean, features) => Math.abs(sumBy(mean, features, (difference) => difference))), "The differences cancel one another before the sum is taken. Square each of them first."],
  [byMean((mean, features) => Math.max(...mean.map((value, at) => Math.abs(value - (features[at] ?? 0))))), "That takes the largest difference alone. Square all of them and add them up."],
  [byMean((mean, features) => distance(mean.slice(0, 1), features)), "That looks at the first feature alone. All of them count."],
  [(examples, labels, asked) => smallest(labels, (label) => Math.min(...of(examples, labels, label).map((row) => distance(row, asked)))), "That is the nearest neighbour: one example that lies oddly decides. Compare with the mean of each class."],
  [(examples, labels, asked) => smallest(labels, (label) => -distance(meanOf(of(examples, labels, label)), asked)), "That is the class farthest away."],
  [(examples, labels, asked) => smallest(labels, (label) => distance(sumOf(of(examples, labels, label)), asked)), "The rows of a class are added up. Divide by how many they are, or classes with many examples lie far out."],
  [(examples, labels, asked) => smallest(labels, (label) => -meanOf(of(examples, labels, label)).reduce((sum, value, at) => sum + value * (asked[at] ?? 0), 0)), "That multiplies and adds, and so prefers the class with the largest numbers. Take differences and square them."],
  [(_, labels) => smallest(labels, (label) => -labels.filter((each) => each === label).length), "That answers with the most frequent label and never looks at the features."],
  [(_, labels) => labels[0] ?? 0, "That answers with the first label, whatever is asked."],
]; // biome-ignore format: pairs

const cases: readonly { examples: Matrix; labels: readonly number[]; asked: Matrix }[] = [
  { examples: [[0, 0], [2, 0], [0, 2], [9, 9], [6, 6], [2.5, 2.5]], labels: [3, 3, 3, 8, 8, 8], asked: [[2, 2], [5, 5], [3, 2.2], [0, 0]] },
  { examples: [[1, 0, 0], [3, 0, 0], [0, 1, 0], [0, 1, 1], [0, 1, 2], [0, 1, 9]], labels: [5, 5, 2, 2, 2, 2], asked: [[1, 0.6, 0], [0, 1, 0], [0, 3, 3], [4, 0, 1]] },
  { examples: [[10], [12], [1]], labels: [1, 1, 0], asked: [[5], [7], [20]] },
  { examples: [[3, 0], [2, 2]], labels: [7, 4], asked: [[0, 0], [3, 3], [4, -1]] },
  { examples: [[3, 0], [2.5, 2.5]], labels: [6, 1], asked: [[0, 0], [1, 2]] },
]; // biome-ignore format: matrices

/** One question for each of the features. */
const questions = cases.flatMap(({ examples, labels, asked }) =>
  asked.map((features): Case => [examples, labels, features]),
);

const checkAnswers = functionCheck<Case, number>({
  name: "fit",
  takes: ["examples", "labels", "features"],
  cases: questions,
  returns: { ...oneNumber, asked: "a label" },
  right: byMean(distance),
  mistakes,
  hintAt: (value, _, examples, labels) => {
    const means = [...new Set(labels)].map(
      (label) =>
        `[${meanOf(of(examples, labels, label)).map((each) => Number(each.toPrecision(3)))}] for label ${label}`,
    );
    const strange = labels.some((label) => near(label, value))
      ? ""
      : " This is no label: is it the place of the class among the classes?";
    return `The means are ${means.join(", ")}.${strange}`;
  },
});

/** `fit` gives a function, which is asked once it is there: both are one question here. */
export const nearestMean: ExerciseContent = {
  title: "A head of your own: the nearest mean",
  check(answer) {
    if (typeof answer !== "function") return checkAnswers(answer);
    const noFunction =
      "`fit(examples, labels)` must return a function: from the features of one image to a label.";
    const ask = (classify: unknown, features: unknown): unknown => {
      if (typeof classify !== "function") throw new TypeError(noFunction);
      const label: unknown = classify(features);
      if (label === undefined)
        throw new TypeError("the function that `fit` returns gives nothing. Is a `return` missing?");
      return numberIn(label) ?? label;
    };
    return checkAnswers((examples: unknown, labels: unknown, features: unknown) => {
      const classify: unknown = answer(examples, labels);
      return isPromise(classify)
        ? Promise.resolve(classify).then((ready) => ask(ready, features))
        : ask(classify, features);
    });
  },
  because:
    "A mean for each class, and the closest wins. That is a linear head: comparing squared distances to fixed points comes down to weighted sums and a bias. It learns by averaging, in one step, and one odd example no longer decides.",
  hints: [
    "Group the rows by their label, then take the mean of each column of a group: that is the class's point.",
    "Return `(features) => …` which computes the squared distance to each class's point and gives the label of the smallest.",
  ],
  solution:
    "```\ntype Row = ArrayLike<number>;\nconst fit = (examples: readonly Row[], labels: readonly number[]) => {\n  const means = [...new Set(labels)].map((label) => {\n    const rows = examples.filter((_, index) => labels[index] === label);\n    const point = Array.from(rows[0]!, (_, at) =>\n      rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);\n    return { label: label, point: point };\n  });\n  const distance = (point: number[], features: Row) =>\n    point.reduce((sum, value, at) => sum + (value - features[at]!) ** 2, 0);\n  return (features: Row) => means.reduce((best, each) =>\n    distance(each.point, features) < distance(best.point, features) ? each : best).label;\n};\n```",
};

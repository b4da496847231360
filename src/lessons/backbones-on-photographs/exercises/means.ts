import type { Matrix } from "../../../arithmetic/matrix.js";
import { numberIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Rule = (examples: Matrix, labels: readonly number[], asked: readonly number[]) => number;

const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0);
const smallest = (labels: readonly number[], cost: (label: number) => number) =>
  [...new Set(labels)].reduce((best, label) => (cost(label) < cost(best) ? label : best));
const of = (examples: Matrix, labels: readonly number[], label: number) =>
  examples.filter((_, index) => labels[index] === label);
const sumOf = (rows: Matrix) =>
  (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
const meanOf = (rows: Matrix) => sumOf(rows).map((value) => value / rows.length);

const right: Rule = (examples, labels, asked) =>
  smallest(labels, (label) => distance(meanOf(of(examples, labels, label)), asked));

const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
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
]; // biome-ignore format: matrices

export const nearestMean: ExerciseContent = {
  title: "A head of your own: the nearest mean",
  check(answer) {
    if (typeof answer !== "function") {
      return { message: "Pass the function itself: `check(fit)`, without brackets behind its name." };
    }
    const given = cases.map(({ examples, labels, asked }) => {
      const classify: unknown = answer(
        examples.map((row) => [...row]),
        [...labels],
      );
      return typeof classify === "function" ? asked.map((row) => numberIn(classify([...row]))) : undefined;
    });
    if (given.some((labels) => labels === undefined)) {
      return {
        message: "`fit(examples, labels)` must return a function: from the features of one image to a label.",
      };
    }
    if (given.flat().some((label) => label === undefined || Number.isNaN(label))) {
      return { message: "The function that `fit` returns gives no label. Is a `return` missing?" };
    }
    const matches = (rule: Rule) =>
      cases.every(({ examples, labels, asked }, index) =>
        asked.every((row, at) => given[index]?.[at] === rule(examples, labels, row)),
      );
    if (matches(right)) return true;
    const found = mistakes.find(([rule]) => matches(rule));
    if (found !== undefined) return { message: found[1] };
    const known = cases.flatMap(({ labels }) => labels);
    if (given.flat().some((label) => !known.includes(label as number))) {
      return {
        message:
          "It answers with something that is no label: is it the place of the class among the classes?",
      };
    }
    return {
      message:
        "Some answers differ from those of the nearest mean. Take examples [[10], [12], [1]] with labels [1, 1, 0]: the means are 11 and 1, so [5] is nearer to label 0, and [7] to label 1.",
    };
  },
  because:
    "A mean for each class, and the closest wins. That is a linear head: comparing distances to fixed points comes down to weighted sums and a bias. It learns by averaging, in one step, and one odd example no longer decides.",
  hints: [
    "Group the rows by their label, then take the mean of each column of a group: that is the class's point.",
    "Return `(features) => …` which computes the squared distance to each class's point and gives the label of the smallest.",
  ],
  solution:
    "```\ntype Row = ArrayLike<number>;\nconst fit = (examples: readonly Row[], labels: readonly number[]) => {\n  const means = [...new Set(labels)].map((label) => {\n    const rows = examples.filter((_, index) => labels[index] === label);\n    const point = Array.from(rows[0]!, (_, at) =>\n      rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);\n    return { label: label, point: point };\n  });\n  const distance = (point: number[], features: Row) =>\n    point.reduce((sum, value, at) => sum + (value - features[at]!) ** 2, 0);\n  return (features: Row) => means.reduce((best, each) =>\n    distance(each.point, features) < distance(best.point, features) ? each : best).label;\n};\n```",
};

import { convolve, crossCorrelate } from "../../../arithmetic/correlate.js";
import type { Matrix } from "../../../arithmetic/matrix.js";
import { formOf } from "../../exercise/answers/form.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { rowsOfNumbers } from "../../exercise/checks/kinds.js";
import { sizeText } from "../../exercise/checks/written.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Input = readonly [channels: readonly Matrix[], kernels: readonly Matrix[], bias: number];
type Rule = (...input: Input) => Matrix;

const cases: readonly Input[] = [
  [[[[1, 2, 0], [0, 1, 3]], [[2, 0, 1], [1, 1, 0]]], [[[1, 0], [2, -1]], [[0, 3], [-1, 1]]], -2],
  [[[[1, 0, 2], [0, 1, 1], [3, 1, 0]], [[0, 1, 0], [2, 0, 1], [1, 1, 4]], [[1, 1, 1], [0, 0, 1], [2, 0, 5]]], [[[1, 0], [0, 2]], [[0, 1], [1, 0]], [[-1, 0], [0, 2]]], 1],
  [[[[4, 1, 3], [2, 0, 5]]], [[[1, -1]]], 3],
  [[[[1, 2], [3, 4]], [[5, 0], [1, 2]], [[0, 1], [1, 0]], [[2, 2], [0, 7]]], [[[2]], [[-1]], [[4]], [[1]]], 10],
]; // biome-ignore format: matrices

/** The maps of the channels, put together number by number. */
const together = (maps: readonly Matrix[], join: (numbers: readonly number[]) => number): Matrix =>
  (maps[0] ?? []).map((row, i) => row.map((_, j) => join(maps.map((map) => map[i]?.[j] ?? 0))));
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const mapsBy = ([channels, kernels]: Input, slide: (image: Matrix, kernel: Matrix) => Matrix) =>
  channels.map((channel, at) => slide(channel, kernels[at] ?? []));
const mapsOf = (input: Input) => mapsBy(input, (image, kernel) => crossCorrelate(image, kernel));

const right: Rule = (...input) => together(mapsOf(input), (numbers) => total(numbers) + input[2]);
const firstKernel = ([channels, [kernel = []]]: Input) =>
  channels.map((channel) => crossCorrelate(channel, kernel));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(...input) => together(mapsOf(input), total), "The channels are added up. The bias is still missing."],
  [(...input) => together(mapsOf(input), (each) => total(each) + each.length * input[2]), "The bias is added once for each channel. A filter has one bias: it follows when the channels are added up."],
  [(...input) => together(mapsOf(input), (each) => total(each) + (each[0] ?? 0) + input[2]), "The first channel is in the sum twice. Begin with the bias alone, or add the others to the first."],
  [(...input) => together(mapsOf(input).slice(0, 1), (each) => total(each) + input[2]), "That is the first channel alone. Every channel has a part in the sum."],
  [(...input) => together(mapsOf(input).slice(-1), (each) => total(each) + input[2]), "That is the last channel alone. Set nothing back to 0 between the channels."],
  [(...input) => together(firstKernel(input), (each) => total(each) + input[2]), "Every channel is multiplied with the first kernel. Each channel has a kernel of its own: `kernels[channel]`."],
  [(...input) => together(mapsBy(input, (image, kernel) => convolve(image, kernel)), (each) => total(each) + input[2]), "Your kernels are turned by 180 degrees. A network lays them down as they are."],
  [(...input) => together(mapsOf(input), (each) => total(each) / each.length + input[2]), "This takes the mean of the channels. A filter adds them up."],
  [(...input) => together(mapsOf(input), (each) => each.reduce((a, b) => a * b, 1) + input[2]), "This multiplies the channels with each other. They are added up."],
  [(...input) => right(...input).map((row) => row.map((number) => Math.max(0, number))), "The sums are right, but negative ones have become 0. ReLU is a step of its own, after this one."],
  [(...input) => right(input[0], [...input[1]].reverse(), input[2]), "The kernels are in the wrong order: the first one belongs to the first channel."],
]; // biome-ignore format: pairs

export const ownFilter: ExerciseContent = {
  title: "One filter, however many channels",
  check: functionCheck<Input, Matrix>({
    name: "addChannels",
    takes: ["channels", "kernels", "bias"],
    cases,
    returns: {
      ...rowsOfNumbers,
      asked: "one map, rows of numbers, however many channels went in",
    },
    right,
    mistakes,
    hintAt: (value, wanted) =>
      sizeText(value) === sizeText(wanted) ? undefined : "There is one number for each place of the window.",
    instead: (answer) =>
      Array.isArray(answer)
        ? { message: `Pass the function itself, not its result. This is ${formOf(answer)}.` }
        : undefined,
  }),
  because:
    "Each channel is laid under the kernel of its own, the parts are added up at each place, and the one bias follows. The map does not tell how many channels there were.",
  hints: [
    "`crossCorrelate(channels[0]!, kernels[0]!)` is the part of the first channel. How do you put the parts of all channels together?",
    "Make the list of all parts. At row i and column j the map holds the bias and `part[i][j]` of every part.",
  ],
  solution:
    "```\nfunction addChannels(channels: number[][][], kernels: number[][][], bias: number) {\n" +
    "  const parts = channels.map((channel, at) => crossCorrelate(channel, kernels[at]!));\n" +
    "  return parts[0]!.map((row, i) =>\n" +
    "    row.map((_, j) => parts.reduce((sum, part) => sum + part[i]![j]!, bias)));\n}\n```",
};

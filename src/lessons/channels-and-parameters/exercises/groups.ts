import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { oneNumber } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Layer = readonly [kernel: number, channels: number, filters: number, groups: number];
type Rule = (kernel: number, channels: number, filters: number, groups: number) => number;

const cases: readonly Layer[] = [
  [5, 1, 32, 1],
  [3, 8, 16, 1],
  [3, 8, 16, 2],
  [3, 6, 6, 6],
  [1, 64, 16, 4],
  [7, 12, 24, 3],
];

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [
    (k, c, f) => (k * k * c + 1) * f,
    "Right for one group. With groups a filter sees only the channels of its own group: fewer kernels in each filter.",
  ],
  [
    (k, c, f, g) => (k * k * c * f) / g,
    "The weights are right. Each filter has a bias as well, however many groups there are.",
  ],
  [
    (k, c, f) => k * k * c * f,
    "The biases are missing, and with groups a filter sees only some of the channels.",
  ],
  [
    (k, c, f, g) => ((k * k * c + 1) * f) / g,
    "This divides the biases by the groups too. Each filter keeps its bias; only its kernels become fewer.",
  ],
  [
    (k, c, f, g) => (k * k * c * f) / (g * g) + f,
    "This divides twice. The channels a filter sees are divided by the groups; the number of filters stays what it is.",
  ],
  [
    (k, c, f, g) => ((k * k * c) / g + 1) * (f / g),
    "That is one group. There are as many filters as before, all groups together.",
  ],
  [
    (k, c, f, g) => (k * k + 1) * (c / g) * f,
    "This gives every kernel a bias of its own. The kernels of a filter share one.",
  ],
  [
    (k, c, f, g) => (k * k * c * f) / g + g,
    "This gives every group one bias. Each filter has its own, in whatever group it is.",
  ],
  [
    (k, c, f, g) => (k * k * c) / g + f,
    "The weights of a single filter, and all the biases. The weights are to be multiplied by the filters too; is a bracket missing?",
  ],
  [
    (k, c, f, g) => 2 * k * k * (c / g) * f,
    "This gives every weight a bias of its own. There is one for each filter.",
  ],
  [
    (k, c, f, g) => (k * k * c * f) / g + c,
    "There is a bias for each filter that comes out, not for each channel that goes in.",
  ],
  [
    (k, c, f, g) => ((k * c) / g + 1) * f,
    "The kernel has two sides: it holds `kernel * kernel` weights for each channel.",
  ],
  [
    (k, c, f, g) => (k * k * c * g + 1) * f,
    "This multiplies by the groups. More groups mean fewer channels for each filter, so fewer weights.",
  ],
];

export const parametersOfGroups: ExerciseContent = {
  title: "A function that counts parameters, with groups",
  check: functionCheck<Layer, number>({
    name: "countParameters",
    takes: ["kernel", "channels", "filters", "groups"],
    cases,
    returns: oneNumber,
    right,
    mistakes,
    hintAt: () => "Count one filter of that layer by hand first.",
  }),
  because:
    "A filter sees channels / groups channels. Its one bias, and the number of filters, stay as they were.",
  hints: [
    "With 8 channels in 2 groups, how many channels does one filter see? How many kernels does it hold?",
    "One filter: kernel · kernel · channels / groups weights and one bias. Times all filters.",
  ],
  solution:
    "```\nfunction countParameters(kernel: number, channels: number, filters: number, groups: number) {\n" +
    "  return ((kernel * kernel * channels) / groups + 1) * filters;\n}\n```",
};

function right(kernel: number, channels: number, filters: number, groups: number): number {
  return ((kernel * kernel * channels) / groups + 1) * filters;
}

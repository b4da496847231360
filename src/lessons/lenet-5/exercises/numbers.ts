import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const connectionsOfC1: ExerciseContent = {
  title: "Connections of C1",
  check: numberCheck(
    122_304,
    [
      [156, "Those are the parameters. A connection is a parameter at work in one place: each of them is used again at every place of the map."],
      [117_600, "The weights are all there. The bias of each number is a connection as well."],
      [159_744, "This uses the windows of all 32x32 pixels. Only 28x28 of them lie inside the image."],
      [20_384, "That is one map. C1 has six."],
      [784, "That is how many places there are. At each of them 156 parameters are at work."],
      [4704, "Those are the numbers that come out, 28 · 28 · 6. Each of them has 26 connections."],
      [1_024, "Those are the pixels of the input."],
      [150, "Those are the weights of the six kernels."],
    ],
    "How many numbers does C1 compute, over all six maps? How many connections has each, its bias included? Multiply.",
  ),
  because: "Each of the 28 · 28 · 6 numbers reads 25 pixels and one bias: 4,704 · 26 = 122,304 connections, made of 156 parameters.",
  hints: [
    "A window of 5x5 has 28 places along each side of 32. So how many numbers has one map of C1, and how many all six?",
    "28 · 28 · 6 numbers, each with 5 · 5 weights and one bias.",
  ],
  solution: "28 · 28 · 6 · (5 · 5 + 1) = 4,704 · 26 = 122,304.",
}; // biome-ignore format: pairs

export const parametersOfFullC3: ExerciseContent = {
  title: "Parameters of a C3 with all links",
  check: numberCheck(
    2416,
    [
      [1516, "That is the C3 of the paper, with the 60 links of its table. Here every map reads all six."],
      [2400, "The kernels are all there. Each of the 16 maps has a bias as well."],
      [2496, "This gives each kernel a bias of its own. The kernels of one map are added up, and one bias follows."],
      [2406, "The kernels are all there. Biases belong to the maps that come out, 16 of them, not to the six that go in."],
      [416, "This counts one kernel for each map. A map would have six, one for each S2 map that it reads."],
      [400, "This counts one kernel for each map, and no bias. A map would have six kernels, one for each S2 map."],
      [96, "Those are the links. Each is a kernel of 5x5 weights."],
      [900, "Those are the parameters of the missing links alone. How many are there together with the others?"],
      [241_600, "Those would be the connections. Each of the 10x10 places uses the same parameters."],
      [151, "That is one map of C3 with six kernels and a bias. There are 16 of them."],
    ],
    "How many cells has the whole table? Each would be one kernel of 5x5 weights. Then add a bias for each map of C3.",
  ),
  because: "96 links are 96 kernels of 25 weights, and 16 maps have 16 biases: 2,400 + 16. The table saves 900 of them.",
  hints: [
    "The count by hand above starts with the filled cells of the table. Start with all of its cells.",
    "6 · 16 = 96 kernels of 25 weights. Now the biases.",
  ],
  solution: "96 · 25 + 16 = 2,416.",
}; // biome-ignore format: pairs

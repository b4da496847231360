import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const separableWeights: ExerciseContent = {
  title: "What a convolution in two steps costs",
  check: numberCheck(
    63_600,
    [
      [1_440_000, "That is the ordinary convolution, where every filter sees all 240 channels. In two steps it takes far fewer."],
      [6_000, "That is the depthwise step. The 1x1 convolution that mixes the channels is still missing."],
      [57_600, "That is the 1x1 convolution. The depthwise step before it has weights of its own: a kernel for each channel."],
      [64_080, "Without biases, as the text says: here batch normalisation takes their part."],
      [63_840, "Without biases, as the text says: here batch normalisation takes their part."],
      [345_600_000, "The steps come one after the other: their weights add up, they do not multiply."],
      [57_625, "A depthwise convolution has a 5x5 kernel for each channel, not one for all."],
      [6_240, "The 1x1 convolution has a weight for every pair of channels, in and out: 240 · 240."],
      [265, "A kernel for each of 240 channels, and a weight for every pair of channels: multiply."],
    ],
    "Count the two steps apart. First: kernels of 5x5, one a channel. Then: 1x1, from 240 channels to 240. Add.",
    { ask: "Give one number of weights." },
  ), // biome-ignore format: pairs
  because:
    "240 · 25 for the kernels and 240 · 240 for the mixing, 63,600 in all. The ordinary convolution has 1,440,000, more than twenty times as many: looking around and mixing channels are bought apart.",
  hints: [
    "The depthwise step has a kernel of 5x5 for each of 240 channels, and no channel sees another.",
    "The 1x1 step has 240 filters, and each sees all 240 channels: 240 · 240. Add the 240 · 25 of the first step.",
  ],
  solution:
    "```\nconst depthwise = 240 * 5 * 5;   // 6,000\nconst pointwise = 240 * 240;     // 57,600\ndepthwise + pointwise;           // 63,600\n```",
};

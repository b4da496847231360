import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const parametersOfConv2: ExerciseContent = {
  title: "Parameters of the second convolution",
  check: numberCheck(
    51264,
    [
      [51200, "The weights are all there. Each of the 64 filters has a bias as well."],
      [
        1664,
        "This counts one 5x5 kernel for each filter. The input has 32 channels, and a filter has a kernel for each of them.",
      ],
      [1600, "A filter has a kernel for each of the 32 input channels, and a bias besides."],
      [
        53248,
        "This gives every kernel its own bias. The 32 kernels of a filter are added up, and one bias follows.",
      ],
      [102400, "This gives every weight its own bias. There is one for each filter."],
      [
        51232,
        "Either filters and channels have changed places, (5 · 5 · 64 + 1) · 32, or the biases were given to the 32 channels that go in. The 64 filters see 32 channels each, and each filter has a bias.",
      ],
      [
        832,
        "That is the first convolution: (5 · 5 · 1 + 1) · 32. The second sees 32 channels and has 64 filters.",
      ],
      [18_496, "That is with windows of 3x3. Here they are 5x5."],
      [10_304, "A window of 5x5 has 25 places, not 5: it is 5 rows of 5."],
      [
        65_600,
        "That is the dense layer behind: 1,024 inputs, 64 units. The second convolution is asked for.",
      ],
      [52096, "That is both convolutions together. Only the second is asked for."],
      [118_346, "That is the whole network. Only the second convolution is asked for."],
      [
        3712,
        "This adds the 25 places of a window and the 32 channels. The window has 25 places in each of the channels.",
      ],
      [865, "A filter has 5 · 5 · 32 + 1 parameters, and there are 64 filters."],
      [801, "That is one filter. There are 64."],
      [51201, "The weights are right. There is a bias for each of the 64 filters, not one for the layer."],
    ],
    "Count one filter first: how many numbers does its window see at once, over all channels? Add its bias, then times the number of filters.",
  ),
  because: "A filter holds 5 · 5 · 32 weights and one bias, 801 numbers; 64 filters make 51,264.",
  hints: [
    "How many weights has one filter? Its window covers 5x5 pixels in each of the 32 channels that go in.",
    "(5 · 5 · 32 + 1) parameters for a filter, the one being its bias. Times 64 filters.",
  ],
  solution: "(5 · 5 · 32 + 1) · 64 = 801 · 64 = 51,264.",
};

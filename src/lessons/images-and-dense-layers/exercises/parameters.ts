import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const denseParameters: ExerciseContent = {
  title: "Parameters of a network with a hidden layer",
  check: numberCheck(
    101770,
    [
      [101632, "All the weights are there. Each of the 128 + 10 units has a bias as well."],
      [100480, "That is the hidden layer. The ten outputs have weights and biases too."],
      [1290, "That is the last layer. The hidden one, with 784 inputs, is much larger."],
      [100352, "Those are the weights of the hidden layer alone: biases and the last layer are missing."],
      [203264, "This gives every weight a bias. There is one for each unit."],
      [7850, "That is the network without a hidden layer: 784 inputs straight to ten outputs."],
      [108330, "The ten outputs do not see the pixels: their inputs are the 128 hidden units only."],
      [101760, "Ten are missing: the outputs have biases too."],
      [101642, "The hidden units have biases too, one each."],
      [
        1003520,
        "The sizes of the layers are not multiplied together: each layer has its own table, and they are added.",
      ],
      [102554, "A pixel has no bias. Only the units that add something up have one: the 128 and the 10."],
      [922, "Those are the units. Between two layers there is a weight for every pair."],
    ],
    "Layer by layer: inputs times units for the weights, one bias for each unit. Then add the two layers.",
  ),
  because: "784·128 + 128 = 100,480 in the hidden layer and 128·10 + 10 = 1,290 in the last: 101,770.",
  hints: [
    "Take one hidden unit: how many numbers does it multiply with, and what does it add?",
    "A layer has (inputs + 1) · units parameters, the 1 being the bias. The second layer's inputs are the 128 units of the first.",
  ],
  solution: "(784 + 1) · 128 + (128 + 1) · 10 = 100,480 + 1,290 = 101,770.",
};

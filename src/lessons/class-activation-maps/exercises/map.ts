import { numberIn } from "../../exercise/answers/numbers.js";
import { matrixCheck } from "../../exercise/checks/matrixCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const mapByHand: ExerciseContent = {
  title: "A class activation map by hand",
  check: matrixCheck({
    wanted: [[6, -4], [3, 3]],
    ask: "Give two rows of two numbers: `[[…, …], […, …]]`.",
    mistakes: [
      [[[7, -3], [4, 4]], "The bias has been added at every place. It belongs to the logit, once; the map holds the evidence of the places alone."],
      [[[1.5, -1], [0.75, 0.75]], "That is divided by the number of places. The map is a plain weighted sum; the mean is taken of the map afterwards."],
      [[[6, 0], [3, 3]], "The evidence against the class has been cut off. Without it the mean no longer leads to the logit."],
      [[[1, 0], [0.7, 0.7]], "That is rescaled from 0 to 1, good for a picture and nothing else: the mean no longer leads to the logit."],
      [[[-2, 12], [-1, -1]], "The weights have changed places: 3 belongs to the first map, -1 to the second."],
      [[[6, 4], [3, 3]], "The second weight is -1, not 1: what the second map finds speaks against the class."],
      [[[6, 3], [-4, 3]], "Rows and columns have changed places."],
      [[[5, -1], [4, 4]], "That is the sum of weights and activations. Each activation is to be multiplied by its weight."],
    ],
    otherwise: "At every place: 3 times what the first map has there, minus what the second map has there.",
    instead: (answer) =>
      numberIn(answer) === 3
        ? "3 is the logit: the mean of the map, and the bias. The map itself is asked for."
        : undefined,
  }), // biome-ignore format: matrices
  because:
    "Its mean is 2, and with the bias 1 the logit is 3, as it is by way of the averages: 3 · 1 - 1 · 1 + 1.",
  hints: [
    "The average of a sum is the sum of the averages. So multiply and add before averaging, place by place.",
    "Upper left: 3 · 2 - 1 · 0. The other three places go the same way.",
  ],
  solution:
    "Upper left 3 · 2 - 0 = 6, upper right 3 · 0 - 4 = -4, below 3 · 1 - 0 = 3 twice: `[[6, -4], [3, 3]]`.",
};

import { matrixCheck } from "../../exercise/checks/matrixCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Feature maps [1 0 / 2 1] and [0 3 / 1 0]; weights 2, -1 for the first species and 1, 1 for the second. */
export const mapDifference: ExerciseContent = {
  title: "Where one species beats the other",
  check: matrixCheck({
    wanted: [[1, -6], [0, 1]],
    ask: "Give two rows of two numbers: `[[…, …], […, …]]`.",
    mistakes: [
      [[[2, -3], [3, 2]], "That is the map of the first species. Alone it does not say which species wins: take the other one away."],
      [[[1, 3], [3, 1]], "That is the map of the second species. Take it away from that of the first."],
      [[[-1, 6], [0, -1]], "That is the second less the first. The first less the second is asked for."],
      [[[3, 0], [6, 3]], "The maps were added. Their difference is asked for."],
      [[[1, 0], [0, 1]], "What is below zero has been cut off. Upper right speaks for the second species, and that is worth knowing."],
      [[[1, 6], [0, 1]], "Upper right lost its sign: it speaks for the second species."],
      [[[1, 0], [-6, 1]], "Rows and columns have changed places."],
      [[[0.25, -1.5], [0, 0.25]], "That is divided by the number of places. Only the logit takes the mean; the map is a plain weighted sum."],
    ],
    otherwise: "The weights differ by 2 - 1 = 1 and by -1 - 1 = -2. At every place: the first map, less twice the second.",
  }), // biome-ignore format: matrices
  because:
    "Its mean, -1, is the difference of the two logits but for their biases: the second species wins, by what stands in the upper right corner. What both maps have in common has gone.",
  hints: [
    "Make both maps, place by place, and subtract. Or subtract the weights first: it comes to the same.",
    "The weights of the difference are 1 and -2. Upper left: 1 · 1 - 2 · 0.",
  ],
  solution: "First map less twice the second: `[[1, -6], [0, 1]]`.",
};

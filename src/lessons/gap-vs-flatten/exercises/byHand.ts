import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** The maps are [[4, 0], [2, 6]] and [[1, 1], [5, 1]], the weights 2 and -1, the bias 0.5. */
export const logitByHand: ExerciseContent = {
  title: "A logit behind global average pooling",
  check: numberCheck(
    4.5,
    [
      [4, "Both means are right and weighted. The bias is still to be added."],
      [5, "Those are the means added. Each is multiplied by its weight first; then comes the bias."],
      [5.5, "The means are right. Each is multiplied by its weight before they are added."],
      [2, "A dense layer adds its weighted inputs; it takes no mean of its own. And then comes the bias."],
      [2.5, "A dense layer adds its weighted inputs; it takes no mean of its own. Only the maps are averaged."],
      [7.5, "Those are the largest values of the maps. Global average pooling takes the mean of each."],
      [16.5, "Those are the sums of the maps. Divide each by its four places."],
      [8.5, "The second weight is -1: that map speaks against the class."],
      [1.5, "The weights have changed places: the first belongs to the first map."],
      [3.5, "The bias is added, not taken away."],
      [3, "That is the mean of the first map. Weigh both means, then add the bias."],
    ],
    "First the mean of each map: four numbers, divided by four. Then weight times mean for both, and the bias.",
    { ask: "Give one number, the logit." },
  ), // biome-ignore format: pairs
  because:
    "The means are 3 and 2, so the logit is 2 · 3 - 1 · 2 + 0.5 = 4.5. Where in its map the 6 stands makes no difference.",
  hints: [
    "Two steps: one number out of each map, then one number out of those two.",
    "The mean of the first map is (4 + 0 + 2 + 6) / 4. Multiply the means by 2 and -1, add them up, add the bias 0.5.",
  ],
  solution: "Means: 12 / 4 = 3 and 8 / 4 = 2. Logit: 2 · 3 + (-1) · 2 + 0.5 = 4.5.",
};

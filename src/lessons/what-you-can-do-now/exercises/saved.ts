import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const parametersSaved: ExerciseContent = {
  title: "What Flatten costs",
  check: numberCheck(
    460_960,
    [
      [460_765, "The last layer of 64 to 3 goes too: it has 195 parameters."],
      [461_059, "That is what goes. The new layer brings 32 · 3 + 3 parameters of its own."],
      [460_963, "The new layer has three biases."],
      [460_896, "The dense layer of 64 has a bias for each unit."],
      [460_957, "The old last layer had three biases as well as 192 weights."],
      [460_864, "That is the dense layer alone. The old last layer goes as well, and a new one comes."],
      [460_800, "Those are the weights between the flattened maps and the 64 units. There are biases, an old last layer that goes, and a new one that comes."],
      [466_915, "That is the whole network. How many fewer has the other one?"],
      [5_955, "That is the whole of the new network. How many fewer are these?"],
      [99, "That is the new layer. How many parameters go, less these?"],
    ],
    "Count what goes: 15 · 15 · 32 numbers into 64 units, and 64 into 3, with a bias for each unit. Take away what comes: 32 averages into 3 classes.",
  ), // biome-ignore format: pairs
  because:
    "460,864 and 195 go, 99 come. Of 466,915 parameters 5,955 are left: nearly all of them stood in one dense layer.",
  hints: [
    "Flatten hands on 15 · 15 · 32 = 7,200 numbers. Global average pooling hands on one for each map.",
    "Old: 7,200 · 64 + 64 and 64 · 3 + 3. New: 32 · 3 + 3.",
  ],
  solution: "7,200 · 64 + 64 = 460,864 and 64 · 3 + 3 = 195 go, 32 · 3 + 3 = 99 come: 460,960 fewer.",
};

import { confusionExplorer } from "../../../src/lessons/confusionExplorer/confusionExplorer.js";
import type { Example } from "../../charts/example.js";
import { answered, shapes } from "./answered.js";

/** Twelve circles, crosses and lines; two circles are taken for crosses, one line for a circle. */
const answers = [0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 0];

export const examples: readonly Example[] = [
  {
    name: "confusionExplorer",
    draw: () =>
      confusionExplorer(answered(answers, 3), shapes({ names: ["circle", "cross", "line"], count: 12 })),
    says: [
      "12 images, 75.0% right, 3 wrong",
      "circle taken for cross (2)",
      "line taken for circle (1)",
      "3 of 3",
    ],
  },
];

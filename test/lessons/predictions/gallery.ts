import { comparisonCard } from "../../../src/lessons/predictions/compare.js";
import { comparisonOf } from "../../../src/lessons/predictions/comparison.js";
import type { Example } from "../../charts/example.js";

export const examples: readonly Example[] = [
  {
    name: "compare-near",
    draw: () => comparisonCard(comparisonOf(8, 9)),
    says: ["≈ Near", "Your guess: 8", "The answer: 9", "1 too low."],
  },
  {
    name: "compare-not-guessed",
    draw: () => comparisonCard(comparisonOf(undefined, 82.04, "%")),
    says: ["… Not guessed", "The answer: 82%"],
  },
  {
    name: "compare-several",
    draw: () => comparisonCard(comparisonOf({ Flatten: 90, GAP: 95 }, { Flatten: 23, GAP: 95.8 }, "%")),
    says: ["↔ A surprise", "Flatten: 67 percentage points too high."],
  },
  {
    name: "compare-not-read",
    draw: () => comparisonCard(comparisonOf("soon", [4, 4, 10])),
    says: ["? Not read", "The answer: [4, 4, 10]", 'the text "soon"'],
  },
];

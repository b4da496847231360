import { noteCard, verdictCard } from "../../../src/lessons/exercise/card.js";
import type { Example } from "../../charts/example.js";

const title = "The sum of a window";

export const examples: readonly Example[] = [
  {
    name: "verdict-right",
    draw: () => verdictCard("03.2", title, { ok: true, message: "4 x 4 = 16." }, { tried: true }),
    says: ["✓ 03.2 The sum of a window", "Right. 4 x 4 = 16."],
  },
  {
    name: "verdict-wrong",
    draw: () =>
      verdictCard(
        "03.2",
        title,
        { ok: false, message: "`sum` is 9." },
        { tried: true, next: "`.hint()` helps." },
      ),
    says: ["✗ 03.2", "Not yet. `sum` is 9."],
  },
  {
    name: "verdict-open",
    draw: () =>
      verdictCard(
        "03.2",
        title,
        { ok: false, message: "What is the *sum*?" },
        { tried: false, next: "`.hint()` helps." },
      ),
    says: ["… 03.2", "What is the *sum*?"],
  },
  {
    name: "note",
    draw: () => noteCard("Hint", "First a < b:\n```\nlet sum = 0;\n```"),
    says: ["Hint", "First a < b:"],
  },
];

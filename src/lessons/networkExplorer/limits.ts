import { count } from "../../charts/format.js";
import { countOf, partsOf, type Stage } from "./stage.js";

/** What a specification computes in well under a second, and a sheet has room for. */
const most = { weights: 120_000, numbers: 90_000, products: 15_000_000, layers: 16 };

/** Letters of a specification: with its still picture it then stays below a megabyte. */
const mostLetters = 850_000;

/** Weights, numbers, products and layers of a network. */
function amounts(stages: readonly Stage[]) {
  const sum = (of: (stage: Stage, at: number) => number) =>
    stages.reduce((total, stage, at) => total + of(stage, at), 0);
  return {
    weights: sum(({ weights, biases }) => weights.length + biases.length),
    numbers: sum(countOf),
    products: sum((stage, at) => (at === 0 ? 0 : countOf(stage) * partsOf(stage, stages[at - 1] as Stage))),
    layers: stages.length - 1,
  };
}

/**
 * Refuses a network that is too large to be explored.
 *
 * @throws {RangeError} if it has too many weights, numbers, products or layers
 */
export function requireSmall(name: string, stages: readonly Stage[]): void {
  for (const [what, amount] of Object.entries(amounts(stages))) {
    const limit = most[what as keyof typeof most];
    if (amount <= limit) continue;
    const found =
      what === "numbers" ? `${count(amount)} numbers in all its maps` : `${count(amount)} ${what}`;
    throw new RangeError(
      `Cannot explore ${name}: it has ${found}, and ${count(limit)} is the most that is computed quickly. Give a smaller network or smaller pictures.`,
    );
  }
}

/**
 * Refuses a specification that would make a notebook heavy.
 *
 * @throws {RangeError} if it takes more than 0.85 MB
 */
export function requireLight(name: string, spec: object): void {
  const letters = JSON.stringify(spec).length;
  if (letters <= mostLetters) return;
  throw new RangeError(
    `Cannot explore ${name}: it would take ${(letters / 1e6).toFixed(1)} MB in a notebook, and 0.85 is the most. Give a smaller network or fewer pictures.`,
  );
}

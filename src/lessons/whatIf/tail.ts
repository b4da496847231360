import { isRow } from "../networkExplorer/layout.js";
import type { Bend, Stage } from "../networkExplorer/stage.js";

/**
 * What the map of a class is.
 *
 * - `cam`: the class activation map, behind which come a global average and one dense layer: mean + bias = logit.
 * - `parts`: parts of the logit, exact as well where every unit adds or is silent: sum + what biases add = logit.
 * - `slopes`: slope of the logit times activation, which need not add up to anything.
 */
export type MapKind = "cam" | "parts" | "slopes";

/** The end of a network: from its last maps to its logits. */
export interface Tail {
  /** Number of the last layer with several places. */
  readonly at: number;
  readonly kind: MapKind;
  /** Whether a softmax or sigmoid ends the network: the logits are the numbers before it. */
  readonly squashed: boolean;
  /** With which the map is multiplied: a class activation map is to have the logit as its mean, not as its sum. */
  readonly scale: number;
}

const squashing: readonly Bend[] = ["softmax", "sigmoid"];
const straight: readonly Bend[] = ["linear", "relu"];

/**
 * How the last maps of a network become its logits.
 *
 * @throws {RangeError} if it does not end in a row of numbers
 */
export function tailOf(name: string, stages: readonly Stage[]): Tail {
  const last = stages.at(-1) as Stage;
  if (!isRow(last) || stages.length < 2) {
    throw new RangeError(
      `Cannot ask ${name} what if: it ends in maps of ${last.rows}x${last.columns}, not in one number for each class. Give a network that ends in a row of numbers.`,
    );
  }
  const at = Math.max(
    0,
    stages.findLastIndex((stage) => !isRow(stage)),
  );
  const squashed = squashing.includes(last.bend);
  const kind = kindOf(stages.slice(at + 1), squashed);
  const { rows, columns } = stages[at] as Stage;
  return { at, kind, squashed, scale: kind === "cam" ? rows * columns : 1 };
}

function kindOf(tail: readonly Stage[], squashed: boolean): MapKind {
  const bends = squashed ? tail.slice(0, -1) : tail;
  if (!bends.every(({ bend, rule }) => straight.includes(bend) && rule !== "distance")) return "slopes";
  if (squashed && tail.at(-1)?.rule === "distance") return "slopes";
  const doing = tail.filter(({ rule, bend }) => rule !== "move" || bend === "relu");
  const [average, dense] = doing;
  const isCam =
    doing.length === 2 &&
    tail[0] === average &&
    average?.rule === "average" &&
    dense?.rule === "sum" &&
    [average, dense].every(({ bend }) => bend !== "relu");
  return isCam ? "cam" : "parts";
}

import type { Stage } from "../networkExplorer/stage.js";
import { signed } from "./logitBars.js";
import type { MapKind } from "./tail.js";

const two = (number: string) => `format(${number}, '.2f')`;
const counted = (number: string, what: string) => `${number} + (${number} == 1 ? ' ${what}' : ' ${what}s')`;

/** The maps in words, with the numbers that make them the logit. A long name of a layer is cut. */
function mapWords(kind: MapKind): string {
  const at = "' at ' + truncate(mapLayer, 18)";
  if (kind === "slopes") {
    return `'Maps: slope of the logit times activation' + ${at} + '; need not add up to the logit'`;
  }
  const [what, whole] = kind === "cam" ? ["Class activation maps", "mean"] : ["Parts of the logit", "sum"];
  return `'${what}' + ${at} + ': ${whole} ' + ${two("mapBefore")} + ' before, ' + ${two("mapAfter")} + ' after; the rest is biases'`;
}

/** What the explorer says, line by line, as expressions of Vega. */
export function whatIfWords(stages: readonly Stage[], kind: MapKind): string[] {
  const { rows, columns } = stages[0] as Stage;
  const moved = "(down == 0 && right == 0 ? '' : ', moved ' + down + ' down, ' + right + ' right')";
  const back = `(back == 0 ? '' : ', ' + ${counted("back", "stroke")} + ' taken back')`;
  const brush = `'The brush ' + brush + ', ' + ${counted("size", "pixel")} + ' wide, at row ' + row + ', column ' + column + '.'`;
  return [
    `${counted("covered", "pixel")} + ' of ${rows * columns} painted over with ' + paintWords[paint] + ${moved} + ${back}`,
    `'Logit of ' + className + ': ' + ${two("chosenBefore")} + ' before, ' + ${two("chosenAfter")} + ' after, change ' + ${signed("chosenAfter - chosenBefore")} + '. Largest after: ' + leading.name + ' (' + ${two("leading.after")} + ')'`,
    `'Largest change: ' + moving.name + ', ' + ${signed("moving.change")} + '. ' + (kept == null ? 'A control: keep this, then move the same cover elsewhere.' : 'Kept (green): ' + ${counted("kept.covered", "pixel")} + ', ' + className + ' ' + ${signed("kept.logits[classAt] - chosenBefore")})`,
    mapWords(kind),
    `'Both maps on one scale: blue −' + format(mapTop, '.3~g') + ', white 0, red ' + format(mapTop, '.3~g')`,
    brush,
  ];
}

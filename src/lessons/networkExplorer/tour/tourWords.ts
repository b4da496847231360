import { count } from "../../../charts/format.js";
import { placeSaid } from "../partList.js";
import type { Stage } from "../stage.js";
import { amount, shownPlace } from "../words.js";
import type { Refuse } from "./tourPage.js";

const part = (field: string, form: string) =>
  `(largestPart == null ? '–' : format(largestPart.${field}, '${form}'))`;

/** What stands for words in braces when there is an answer of a row of numbers. */
const ofAnswer = (answer: Stage): Readonly<Record<string, string>> => ({
  answer: "leading.name",
  share: amount("leading", answer),
  second: "(following == null ? '–' : following.name)",
  "second share": `(following == null ? '–' : ${amount("following", answer)})`,
});

/** Layers, and how many parameters each has: of a weight that is used in several places there is one. */
interface Counted {
  readonly stages: readonly Stage[];
  readonly parameters: readonly number[];
}

/** What stands for words in braces: each an expression of Vega for what the explorer shows. */
function meanings({ stages, parameters }: Counted, hasBars: boolean): Readonly<Record<string, string>> {
  const total = parameters.reduce((sum, each) => sum + each, 0);
  const list = (texts: readonly string[]) => `${JSON.stringify(texts)}[shown]`;
  return {
    layer: "layerNames[shown]",
    place: `(layerNames[shown] + ' ' + ${shownPlace})`,
    number: "format(shownValue, '.3f')",
    sum: "format(shownSum, '.3f')",
    bias: "format(shownBias + shifts[shown], '.3f')",
    parts: "format(partCount, ',')",
    "largest part": part("product", ".3f"),
    "largest value": part("value", ".3f"),
    "largest weight": part("weight", ".3f"),
    "largest place": `(largestPart == null || largestPart.from < 0 ? '–' : layerNames[shown - 1] + ' ' + ${placeSaid("(shown - 1)", "largestPart.frommap", "largestPart.fromrow", "largestPart.fromcolumn")})`,
    channel: "shownChannel",
    "channel sum":
      "(everyChannel[shown] && isObject(data('channels')[shownChannel]) ? format(data('channels')[shownChannel].sum, '.3f') : '–')",
    picture: "picture",
    black: "format(black, '.3~f')",
    white: "format(white, '.3~f')",
    start: `(layer + ' ' + ${placeSaid("at", "chosenMap", "chosenRow", "chosenColumn")})`,
    maps: list(stages.map(({ maps }) => String(maps))),
    size: list(stages.map(({ rows, columns }) => `${rows}x${columns}`)),
    numbers: list(stages.map(({ maps, rows, columns }) => count(maps * rows * columns))),
    window: list(stages.map(({ kernel }) => `${kernel[0]}x${kernel[1]}`)),
    weights: list(parameters.map((each) => count(each))),
    "all weights": JSON.stringify(count(total)),
    seen: "(box0[2] - box0[0] + 1) + 'x' + (box0[3] - box0[1] + 1)",
    ...(hasBars ? ofAnswer(stages.at(-1) as Stage) : {}),
  };
}

/**
 * The words of a text, each an expression of Vega. Words in braces are what the explorer shows:
 *
 * - `layer`, `place`, `number`: which number is shown, and what it is; `start`: the one from which it was followed back
 * - `sum`, `bias`, `parts`: before the activation, and how many parts there are; `largest part` with its `largest value`, `largest
 *   weight` and `largest place`; `channel` and `channel sum`
 * - `maps`, `size`, `numbers`, `window`, `weights`: of the shown layer; `all weights`; `seen`: what the number sees of the picture
 * - `answer`, `share`, `second`, `second share`: the two largest answers; `picture`: the name of the picture, `black` and `white` its numbers
 *
 * @throws {RangeError} if there are other words in braces
 */
export function tourWords(text: string, layers: Counted, hasBars: boolean, refuse: Refuse): string[] {
  const known = meanings(layers, hasBars);
  const said = (piece: string) => {
    const name = /^\{(.*)\}$/.exec(piece)?.[1];
    if (name === undefined && /[{}]/.test(piece))
      refuse("has a brace without its other half", "Close it, or leave it out.");
    if (name === undefined) return JSON.stringify(piece);
    if (!Object.hasOwn(known, name))
      refuse(`says {${name}}, which stands for nothing`, `Say one of {${Object.keys(known).join("}, {")}}.`);
    return `(${known[name]})`;
  };
  const words = text.match(/(?:\{[^}]*\}|[^\s{])+|\{/g) ?? [];
  return words.map((word) =>
    word
      .split(/(\{[^}]*\})/)
      .filter((piece) => piece !== "")
      .map(said)
      .join(" + "),
  );
}

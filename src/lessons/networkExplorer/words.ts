import { placeSaid } from "./partList.js";
import type { Stage } from "./stage.js";

/** Softmax and sigmoid answer with shares. */
export const amount = (of: string, { bend }: Stage) =>
  bend === "softmax" || bend === "sigmoid" ? `format(${of}.v, '.1%')` : `format(${of}.v, '.2f')`;

const answered = (of: string, stage: Stage) => `${of}.name + ' (' + ${amount(of, stage)} + ')'`;

/** The place of the shown number, without its layer. */
export const shownPlace = `(shown == 0 ? (sizes[0][0] > 1 ? 'channel ' + shownMap + ', ' : '') + 'row ' + shownRow + ', column ' + shownColumn : ${placeSaid("shown", "shownMap", "shownRow", "shownColumn")})`;
const from = `layerNames[shown - 1] + ' ' + ${placeSaid("(shown - 1)", "largestPart.frommap", "largestPart.fromrow", "largestPart.fromcolumn")}`;

/** What the explorer says, line by line, as expressions of Vega. */
export function wordLines(stages: readonly Stage[], hasBars: boolean): string[] {
  const steps = `(back == 0 ? '' : min(back, at) + (min(back, at) == 1 ? ' step' : ' steps') + ' back from ' + layer + ' ' + ${placeSaid("at", "chosenMap", "chosenRow", "chosenColumn")} + ': ')`;
  const channel =
    "(everyChannel[shown] ? ' Channel ' + shownChannel + ' adds ' + format(isObject(data('channels')[everyChannel[shown] ? shownChannel : 0]) ? data('channels')[everyChannel[shown] ? shownChannel : 0].sum : 0, '.3f') + '.' : '')";
  const answer = hasBars
    ? `'The answer: ' + ${answered("leading", stages.at(-1) as Stage)} + (following == null ? '' : ', then ' + ${answered("following", stages.at(-1) as Stage)}) + '. '`
    : "''";
  return [
    `${steps} + layerNames[shown] + ' ' + ${shownPlace} + ' = ' + format(shownValue, '.3f') + (shown == 0 ? '' : ': ' + whats[shown])`,
    `shown == 0 ? 'Drag on the picture to paint, or choose a pen and move it by row and column.' : format(partCount, ',') + (partCount == 1 ? ' part adds' : ' parts add') + ' up to ' + format(partSum, '.3f') + '; bias ' + format(shownBias + shifts[shown], '.3f') + '; sum ' + format(shownSum, '.3f') + '.' + ${channel}`,
    `shown == 0 || largestPart == null || largestPart.from < 0 ? '' : 'Largest part: ' + format(largestPart.product, '.3f') + ' of ' + ${from} + ', which is ' + format(largestPart.value, '.3f')`,
    `${answer} + 'Picture: ' + picture + '. The pen ' + (pen == 'up' ? 'is up' : pen == 'paints' || pen == 'erases' ? pen : 'paints ' + pen)`,
    `'Colours are scaled for this picture, layer by layer: ' + layerNames[shown] + ' ' + (looks[shown] == 'diverging' ? 'blue -' + format(shownTop, '.3f') + ', white 0, red ' : 'from ' + (shown == 0 ? format(black, '.3~f') : '0') + ' to ') + format(shown == 0 ? white : shownTop, '.3f')`,
  ];
}

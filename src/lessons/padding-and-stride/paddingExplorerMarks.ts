import { countRange } from "../../charts/color.js";
import { text } from "../explorer/style.js";
import { oneAxis } from "./paddingExplorerLine.js";
import { twoAxes } from "./paddingExplorerSquare.js";

/** How the padding explorer looks: its data are in `paddingExplorerRules.ts`. */

const formula = [
  `'reach of the kernel:  (' + kernel + ' - 1) · ' + dilation + ' + 1 = ' + reach`,
  `'padding:  ' + before + (before == 1 ? ' zero' : ' zeros') + ' before, ' + after + ' after' + (paddingRule == 'same' ? '   (in all max(0, (ceil(' + length + ' / ' + stride + ') - 1) · ' + stride + ' + ' + reach + ' - ' + length + ') = ' + sameTotal + ')' : '')`,
  `outputs == 0 ? 'outputs:  none, a window of ' + reach + ' does not fit into ' + padded : 'outputs:  floor((' + length + ' + ' + before + ' + ' + after + ' - ' + reach + ') / ' + stride + ') + 1 = ' + outputs`,
  `'left over at the end: ' + leftOver + ';   seen by no window: ' + (data('unseen')[0] ? data('unseen')[0].count : 0) + ' of ' + length + ' pixels'`,
];

export const paddingMarks: readonly object[] = [
  ...formula.map((expression, index) => text(expression, 0, 12 + 18 * index)),
  oneAxis,
  twoAxes,
];

export const paddingScales: readonly object[] = [
  { name: "uses", type: "linear", domain: [0, 1], range: countRange.slice(1, 8) },
];

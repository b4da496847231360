import type { PairedDifference } from "../../arithmetic/statistics/pairedDifference.js";
import { seriesColors } from "../color.js";
import { type Comparison, type DifferenceWords, differenceOf } from "../comparison.js";
import { amountText, levelText } from "../differenceSentence.js";
import { textWidth } from "../drawing/textwidth.js";

/** A comparison as a row of the chart. */
export interface DifferenceRow extends PairedDifference {
  readonly label: string;
  readonly color: string;
  /** What it comes to, in words. */
  readonly says: string;
}

/** Legible on white and on dark gray: what is shown, what is not, the line of no difference. */
const colors = { shown: seriesColors[0] as string, open: "#909090", zero: "#909090" };

export function rowOf(comparison: Comparison, words: DifferenceWords): DifferenceRow {
  const { first, second } = comparison;
  const found = differenceOf(comparison, words);
  return {
    ...found,
    label: `${first.name}\nminus ${second.name}`,
    color: found.shown ? colors.shown : colors.open,
    says: found.shown ? amountText(found, { ...words, unit: "" }) : "not shown",
  };
}

/** Names are cut above so many CSS pixels. */
const longestName = 260;

/** What the names and the words at both sides leave of the width of a narrow notebook, in CSS pixels. */
export function widthBeside(rows: readonly DifferenceRow[]): number {
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => textWidth(text, 10)));
  const names = Math.min(longestName, widest(rows.flatMap(({ label }) => label.split("\n"))));
  const words = widest(rows.map(({ says }) => says));
  return Math.round(Math.max(200, Math.min(340, 545 - names - words)));
}

/**
 * The two axes as every mark takes them. What a comparison comes to stands on an axis of its own to the right: the notebook's theme
 * colours the text of axes, and no other.
 */
export function placesOf(rows: readonly DifferenceRow[], xTitle: string) {
  const signed = "(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + format(abs(datum.value), ',~r')";
  const says = JSON.stringify(Object.fromEntries(rows.map(({ label, says }) => [label, says])));
  const y = (axis: object | null) => ({
    field: "label",
    type: "nominal",
    title: null,
    sort: rows.map(({ label }) => label),
    axis,
  });
  const look = { labelLimit: longestName, labelPadding: 10, ticks: false };
  return {
    y: y(null),
    names: y({ ...look, labelExpr: "split(datum.value, '\\n')" }),
    words: y({ ...look, labelExpr: `${says}[datum.value]`, orient: "right", domain: false }),
    x: (field: string) => ({
      field,
      type: "quantitative",
      title: xTitle,
      scale: { zero: true, padding: 12 },
      axis: { labelExpr: signed, tickCount: 6 },
    }),
  };
}

type Places = ReturnType<typeof placesOf>;

export function zeroLine({ x }: Places): object {
  return {
    data: { values: [{ zero: 0 }] },
    mark: { type: "rule", color: colors.zero, strokeWidth: 2 },
    encoding: { x: x("zero") },
  };
}

/** A dot a pair, under the interval. */
export function seedDots(
  comparisons: readonly Comparison[],
  rows: readonly DifferenceRow[],
  { x, names }: Places,
  { format }: DifferenceWords,
): object {
  const scale = format === "percent" ? 100 : 1;
  const values = comparisons.flatMap(({ first, second }, row) =>
    first.values.map((value, index) => {
      const [own, other] = [scale * value, scale * (second.values[index] as number)];
      const { label, color } = rows[row] as DifferenceRow;
      return { label, color, pair: index + 1, first: own, second: other, difference: own - other };
    }),
  );
  return {
    data: { values },
    mark: { type: "point", filled: true, opacity: 0.75, size: 46, yOffset: 10 },
    encoding: {
      x: x("difference"),
      y: names,
      color: { field: "color", type: "nominal", scale: null },
      tooltip: [
        { field: "label", type: "nominal", title: "what" },
        ...["pair", "first", "second", "difference"].map(number),
      ],
    },
  };
}

/** The mean with its interval. */
export function intervalMarks(
  rows: readonly DifferenceRow[],
  { x, y, words: wordAxis }: Places,
  words: DifferenceWords,
): object[] {
  const level = levelText(words);
  const look = { color: { field: "color", type: "nominal", scale: null } };
  const tooltip = [
    { field: "label", type: "nominal", title: "what" },
    number("mean"),
    { ...number("low"), title: `${level}, from` },
    { ...number("high"), title: "to" },
    { ...number("n"), title: "seeds" },
  ];
  const data = { values: rows };
  return [
    {
      data,
      mark: { type: "rule", strokeWidth: 3, strokeCap: "round", yOffset: -7, y2Offset: -7 },
      encoding: { ...look, y, x: x("low"), x2: { field: "high" }, tooltip },
    },
    {
      data,
      mark: { type: "point", filled: true, shape: "diamond", size: 130, opacity: 1, yOffset: -7 },
      encoding: { ...look, y: wordAxis, x: x("mean"), tooltip },
    },
  ];
}

function number(field: string): object {
  return { field, type: "quantitative", title: field, format: ".4~r" };
}

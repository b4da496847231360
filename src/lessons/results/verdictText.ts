import type { Verdict } from "./experiment.js";

/**
 * A verdict in a line, as `npm run experiments -- --verdicts` prints it and `docs/errata.md` quotes it.
 *
 * @example
 * const found = { n: 10, mean: 0.0065, low: 0.004, high: 0.0091, shown: true };
 * verdictText("a/b", { measure: "testAccuracy", first: "x", second: "y", percent: true, ...found })
 * // "a/b: testAccuracy, x less y: +0.65 points (+0.40 to +0.91), shown by 10 seeds"
 */
export function verdictText(id: string, verdict: Verdict): string {
  const { measure, first, second, n, shown, images } = verdict;
  const start = `${id}: ${measure}, ${first}`;
  const seeds = n === 1 ? "1 seed" : `${n} seeds`;
  if (second === undefined) return `${start}: ${numbersText(verdict)}, ${seeds}`;
  if (images)
    return `${start} against ${second}: ${imagesText(images)}, ${shown ? "" : "not "}shown by images and ${seeds}`;
  const less = second === first ? "" : ` less ${secondText(verdict)}`; // two numbers of the same rows
  return `${start}${less}: ${numbersText(verdict)}, ${shown ? "shown" : "not shown"} by ${seeds}`;
}

/** "310 read better, 95 worse, chance 2e-20": by smaller and by larger shares of the runs. */
function imagesText({ better, worse, chance }: NonNullable<Verdict["images"]>): string {
  return `${better} read better, ${worse} worse, chance ${Number(chance.toPrecision(2))}`;
}

function secondText({ second, percent }: Verdict): string {
  return typeof second === "number" && percent ? `${Number((100 * second).toPrecision(6))}%` : String(second);
}

/** The mean and its interval: "+0.65 points (+0.40 to +0.91)", "97.4% (97.1 to 97.7)". */
function numbersText({ mean, low, high, percent, second }: Verdict): string {
  const factor = percent ? 100 : 1;
  const signed = second !== undefined;
  const decimals = decimalsOf(factor * mean, low === undefined ? undefined : factor * (mean - low));
  const text = (value: number) => numberText(factor * value, decimals, signed);
  const unit = percent ? (signed ? " points" : "%") : "";
  const center = `${text(mean)}${unit}`;
  return low === undefined || high === undefined ? center : `${center} (${text(low)} to ${text(high)})`;
}

/** Two digits of the half width, as much as is worth telling; where there is none, four of the mean. */
function decimalsOf(mean: number, half: number | undefined): number {
  const [size, digits] = half ? [half, 2] : [Math.abs(mean), 4];
  return size === 0 ? 0 : Math.min(12, Math.max(0, digits - 1 - Math.floor(Math.log10(size))));
}

function numberText(value: number, decimals: number, signed: boolean): string {
  // As 1.2e-7, not as 0.00000012: the zeros need not be counted.
  const text = decimals > 6 ? value.toExponential(1) : value.toFixed(decimals);
  if (Number(text) === 0) return decimals > 6 ? "0" : (0).toFixed(decimals);
  return signed && value > 0 ? `+${text}` : text;
}

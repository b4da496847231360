import type { CellOutput } from "./cellRunner.js";
import type { Program } from "./programs.js";

/** What differs from run to run: times, rates, and the points of a curve, which are drawn once a second. */
const passing =
  /Training curve, 1 epoch.*|time, measured.*|\d[\d.,]* (?:ms|s|min|a second)\b.*|\d+(?:\.\d+)? milliseconds/g;

/** Where the outputs of two runs differ: kinds, printed lines, sentences, numbers beyond rounding. */
export function compareOutputs(
  program: Program,
  here: readonly CellOutput[],
  there: readonly CellOutput[],
): string[] {
  return program.cells.flatMap(({ source }, index) => {
    const [ran, other] = [here[index], there[index]];
    const place = `cell ${index + 1} (${source
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.slice(0, 60)})`;
    if (!ran || !other) return [`${place}: did not run`];
    if (ran.error || other.error)
      return ran.error && other.error ? [] : [`${place}: ${other.error ?? `in Node ${ran.error}`}`];
    const [a, b] = [withoutBars(ran), withoutBars(other)];
    const kinds = (output: CellOutput) => output.shown.map((each) => each.kinds).join(" | ");
    if (kinds(a) !== kinds(b)) return [`${place}: kinds ${kinds(a)} became ${kinds(b)}`];
    const lines = (output: CellOutput) =>
      [...output.printed, ...output.shown.map(({ text }) => text)].join("\n").split("\n");
    const [ours, theirs] = [lines(a), lines(b)];
    if (ours.length !== theirs.length) return [`${place}: ${ours.length} lines became ${theirs.length}`];
    return ours.flatMap((line, at) =>
      isNear(line, theirs[at] ?? "")
        ? []
        : [`${place}: ${line.slice(0, 200)} became ${theirs[at]?.slice(0, 200)}`],
    );
  });
}

const number = /-?\d+(?:[\d,]*\d)?(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** The same words, and numbers that differ by rounding only. */
function isNear(a: string, b: string): boolean {
  const [x, y] = [a, b].map((line) => line.replace(passing, "…"));
  if (x === undefined || y === undefined) return false;
  if (x === y) return true;
  if (x.replace(number, "#") !== y.replace(number, "#")) return false;
  const [left, right] = [x, y].map((line) =>
    (line.match(number) ?? []).map((text) => Number(text.replaceAll(",", ""))),
  );
  return (left ?? []).every((value, index) => {
    const other = right?.[index] ?? Number.NaN;
    return Math.abs(value - other) <= 0.002 * Math.max(1, Math.abs(value), Math.abs(other));
  });
}

/** A download shows a bar where it takes a while, here or there. */
function withoutBars(output: CellOutput): CellOutput {
  return {
    ...output,
    shown: output.shown.filter(({ text }) => !/^(?:Fetching |photographs: |weights: )/.test(text)),
  };
}

import type { Arm } from "../../charts/comparison.js";
import { armOf, rowsOfArm, type StoredRow, storedRows } from "../results/experiment.js";

/** What is no digit, in the order of the stored columns. */
export const strangerKinds = ["letters", "noise", "digits upside down"] as const;

/** The two outputs, and by what each is asked how sure it is. */
const asked = {
  rbf: { name: "by distance", score: "smallest distance" },
  softmax: { name: "by softmax", score: "largest probability" },
} as const;

/**
 * Of `lenet-5/reject`: which share of the strangers of a kind passes for digits, where a limit keeps a share of the test digits.
 * One arm for each output, "noise, by distance" and "noise, by softmax", one number a seed.
 *
 * @param share of the test digits that the limit keeps: 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99 or 0.995
 * @throws {RangeError} if nothing was measured at that share
 * @example (await strangerArms("letters", 0.9))[0].values // [0.207, 0.253, 0.175]
 */
export async function strangerArms(kind: (typeof strangerKinds)[number], share: number): Promise<Arm[]> {
  const rows = await storedRows("lenet-5/reject");
  const column = 2 + strangerKinds.indexOf(kind);
  return Object.entries(asked).map(([output, { name, score }]) => ({
    name: `${kind}, ${name}`,
    values: rowsOfArm(rows, output).map((row) => keptAt(row, score, share)[column] ?? Number.NaN),
  }));
}

/** The line of the curve where the share of digits is kept: that share, the share of misread ones, then each kind of stranger. */
function keptAt(row: StoredRow, score: string, share: number): readonly number[] {
  const curve = row.result[score] as readonly (readonly number[])[];
  const line = curve.find(([kept = 0]) => Math.abs(kept - share) < 0.002);
  if (line !== undefined) return line;
  const shares = curve.map(([kept = 0]) => kept).join(", ");
  throw new RangeError(
    `Cannot tell what ${armOf(row)} keeps with ${share} of the digits: measured are ${shares}. Take one of these.`,
  );
}

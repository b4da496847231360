import type { Arm } from "../../charts/comparison.js";
import type { Figure } from "../../charts/figure.js";
import { spreadChart } from "../../charts/figures/spread.js";
import { type StoredRow, storedRows } from "../results/experiment.js";

/**
 * The stored test accuracies of `images-and-dense-layers/dense`: one layer, two layers with nothing between, two with ReLU, from 0
 * to 1, one for each seed.
 *
 * @throws {Error} if the rows are not there
 * @example (await hiddenLayerArms())[0].name // "one layer"
 */
export async function hiddenLayerArms(): Promise<readonly [one: Arm, noBend: Arm, bend: Arm]> {
  const rows = await storedRows("images-and-dense-layers/dense");
  const arm = (name: string, units: number, activation: string) =>
    armOfRows(name, rows, { hiddenUnits: units, activation });
  return [
    arm("one layer", 0, "relu"),
    arm("two layers, no ReLU", 128, "linear"),
    arm("two layers, ReLU", 128, "relu"),
  ];
}

/**
 * The stored test accuracies of dense networks on pixels as they are and on shuffled ones, from 0 to 1, one for each seed: of
 * `images-and-dense-layers/pixels` with five seeds, or of `images-and-dense-layers/shuffled` with twenty others.
 *
 * @throws {Error} if the rows are not there
 * @example (await pixelOrderArms("pixels"))[1].values.length // 5
 */
export async function pixelOrderArms(
  experiment: "pixels" | "shuffled",
): Promise<readonly [asTheyAre: Arm, shuffled: Arm]> {
  const rows = await storedRows(`images-and-dense-layers/${experiment}`);
  const dense = rows.filter(({ configuration }) => (configuration.network ?? "dense") === "dense");
  return [
    armOfRows("pixels as they are", dense, { pixels: "as they are" }),
    armOfRows("pixels shuffled", dense, { pixels: "shuffled" }),
  ];
}

/** What can be chosen about {@link accuracyChart}. */
export interface AccuracyChartOptions {
  /** Where the axis begins. @default {"near the least"} */
  readonly from?: "zero" | "near the least";
}

/**
 * The test accuracies of some arms: every run a dot, the mean a bar, its interval a line.
 *
 * @throws {RangeError} if there is no arm
 */
export function accuracyChart(
  arms: readonly Arm[],
  title: string,
  { from = "near the least" }: AccuracyChartOptions = {},
): Figure {
  const runs = arms.flatMap(({ name, values }) => values.map((value) => ({ group: name, value })));
  return spreadChart(runs, { title, yTitle: "test accuracy", format: "percent", zero: from === "zero" });
}

function armOfRows(name: string, rows: readonly StoredRow[], wanted: StoredRow["configuration"]): Arm {
  const fits = ({ configuration }: StoredRow) =>
    Object.entries(wanted).every(([key, value]) => configuration[key] === value);
  const values = rows
    .filter(fits)
    .sort((a, b) => a.seed - b.seed)
    .map(({ result }) => Number(result.testAccuracy));
  if (values.length === 0) {
    throw new Error(
      `Cannot compare "${name}": no stored row of it is there. Measure it: npm run experiments.`,
    );
  }
  return { name, values };
}

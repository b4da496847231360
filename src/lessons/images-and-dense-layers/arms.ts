import type { Arm } from "../../charts/comparison.js";
import type { SpreadPoint } from "../../charts/figures/spread.js";
import type { StoredRow } from "../results/experiment.js";

/**
 * The test accuracies of `images-and-dense-layers/dense`: one layer, two layers with nothing between, two with ReLU, from 0 to 1,
 * one for each seed.
 *
 * @throws {Error} if rows of an arm are missing
 */
export function hiddenLayerArms(rows: readonly StoredRow[]): readonly [one: Arm, noBend: Arm, bend: Arm] {
  const arm = (name: string, units: number, activation: string) =>
    armOfRows(name, rows, { hiddenUnits: units, activation });
  return [
    arm("one layer", 0, "relu"),
    arm("two layers, no ReLU", 128, "linear"),
    arm("two layers, ReLU", 128, "relu"),
  ];
}

/**
 * The test accuracies of dense networks on pixels as they are and on shuffled ones, from 0 to 1, one for each seed: of
 * `images-and-dense-layers/pixels`, or of `images-and-dense-layers/shuffled`.
 *
 * @throws {Error} if rows of an arm are missing
 */
export function pixelOrderArms(rows: readonly StoredRow[]): readonly [asTheyAre: Arm, shuffled: Arm] {
  const dense = rows.filter(({ configuration }) => (configuration.network ?? "dense") === "dense");
  return [
    armOfRows("pixels as they are", dense, { pixels: "as they are" }),
    armOfRows("pixels shuffled", dense, { pixels: "shuffled" }),
  ];
}

/** Every run of these arms as a dot for `spreadChart`. */
export function runsOf(arms: readonly Arm[]): SpreadPoint[] {
  return arms.flatMap(({ name, values }) => values.map((value) => ({ group: name, value })));
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

import type { Figure } from "../../charts/figure.js";
import { differenceChart } from "../../charts/figures/differences.js";
import { lineChart } from "../../charts/figures/scatter.js";
import { rowsOfArm, storedRows } from "../results/experiment.js";

/** Stored trainings of one configuration, tested after every epoch. */
export interface EpochRuns {
  /** Test accuracy by epoch, a line for each seed. */
  accuracy(): Figure;
  /** Test loss by epoch, a line for each seed. */
  loss(): Figure;
  /** The test accuracy after one epoch less that after another, seed by seed. */
  later(epoch: number, earlier: number): Figure;
}

/**
 * What the runs of one arm of a stored experiment reached, epoch by epoch.
 *
 * @param arm the name of its rows without the seed
 * @throws {Error} if nothing is stored under that id, or a row does not fit its hash
 * @throws {RangeError} if the experiment has no rows of that name, or these were not tested after every epoch
 * @example
 * (await epochRuns("mnist-cnn/pixels", "pixels 0 to 1")).later(10, 3).description
 * // "test accuracy, seed by seed. A difference between epoch 10 and epoch 3 is not shown by three seeds (1.0 percentage points less to 1.1 percentage points more)."
 */
export async function epochRuns(id: string, arm: string): Promise<EpochRuns> {
  const runs = rowsOfArm(await storedRows(id), arm);
  if (runs.length === 0) {
    throw new RangeError(
      `Cannot show the epochs of "${arm}" in ${id}: no row has that name. Give the name of rows.`,
    );
  }
  const valuesOf = (measure: "validationAccuracy" | "validationLoss") =>
    runs.map(({ result }) => {
      const values = result[measure];
      if (Array.isArray(values)) return values as number[];
      throw new RangeError(
        `Cannot show the epochs of "${arm}" in ${id}: its rows have no ${measure}. Choose another arm.`,
      );
    });
  const byEpoch = (measure: "validationAccuracy" | "validationLoss") =>
    valuesOf(measure).flatMap((values, run) =>
      values.map((value, at) => ({ x: at + 1, y: value, series: `seed ${runs[run]?.seed}` })),
    );
  const after = (epoch: number) => ({
    name: `epoch ${epoch}`,
    values: valuesOf("validationAccuracy").map((values) => {
      const value = values[epoch - 1];
      if (value !== undefined) return value;
      throw new RangeError(
        `Cannot compare epoch ${epoch}: the runs have ${values.length}. Give one of these.`,
      );
    }),
  });
  return {
    accuracy: () =>
      lineChart(byEpoch("validationAccuracy"), {
        title: "Test accuracy after each epoch",
        xTitle: "epoch",
        yTitle: "test accuracy",
        format: "percent",
      }),
    loss: () =>
      lineChart(byEpoch("validationLoss"), {
        title: "Test loss after each epoch",
        xTitle: "epoch",
        yTitle: "test loss",
        zero: true,
      }),
    later: (epoch, earlier) =>
      differenceChart([{ first: after(epoch), second: after(earlier) }], {
        what: "test accuracy",
        format: "percent",
        verb: "reads",
      }),
  };
}

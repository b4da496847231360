import { type PlannedMean, storedRows } from "convlab/lessons";

/** The learning rates that are tried, where nothing else is said. */
const usual = [0.001, 0.003, 0.01];

/** Every configuration with each learning rate, to choose from on images kept aside. */
export function withRates<Named extends { name: string }, More extends object>(
  configurations: readonly Named[],
  more: More,
  rates: readonly number[] = usual,
) {
  return configurations.flatMap((each) =>
    rates.map((rate) => ({ ...each, name: `${each.name}, rate ${rate}`, rate, ...more })),
  );
}

/** What {@link withRates} is to decide: which rate each configuration gets. */
export function chosenRates(
  configurations: readonly { name: string }[],
  rates: readonly number[] = usual,
): PlannedMean[] {
  const measure = "validationAccuracy";
  return configurations.flatMap(({ name }) => {
    const among = rates.map((rate) => `${name}, rate ${rate}`);
    return { arms: [...among, { name: `the best of ${name}`, among, by: measure }], measure };
  });
}

/**
 * The learning rate with which a configuration read most of the images kept aside, by the stored rows of an experiment that tried them.
 *
 * @throws {Error} if not all of its rows are stored
 */
export async function bestRate(id: string, name: string, tried = usual): Promise<number> {
  const rows = await storedRows(id);
  const scores = tried.map((rate) => {
    const found = rows.filter((row) => row.name.startsWith(`${name}, rate ${rate}, seed `));
    if (found.length < 3) {
      throw new Error(
        `Cannot choose a learning rate for ${name}: ${id} has ${found.length} rows of rate ${rate}. Measure them: npm run experiments -- ${id}`,
      );
    }
    return { rate, score: found.reduce((sum, row) => sum + Number(row.result.validationAccuracy), 0) };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).rate;
}

import { loadLetters } from "convlab";
import { experiment } from "convlab/lessons";
import { changeComparisons, changes, measureChange, varyLetters } from "../changes.js";
import { bestRate } from "../rates.js";
import { grid } from "../shared.js";

export default experiment({
  id: "letters/changes",
  question:
    "What batch normalisation, changed images and additions buy on 2,600 letters, eight epochs, each with the learning rate chosen for it",
  rows: grid(
    changes.map((each) => ({ ...each, rate: "as chosen", epochs: 8, trainImages: 2_600 })),
    10,
  ),
  comparisons: changeComparisons,
  async run(row, context) {
    const { train, test } = await loadLetters({ trainImages: Number(row.configuration.trainImages) });
    const rate = await bestRate("letters/changes-rates", row.name.replace(/, seed \d+$/, ""));
    return measureChange(row, { train, test, vary: varyLetters }, context, rate);
  },
});

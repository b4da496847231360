import { loadLetters } from "convlab";
import { experiment } from "convlab/lessons";
import { changes, measureChange, varyLetters } from "../changes.js";
import { chosenRates, withRates } from "../rates.js";
import { grid } from "../shared.js";

export default experiment({
  id: "letters/changes-rates",
  question:
    "Which of three learning rates suits a network with batch normalisation, changed images or additions: 2,600 letters, eight epochs, other typefaces kept aside",
  rows: grid(withRates(changes, { epochs: 8, trainImages: 2_600 }), 3),
  means: chosenRates(changes),
  async run(row, context) {
    const { train, validation } = await loadLetters({ trainImages: Number(row.configuration.trainImages) });
    return measureChange(
      row,
      { train, validation, vary: varyLetters },
      context,
      Number(row.configuration.rate),
    );
  },
});

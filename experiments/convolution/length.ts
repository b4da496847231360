import { grid } from "../shared.js";
import { eightFilters } from "./eightFilters.js";

export default eightFilters({
  id: "convolution/length",
  question: "How much does the size of fixed filters change, when nothing else differs?",
  rows: grid(
    ["classical", "random"].flatMap((filters) =>
      [0.5, 2, 8].map((length) => ({
        name: `${filters}, length ${length}`,
        filters,
        length,
        network: "small",
        epochs: 8,
        trainImages: 6_000,
      })),
    ),
    3,
  ),
  comparisons: [
    { first: "classical, length 0.5", second: "random, length 0.5", measure: "testAccuracy" },
    { first: "classical, length 2", second: "random, length 2", measure: "testAccuracy" },
    { first: "classical, length 8", second: "random, length 8", measure: "testAccuracy" },
    { first: "classical, length 2", second: "classical, length 0.5", measure: "testAccuracy" },
    { first: "classical, length 2", second: "classical, length 8", measure: "testAccuracy" },
  ],
});

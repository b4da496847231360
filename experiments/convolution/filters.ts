import { grid } from "../shared.js";
import { eightFilters } from "./eightFilters.js";

export default eightFilters({
  id: "convolution/filters",
  question:
    "What are eight 3x3 filters worth when people designed them, when they are random, when they learn?",
  rows: grid(
    [
      ...["classical", "random", "learned"].map((filters) => ({
        name: filters,
        filters,
        length: 2,
        network: "small",
        epochs: 8,
        trainImages: 6_000,
      })),
      { name: "pixels alone", filters: "none", network: "one dense layer", epochs: 8, trainImages: 6_000 },
    ],
    10,
  ),
  comparisons: [
    { first: "classical", second: "random", measure: "testAccuracy" },
    { first: "learned", second: "classical", measure: "testAccuracy" },
    { first: "learned", second: "random", measure: "testAccuracy" },
    { first: "classical", second: "pixels alone", measure: "testAccuracy" },
    { first: "random", second: "pixels alone", measure: "testAccuracy" },
    { first: "learned", second: "pixels alone", measure: "testAccuracy" },
  ],
});

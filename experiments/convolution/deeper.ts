import { grid } from "../shared.js";
import { eightFilters } from "./eightFilters.js";

export default eightFilters({
  id: "convolution/deeper",
  question: "The same eight filters with a second convolution behind them, which always learns",
  rows: grid(
    ["classical", "random", "learned"].map((filters) => ({
      name: filters,
      filters,
      length: 2,
      network: "deeper",
      epochs: 8,
      trainImages: 6_000,
    })),
    10,
  ),
  comparisons: [
    { first: "classical", second: "random", measure: "testAccuracy" },
    { first: "learned", second: "classical", measure: "testAccuracy" },
    { first: "learned", second: "random", measure: "testAccuracy" },
  ],
});

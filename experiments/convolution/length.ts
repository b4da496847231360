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
});

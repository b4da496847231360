import { experiment } from "convlab/lessons";
import { grid } from "../shared.js";
import { measureWidth } from "./widths.js";

const filters = [
  [4, 8],
  [8, 16],
  [16, 32],
  [32, 64],
] as const;

export default experiment({
  id: "mnist-cnn/width",
  question: "What more filters and more hidden units buy on 6,000 digits, ten epochs",
  rows: grid(
    filters.flatMap(([first, second]) =>
      [16, 64, 256].map((hiddenUnits) => ({
        name: `${first}/${second} filters, ${hiddenUnits} hidden`,
        first,
        second,
        hiddenUnits,
        epochs: 10,
        trainImages: 6_000,
      })),
    ),
    3,
  ),
  comparisons: [
    ["8/16 filters, 64 hidden", "4/8 filters, 64 hidden"],
    ["16/32 filters, 64 hidden", "8/16 filters, 64 hidden"],
    ["32/64 filters, 64 hidden", "16/32 filters, 64 hidden"],
    ["32/64 filters, 256 hidden", "32/64 filters, 16 hidden"],
    ["32/64 filters, 64 hidden", "4/8 filters, 64 hidden"],
    ["4/8 filters, 256 hidden", "4/8 filters, 64 hidden"],
  ].map(([first = "", second = ""]) => ({ first, second, measure: "testAccuracy" })),
  run: measureWidth,
});

import { experiment } from "convlab/lessons";
import { grid } from "../shared.js";
import { measureWidth } from "./widths.js";

const arm = (filters: string, hiddenUnits: number) => `${filters} filters, ${hiddenUnits} hidden`;
const measure = "testAccuracy";

export default experiment({
  id: "mnist-cnn/width-pairs",
  question: "What more filters and more hidden units buy, by ten seeds: 3,000 digits, eight epochs",
  rows: grid(
    [
      [4, 8, 64],
      [8, 16, 16],
      [8, 16, 64],
      [8, 16, 256],
      [16, 32, 64],
    ].map(([first = 0, second = 0, hiddenUnits = 0]) => ({
      name: arm(`${first}/${second}`, hiddenUnits),
      first,
      second,
      hiddenUnits,
      epochs: 8,
      trainImages: 3_000,
    })),
    10,
  ),
  comparisons: [
    { first: arm("8/16", 64), second: arm("4/8", 64), measure },
    { first: arm("16/32", 64), second: arm("8/16", 64), measure },
    { first: arm("8/16", 64), second: arm("8/16", 16), measure },
    { first: arm("8/16", 256), second: arm("8/16", 64), measure },
  ],
  run: measureWidth,
});

import { type Box, boxFromMap, intersectionOverUnion, mean, seeded, shuffled } from "convlab";
import { type Located, overlaps } from "convlab/lessons";
import { authorsBoxes } from "./authorsBoxes.js";
import { thresholds } from "./scenes.js";

/** The threshold that is best for 20 of the scenes, reported there and elsewhere; and one for each scene by its truth. */
export function chosenOnTest(test: readonly Located[], seed: number): Record<string, number> {
  const hits = thresholds.map((threshold) =>
    overlaps(test, threshold).map((overlap, index) => Number(test[index]?.right && overlap >= 0.5)),
  );
  const random = seeded(seed);
  const draws = Array.from({ length: 200 }, () => {
    const order = [...shuffled(test.length, random)];
    const shareAmong = (at: number, indices: number[]) =>
      mean(indices.map((index) => hits[at]?.[index] as number));
    const shares = hits.map((_, at) => shareAmong(at, order.slice(0, 20)));
    const best = shares.indexOf(Math.max(...shares));
    return { reported: shares[best] as number, elsewhere: shareAmong(best, order.slice(20)) };
  });
  return {
    reported: mean(draws.map(({ reported }) => reported)),
    elsewhere: mean(draws.map(({ elsewhere }) => elsewhere)),
    eachItsOwn: mean(test.map((_, index) => Math.max(...hits.map((each) => each[index] as number)))),
  };
}

/** The digit named and a box that fits: by the paper's text, by one level of its code, and by the code as it was written. */
export function byRules(test: readonly Located[]): Record<string, number> {
  const found = test.map(({ map, truth, right }) => {
    const fits = (boxes: readonly (Box | undefined)[]) =>
      Number(right && boxes.some((box) => box !== undefined && intersectionOverUnion(box, truth) >= 0.5));
    const boxes = authorsBoxes(map as number[][]);
    return {
      text: fits([boxFromMap(map, { threshold: 0.2 })]),
      lowestLevelAlone: fits([boxFromMap(map, { threshold: 20 / 255 })]),
      codeFirstBox: fits(boxes.slice(0, 1)),
      codeFirstTwoBoxes: fits(boxes.slice(0, 2)),
      "boxes of the authors' code": boxes.length,
    };
  });
  const names = Object.keys(found[0] ?? {}) as (keyof (typeof found)[number])[];
  return Object.fromEntries(names.map((name) => [name, mean(found.map((each) => each[name]))]));
}

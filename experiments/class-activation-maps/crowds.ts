import { clutteredScene, type Digits, type LayersModel, mean, peakOf } from "convlab";
import { boxHolds, mappedAnswers } from "convlab/lessons";

/** Scenes with three digits: how often a digit's own map, and the map of another digit beside it, is brightest in its box. */
export function crowdsOf(
  model: LayersModel,
  digits: Digits,
  { from, number }: { from: number; number: number },
): Record<string, number> {
  const [own, other]: [number[], number[]] = [[], []];
  for (let index = 0; index < number; index++) {
    const { pixels, objects } = clutteredScene({ digits, seed: from + index, count: 3 });
    const scene = { ...digits, count: 1, height: 64, width: 64, pixels, labels: new Uint8Array(1) };
    const peaks = objects.map(({ label }) => {
      const [answer] = mappedAnswers(model, scene, { classes: [label] });
      return peakOf(answer?.map ?? []);
    });
    for (const { label, box } of objects) {
      for (const [at, peak] of peaks.entries()) {
        (objects[at]?.label === label ? own : other).push(Number(boxHolds(box, peak)));
      }
    }
  }
  return { crowdOwn: mean(own), crowdOther: mean(other) };
}

import { type LayersModel, mean } from "convlab";
import { boxHolds, pointingShare, type Result, type SceneSet } from "convlab/lessons";
import { located } from "./scenes.js";

/** For each class 0 to 9 the share of all scenes in which its map is brightest on the digit, whichever that is. */
export function pointingByClass(model: LayersModel, set: SceneSet): number[] {
  return Array.from({ length: 10 }, (_, wanted) => {
    const classes = new Uint8Array(set.scenes.count).fill(wanted);
    return pointingShare(located(model, set, { classes }));
  });
}

/** Of a row: how often the map of a digit that is not there is brightest on the one that is, in the mean of nine. */
export function pointingOfOthers({ classPointing, truePointing }: Result): number {
  return (10 * mean(classPointing as number[]) - (truePointing as number)) / 9;
}

/** The share of scenes in which the middle of the 24x24 window with most ink lies on the digit. */
export function inkShare({ scenes, boxes }: SceneSet): number {
  const { width, height, pixels } = scenes;
  const [side, area] = [24, width * height];
  const found = boxes.map((box, scene) => {
    let best = { row: 0, column: 0, ink: -1 };
    for (let top = 0; top + side <= height; top++) {
      for (let left = 0; left + side <= width; left++) {
        let ink = 0;
        for (let row = top; row < top + side; row++) {
          const start = scene * area + row * width + left;
          for (let at = start; at < start + side; at++) ink += pixels[at] as number;
        }
        if (ink > best.ink) best = { row: top + side / 2, column: left + side / 2, ink };
      }
    }
    return Number(boxHolds(box, best));
  });
  return mean(found);
}

import { type Digits, evaluate, type LayersModel } from "convlab";
import { onCanvas, shift } from "convlab/lessons";

const farthestShift = 4;

/** Accuracy on digits moved by 0, 1, 2 … pixels, the mean over up, down, left and right. */
export async function underShifts(model: LayersModel, digits: Digits): Promise<number[]> {
  const found: number[] = [];
  for (let by = 0; by <= farthestShift; by++) {
    let correct = 0;
    for (const [rows, columns] of [[-by, 0], [by, 0], [0, -by], [0, by]] as const) {
      correct += (await evaluate(model, shift(digits, { rows, columns }))).accuracy;
    }
    found.push(correct / 4);
  }
  return found;
} // biome-ignore format: four directions

/** Accuracy on larger canvases: of each its side, and the place of the digit along both axes. */
export async function onCanvases(
  model: LayersModel,
  digits: Digits,
  canvases: readonly (readonly [size: number, place: number])[],
): Promise<number[]> {
  const found: number[] = [];
  for (const [size, place] of canvases) {
    const placed = onCanvas(digits, { size, top: place, left: place });
    found.push((await evaluate(model, placed, { batchSize: 100 })).accuracy);
  }
  return found;
}

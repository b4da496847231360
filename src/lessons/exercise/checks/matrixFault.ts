import type { Matrix } from "../../../arithmetic/matrix.js";
import { sizeText } from "./written.js";

/** What is wrong with matrices that should be so many rows and columns of finite numbers, by the name of the first such. */
export function squareFault(
  matrices: Readonly<Record<string, Matrix>>,
  side: number,
): { message: string } | undefined {
  for (const [name, matrix] of Object.entries(matrices)) {
    if (sizeText(matrix) !== `${side}x${side}`)
      return { message: `Each should be ${side}x${side}; the ${name} is ${sizeText(matrix)}.` };
    if (!matrix.flat().every(Number.isFinite))
      return { message: `The ${name} holds something that is no finite number.` };
  }
  return undefined;
}

import type { ImageShape, LayerRow, LayerSpec } from "./layerSpec.js";
import { aboutLayer, layerStep } from "./layerStep.js";
import { seenBy, stackOn } from "./stack.js";
import { requireWhole } from "./whole.js";

export type { ImageShape, LayerRow, LayerSpec } from "./layerSpec.js";

/**
 * Shapes, parameters, multiply-adds and receptive fields, layer by layer, computed from arithmetic alone.
 * Convolution and pooling need an image, `dense` needs a flat input.
 *
 * @throws {TypeError} if the layers are no list
 * @throws {RangeError} if a side of the input is no whole number from 1, or a layer does not fit; the message counts layers from 1
 * @example layerTable({ height: 28, width: 28, channels: 1 }, [{ kind: "conv", filters: 32, kernel: 5 }])
 * // [{ kind: "conv", shape: [24, 24, 32], parameters: 832, multiplyAdds: 460800, receptiveField: { rows: 5, columns: 5 } }]
 */
export function layerTable(input: ImageShape, layers: readonly LayerSpec[]): readonly LayerRow[] {
  requireLayers(input, layers, "make a layer table");
  let stack = stackOn(input);
  return layers.map((layer, index) =>
    aboutLayer("compute", layer, index, () => {
      const { parameters, multiplyAdds, next } = layerStep(layer, stack);
      stack = next;
      return { kind: layer.kind, shape: next.shape, parameters, multiplyAdds, receptiveField: seenBy(next) };
    }),
  );
}

/**
 * Refuses what is no shape of an image, or no list.
 *
 * @throws {TypeError} if the layers are no list
 * @throws {RangeError} if a side of the input is no whole number from 1
 */
export function requireLayers(input: ImageShape, layers: readonly LayerSpec[], action: string): void {
  for (const side of ["height", "width", "channels"] as const) {
    requireWhole(action, { [`the ${side} of the input`]: input?.[side] }, { from: 1 });
  }
  if (!Array.isArray(layers)) {
    throw new TypeError(`Cannot ${action}: the layers are not a list. Give [{ kind: … }, …].`);
  }
}

import { axisWindows, perAxis } from "./axes.js";
import type { ImageShape, LayerRow, LayerSpec } from "./layerSpec.js";
import { poolPadding } from "./pool.js";
import { channelsOf, type Stack, seenBy, slide, stackOn, wholeMap } from "./stack.js";
import { requireWhole } from "./window.js";

export type { ImageShape, LayerRow, LayerSpec } from "./layerSpec.js";

/**
 * Shapes, parameters, multiply-adds and receptive fields, layer by layer, computed from arithmetic alone.
 * Convolution and pooling need an image, `dense` needs a flat input.
 *
 * @throws RangeError naming the layer (counted from 1) that does not fit its input.
 * @example layerTable({ height: 28, width: 28, channels: 1 }, [{ kind: "conv", filters: 32, kernel: 5 }])
 * // [{ kind: "conv", shape: [24, 24, 32], parameters: 832, multiplyAdds: 460800, receptiveField: { rows: 5, columns: 5 } }]
 */
export function layerTable(input: ImageShape, layers: readonly LayerSpec[]): readonly LayerRow[] {
  for (const side of ["height", "width", "channels"] as const) {
    requireWhole(input?.[side], 1, "make a layer table", `the ${side} of the input`);
  }
  if (!Array.isArray(layers)) {
    throw new TypeError("Cannot make a layer table: the layers are not a list. Give [{ kind: … }, …].");
  }
  let stack = stackOn(input);
  return layers.map((layer, index) => {
    try {
      const { parameters, multiplyAdds, next } = apply(layer, stack);
      stack = next;
      return { kind: layer.kind, shape: next.shape, parameters, multiplyAdds, receptiveField: seenBy(next) };
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new RangeError(`Cannot compute layer ${index + 1} (${layer?.kind}): ${reason}`, { cause });
    }
  });
}

interface Step {
  next: Stack;
  parameters: number;
  multiplyAdds: number;
}

function apply(layer: LayerSpec, stack: Stack): Step {
  switch (layer?.kind) {
    case "conv":
      return convolution(layer, stack);
    case "maxPool":
    case "averagePool":
      return pooling(layer, stack);
    case "flatten":
      return free({ ...stack, shape: [stack.shape.reduce((product, length) => product * length, 1)] });
    case "globalAverage":
      return free({ ...stack, shape: [channelsOf(stack)], sees: wholeMap(stack) });
    case "dense":
      return dense(layer, stack);
    default: {
      const kinds = "conv, maxPool, averagePool, dense, flatten or globalAverage";
      throw new RangeError(`Cannot tell what it computes. Use ${kinds}.`);
    }
  }
}

function convolution(layer: LayerSpec & { kind: "conv" }, stack: Stack): Step {
  const { filters, groups = 1, bias = true } = layer;
  const channels = channelsOf(stack);
  requireWhole(filters, 1, "convolve", "filters");
  requireWhole(groups, 1, "convolve", "groups");
  if (channels % groups !== 0 || filters % groups !== 0) {
    throw new RangeError(
      `Cannot split ${channels} channels and ${filters} filters into ${groups} groups. Use a common divisor.`,
    );
  }
  const next = slide(stack, axisWindows(layer), filters);
  const [height = 0, width = 0] = next.shape;
  const size = perAxis(layer.kernel);
  const weights = (filters * size.rows * size.columns * channels) / groups;
  return { next, parameters: weights + (bias ? filters : 0), multiplyAdds: weights * height * width };
}

function pooling(layer: LayerSpec & { kind: "maxPool" | "averagePool" }, stack: Stack): Step {
  const { size, stride = size, padding } = layer;
  const channels = channelsOf(stack);
  const { rows, columns } = axisWindows({ kernel: size, stride, padding });
  const [height = 0, width = 0] = stack.shape;
  poolPadding(height, rows);
  poolPadding(width, columns);
  return free(slide(stack, { rows, columns }, channels));
}

function dense(layer: LayerSpec & { kind: "dense" }, stack: Stack): Step {
  const { units, bias = true } = layer;
  requireWhole(units, 1, "connect", "units");
  const [length = 0] = stack.shape;
  if (stack.shape.length !== 1) {
    const shape = stack.shape.join(", ");
    throw new RangeError(`Cannot connect shape [${shape}]. Put flatten or globalAverage before it.`);
  }
  const weights = units * length;
  const next = { ...stack, shape: [units], sees: wholeMap(stack) };
  return { next, parameters: weights + (bias ? units : 0), multiplyAdds: weights };
}

/** A layer without weights or products. */
function free(next: Stack): Step {
  return { next, parameters: 0, multiplyAdds: 0 };
}

import { axisWindows, perAxis } from "./axes.js";
import type { LayerSpec } from "./layerSpec.js";
import { poolPadding } from "./pool.js";
import { channelsOf, type Stack, slide, wholeMap } from "./stack.js";
import { requireWhole } from "./whole.js";

/** What one layer adds to a stack of layers. */
interface LayerStep {
  next: Stack;
  parameters: number;
  multiplyAdds: number;
}

type Layer<Kind extends LayerSpec["kind"]> = Extract<LayerSpec, { kind: Kind }>;

/**
 * Puts one more layer on the stack.
 *
 * @throws {RangeError} if it does not fit what is below
 */
export function layerStep(layer: LayerSpec, stack: Stack): LayerStep {
  switch (layer?.kind) {
    case "conv":
      return convolution(layer, stack);
    case "maxPool":
    case "averagePool":
      return pooling(layer, stack);
    case "zeroPadding":
      return free(zeroPadding(layer, stack));
    case "flatten":
      return free({ ...stack, shape: [stack.shape.reduce((product, length) => product * length, 1)] });
    case "globalAverage":
    case "globalMax":
      return free({ ...stack, shape: [channelsOf(stack)], sees: wholeMap(stack) });
    case "dense":
      return dense(layer, stack);
    case "dropout":
      requireRate(layer.rate);
      return free(stack);
    case "softmax":
      return free(stack);
    default: {
      const kinds =
        "conv, maxPool, averagePool, zeroPadding, dense, flatten, globalAverage, globalMax, dropout";
      throw new RangeError(`Cannot tell what it computes. Use ${kinds} or softmax.`);
    }
  }
}

/** Runs `work` for one layer of a list; what it throws is thrown again with the layer's number, from 1, and kind. */
export function aboutLayer<Result>(
  action: "compute" | "build",
  layer: LayerSpec,
  index: number,
  work: () => Result,
): Result {
  try {
    return work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RangeError(`Cannot ${action} layer ${index + 1} (${layer?.kind}): ${reason}`, { cause });
  }
}

/** Refuses a share of values that dropout cannot silence. */
export function requireRate(rate: number): void {
  if (!(rate >= 0 && rate < 1)) {
    throw new RangeError(`Cannot drop out values: rate is ${rate}. Give a share from 0 to below 1.`);
  }
}

function convolution(layer: Layer<"conv">, stack: Stack): LayerStep {
  const { filters, groups = 1, bias = true } = layer;
  const channels = channelsOf(stack);
  requireWhole("convolve", { filters, groups }, { from: 1 });
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

function pooling(layer: Layer<"maxPool" | "averagePool">, stack: Stack): LayerStep {
  const { size, stride = size, padding } = layer;
  const channels = channelsOf(stack);
  const { rows, columns } = axisWindows({ kernel: size, stride, padding });
  const [height = 0, width = 0] = stack.shape;
  poolPadding(height, rows);
  poolPadding(width, columns);
  return free(slide(stack, { rows, columns }, channels));
}

/** As a window of one pixel, which changes nothing, over the padded map: so that views know where the image begins. */
function zeroPadding({ padding }: Layer<"zeroPadding">, stack: Stack): Stack {
  const channels = channelsOf(stack);
  const { rows, columns } = perAxis(padding);
  if ([rows, columns].some((each) => typeof each !== "number" && !Array.isArray(each))) {
    throw new RangeError(
      `Cannot pad with zeros: padding is ${JSON.stringify(padding)}. Give a number, [before, after] or { rows, columns }.`,
    );
  }
  return slide(stack, axisWindows({ kernel: 1, padding }), channels);
}

function dense(layer: Layer<"dense">, stack: Stack): LayerStep {
  const { units, bias = true } = layer;
  requireWhole("connect", { units }, { from: 1 });
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
function free(next: Stack): LayerStep {
  return { next, parameters: 0, multiplyAdds: 0 };
}

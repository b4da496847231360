import fc from "fast-check";
import { tf } from "../../../src/networks/tf.js";

const whole = (min: number, max: number) => fc.integer({ min, max });
const pair = <T>(one: fc.Arbitrary<T>) => fc.tuple(one, one);

/** Sizes of images and windows, and how these are set. */
export interface Windows {
  batch: number;
  size: [height: number, width: number];
  channels: number;
  kernel: [height: number, width: number];
  strides: [rows: number, columns: number];
  padding: "same" | "valid" | number | tf.backend_util.ExplicitPadding;
  dilations: [rows: number, columns: number];
  rounding: "floor" | "round" | "ceil" | undefined;
  seed: number;
}

const windows = fc.record({
  batch: whole(1, 3),
  size: pair(whole(1, 9)),
  channels: fc.oneof(whole(1, 5), fc.constantFrom(8, 9)),
  kernel: pair(whole(1, 5)),
  strides: fc.oneof(fc.constant<[number, number]>([1, 1]), pair(whole(1, 7))),
  dilations: fc.oneof(fc.constant<[number, number]>([1, 1]), pair(whole(1, 3))),
  padding: fc.oneof(
    fc.constantFrom<("same" | "valid")[]>("same", "valid"),
    whole(0, 3),
    fc.tuple(pair(whole(0, 4)), pair(whole(0, 4))),
  ),
  rounding: fc.constantFrom(undefined, undefined, "floor" as const, "round" as const, "ceil" as const),
  seed: whole(0, 1e6),
});

/** Any windows that TensorFlow.js allows and of which at least one fits. */
export const randomWindows: fc.Arbitrary<Windows> = windows
  .map(({ padding, strides, dilations, rounding, ...rest }) => ({
    ...rest,
    strides,
    // Either the stride or the dilation is 1, and only padding by one number is rounded.
    dilations: strides.every((stride) => stride === 1) ? dilations : ([1, 1] as [number, number]),
    rounding: typeof padding === "number" ? rounding : undefined,
    padding: Array.isArray(padding)
      ? ([[0, 0], ...padding, [0, 0]] as tf.backend_util.ExplicitPadding)
      : padding,
  }))
  .filter((drawn) => {
    const { outHeight, outWidth } = geometry(drawn);
    return outHeight > 0 && outWidth > 0;
  });

/** Those of which each window holds a pixel, as pooling needs. */
export const randomPools: fc.Arbitrary<Windows> = randomWindows
  .map((drawn) => ({ ...drawn, dilations: [1, 1] as [number, number] }))
  .filter((drawn) => {
    const { outHeight, outWidth, padInfo } = geometry(drawn);
    const lasts = [outHeight, outWidth].map((count, axis) => (count - 1) * (drawn.strides[axis] as number));
    const before = [padInfo.top, padInfo.left];
    return [0, 1].every(
      (axis) =>
        (before[axis] as number) < (drawn.kernel[axis] as number) &&
        (lasts[axis] as number) - (before[axis] as number) < (drawn.size[axis] as number),
    );
  });

function geometry({ batch, size, channels, kernel, strides, padding, dilations, rounding }: Windows) {
  const [shape, filter] = [
    [batch, ...size, channels],
    [...kernel, channels, 1],
  ];
  return tf.backend_util.computeConv2DInfo(
    shape as [number, number, number, number],
    filter as [number, number, number, number],
    strides,
    dilations,
    padding,
    rounding,
  );
}

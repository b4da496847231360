import type { Tensor } from "../../networks/tf.js";

/** The numbers of a tensor; none where there is none. */
export const valuesOf = (tensor: Tensor | undefined): number[] =>
  tensor === undefined ? [] : Array.from(tensor.dataSync<"float32">());

/** Weights `[…, channels, filters]` as the explorer holds them: filter by filter, channel by channel, place by place. */
export function channelFirst(kernel: Tensor): number[] {
  const [channels = 1, filters = 1] = kernel.shape.slice(-2);
  const values = valuesOf(kernel);
  const places = values.length / (channels * filters);
  return Array.from(values, (_, index) => {
    const filter = Math.floor(index / (channels * places));
    const channel = Math.floor(index / places) % channels;
    return values[((index % places) * channels + channel) * filters + filter] as number;
  });
}

/** Weights `[height, width, channels, 1]`, one kernel for each map: map by map, place by place. */
export function eachChannel(kernel: Tensor): number[] {
  const channels = kernel.shape[2] ?? 1;
  const values = valuesOf(kernel);
  const places = values.length / channels;
  return Array.from(
    values,
    (_, index) => values[(index % places) * channels + Math.floor(index / places)] as number,
  );
}

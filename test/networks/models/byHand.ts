import { axisWindows } from "../../../src/arithmetic/axes.js";
import { outputLength, paddingOf } from "../../../src/arithmetic/window.js";
import type { NetworkLayer } from "../../../src/networks/models/cnn.js";

/** A stack of feature maps, or a row of numbers as one place with a channel each. */
interface Maps {
  height: number;
  width: number;
  channels: number;
  values: number[];
}

type Weights = readonly (readonly number[])[];

/** What the layers make of one image, computed in plain loops; `weights` holds those of each layer. */
export function byHand(image: Maps, layers: readonly NetworkLayer[], weights: readonly Weights[]): number[] {
  return layers.reduce((maps, layer, index) => afterLayer(maps, layer, weights[index] ?? []), image).values;
}

function afterLayer(maps: Maps, layer: NetworkLayer, [kernel = [], bias = []]: Weights): Maps {
  const { height, width, channels, values } = maps;
  const at = (row: number, column: number, channel: number) =>
    row >= 0 && row < height && column >= 0 && column < width
      ? values[(row * width + column) * channels + channel]
      : undefined;
  switch (layer.kind) {
    case "conv": {
      const { rows, columns } = axisWindows(layer);
      return bent(
        slid(maps, { rows, columns }, layer.filters, (top, left, filter) => {
          let sum = bias[filter] ?? 0;
          for (let row = 0; row < rows.kernel; row++)
            for (let column = 0; column < columns.kernel; column++)
              for (let channel = 0; channel < channels; channel++) {
                const weight =
                  kernel[((row * columns.kernel + column) * channels + channel) * layer.filters + filter];
                sum += (at(top + row, left + column, channel) ?? 0) * (weight as number);
              }
          return sum;
        }),
        layer.activation,
      );
    }
    case "maxPool":
    case "averagePool": {
      const { size, stride = size, padding } = layer;
      const { rows, columns } = axisWindows({ kernel: size, stride, padding });
      return slid(maps, { rows, columns }, channels, (top, left, channel) => {
        const seen: number[] = [];
        for (let row = 0; row < rows.kernel; row++)
          for (let column = 0; column < columns.kernel; column++) {
            const value = at(top + row, left + column, channel);
            if (value !== undefined) seen.push(value);
          }
        return layer.kind === "maxPool" ? Math.max(...seen) : mean(seen);
      });
    }
    case "zeroPadding": {
      const { rows, columns } = axisWindows({ kernel: 1, padding: layer.padding });
      return slid(maps, { rows, columns }, channels, (row, column, channel) => at(row, column, channel) ?? 0);
    }
    case "dense": {
      const sums = Array.from({ length: layer.units }, (_, unit) =>
        values.reduce(
          (sum, value, i) => sum + value * (kernel[i * layer.units + unit] as number),
          bias[unit] ?? 0,
        ),
      );
      return bent({ ...oneRow(sums) }, layer.activation);
    }
    case "flatten":
      return oneRow(values);
    case "globalAverage":
    case "globalMax":
      return oneRow(
        Array.from({ length: channels }, (_, channel) => {
          const map = values.filter((_, i) => i % channels === channel);
          return layer.kind === "globalMax" ? Math.max(...map) : mean(map);
        }),
      );
    case "softmax":
      return bent(maps, "softmax");
    case "dropout":
      return maps;
  }
}

type Windows = ReturnType<typeof axisWindows>;

function slid(
  { height, width }: Maps,
  { rows, columns }: Windows,
  channels: number,
  work: (top: number, left: number, channel: number) => number,
): Maps {
  const [above] = paddingOf(height, rows);
  const [before] = paddingOf(width, columns);
  const output = { height: outputLength(height, rows), width: outputLength(width, columns), channels };
  const values: number[] = [];
  for (let row = 0; row < output.height; row++)
    for (let column = 0; column < output.width; column++)
      for (let channel = 0; channel < channels; channel++)
        values.push(work(row * rows.stride - above, column * columns.stride - before, channel));
  return { ...output, values };
}

function bent(maps: Maps, activation = "linear"): Maps {
  const { channels, values } = maps;
  const curves: Readonly<Record<string, (value: number, index: number) => number>> = {
    linear: (value) => value,
    relu: (value) => Math.max(0, value),
    sigmoid: (value) => 1 / (1 + Math.exp(-value)),
    tanh: Math.tanh,
    softmax(value, index) {
      const from = index - (index % channels);
      return (
        Math.exp(value) / values.slice(from, from + channels).reduce((sum, each) => sum + Math.exp(each), 0)
      );
    },
  };
  return { ...maps, values: values.map(curves[activation] as (typeof curves)[string]) };
}

function oneRow(values: number[]): Maps {
  return { height: 1, width: 1, channels: values.length, values };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

import { requireOptions } from "../../arithmetic/options.js";
import { cnn, type NetworkLayer } from "../../networks/models/cnn.js";
import type { LayersModel } from "../../networks/tf.js";

/**
 * What lies around the digit: nothing (`"valid"`), zeros around every map (`"same"`), or zeros around the image, once (`"image"`).
 * `"enlarged"`: nothing either, but the image itself is as large as the one with zeros around it.
 */
export type TightPadding = "valid" | "same" | "image" | "enlarged";

/** Side of the images that {@link tightCnn} takes, in pixels, and of those that are enlarged: as four zeros on each side make it. */
export const tightSides = { image: 20, enlarged: 28 } as const;

/**
 * A network for digits without a margin, in four forms with 22,154 parameters each: two 5x5 convolutions with 16 and 32
 * filters and max pooling, then dense layers of 64 and 10. Where padding leaves the maps larger, one more pooling brings
 * them to 2x2 as well. Inputs `[batch, 20, 20, 1]`, enlarged `[batch, 28, 28, 1]`. Compiled as a classifier. The caller disposes it:
 * `disposeModel`.
 *
 * @throws {TypeError} if an option has another name
 * @see notebooks/04-padding-and-stride.ipynb
 */
export function tightCnn(options: { padding: TightPadding; seed?: number }): LayersModel {
  requireOptions("build a network for tight crops", options, ["padding", "seed"]);
  const { padding, seed = 1 } = options;
  const bent = { activation: "relu", start: "glorotUniform" } as const;
  const conv = (filters: number): NetworkLayer => ({
    kind: "conv",
    filters,
    kernel: 5,
    padding: padding === "same" ? "same" : "valid",
    ...bent,
  });
  const pool: NetworkLayer = { kind: "maxPool", size: 2 };
  const side = padding === "enlarged" ? tightSides.enlarged : tightSides.image;
  return cnn(
    { height: side, width: side, channels: 1 },
    [
      ...(padding === "image" ? [{ kind: "zeroPadding", name: "frame", padding: 4 } as const] : []),
      conv(16),
      pool,
      conv(32),
      pool,
      ...(padding === "valid" ? [] : [pool]),
      { kind: "flatten" },
      { kind: "dense", name: "hidden", units: 64, ...bent },
      { kind: "dense", name: "output", units: 10, activation: "softmax" },
    ],
    { seed, name: "tightCnn" },
  );
}

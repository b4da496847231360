import { axisWindows, perAxis } from "../../arithmetic/axes.js";
import { type AxisPadding, paddingOf } from "../../arithmetic/window.js";
import { tf } from "../tf.js";
import { SeededDropout } from "./dropout.js";
import type { NetworkLayer } from "./networkLayer.js";

/** What a layer is told by its network. */
interface Place {
  name: string;
  /** Of its first weights, or of the masks of dropout. */
  seed: number;
  /** Shape of the maps below; undefined where it differs from image to image. */
  below: readonly number[] | undefined;
  /** Of the first layer: the shape of the images. */
  inputShape?: (number | null)[];
}

type Weighted = Extract<NetworkLayer, { kind: "conv" | "dense" }>;
type Sliding = Extract<NetworkLayer, { kind: "conv" | "maxPool" | "averagePool" }>;
type Pair = [rows: number, columns: number];

/**
 * The layer of TensorFlow.js for one of ours, which has been found to fit.
 *
 * @throws {RangeError} if the padding is none that TensorFlow.js has, or nothing or no fixed size is there to flatten
 */
export function tensorflowLayer(layer: NetworkLayer, place: Place): tf.layers.Layer {
  const { name, seed, below, inputShape } = place;
  const common = inputShape === undefined ? { name } : { name, inputShape };
  switch (layer.kind) {
    case "conv": {
      const { filters, bias = true } = layer;
      const { size: kernelSize, ...sliding } = slides(layer, below);
      const weights = { useBias: bias, ...drawn(layer, seed) };
      return tf.layers.conv2d({ ...common, filters, kernelSize, ...sliding, ...weights });
    }
    case "maxPool":
    case "averagePool": {
      const { size: poolSize, ...sliding } = slides(layer, below);
      const pooling = layer.kind === "maxPool" ? tf.layers.maxPooling2d : tf.layers.averagePooling2d;
      return pooling({ ...common, poolSize, ...sliding });
    }
    case "zeroPadding": {
      const { rows, columns } = perAxis(layer.padding);
      const sides = (each: typeof rows) => (typeof each === "number" ? [each, each] : [...each]) as Pair;
      return tf.layers.zeroPadding2d({ ...common, padding: [sides(rows), sides(columns)] });
    }
    case "dense": {
      const { units, bias = true } = layer;
      return tf.layers.dense({ ...common, units, useBias: bias, ...drawn(layer, seed) });
    }
    case "dropout":
      return new SeededDropout({ ...common, rate: layer.rate, seed });
    case "flatten":
      requireMaps(below);
      return tf.layers.flatten(common);
    case "globalAverage":
      return tf.layers.globalAveragePooling2d(common);
    case "globalMax":
      return tf.layers.globalMaxPooling2d(common);
    case "softmax":
      return tf.layers.softmax({ ...common, axis: -1 }); // its own default is axis 1: the rows of maps
  }
}

/** How the windows of a layer slide, in the words of TensorFlow.js. */
function slides(layer: Sliding, below: Place["below"]) {
  const kernel = layer.kind === "conv" ? layer.kernel : layer.size;
  const { stride = layer.kind === "conv" ? 1 : kernel, padding } = layer;
  const windows = axisWindows({ kernel, stride, padding });
  const { rows, columns } = windows;
  return {
    size: [rows.kernel, columns.kernel] as Pair,
    strides: [rows.stride, columns.stride] as Pair,
    padding: paddingName(layer, windows, below),
  };
}

/** TensorFlow.js pads by two rules only. Other paddings will do where one of the rules comes to the same. */
function paddingName(
  { kind, padding = "valid" }: Sliding,
  { rows, columns }: ReturnType<typeof axisWindows>,
  below: Place["below"],
): "valid" | "same" {
  if (padding === "valid" || padding === "same") return padding;
  const given = JSON.stringify(padding);
  if (below === undefined) {
    throw new RangeError(
      `Maps of any size are padded as "valid" or "same", not ${given}. Use one of the two.`,
    );
  }
  const [height = 1, width = 1] = below;
  const around = (rule?: AxisPadding) => ({
    rows: paddingOf(height, { ...rows, padding: rule ?? rows.padding }),
    columns: paddingOf(width, { ...columns, padding: rule ?? columns.padding }),
  });
  const wanted = JSON.stringify(around());
  const name = (["valid", "same"] as const).find((rule) => JSON.stringify(around(rule)) === wanted);
  if (name !== undefined) return name;
  const wayOut =
    kind === "conv" ? `put { kind: "zeroPadding", padding: ${wanted} } before it` : "use one of the two";
  throw new RangeError(
    `TensorFlow.js pads as "valid" or "same", and padding ${given} comes to neither. Leave it out, and ${wayOut}.`,
  );
}

/** Flatten has something to do, and always the same. */
function requireMaps(below: Place["below"]): void {
  if (below === undefined) {
    throw new RangeError(
      "Maps of any size have no fixed count of numbers. Use globalAverage, or give the size.",
    );
  }
  if (below.length === 1) throw new RangeError("Its input is flat already. Leave it out.");
}

/** What a layer with weights is told of its activation and its first weights. */
function drawn(layer: Weighted, seed: number) {
  const { activation = "linear" } = layer;
  const { start = activation === "relu" ? "heUniform" : "glorotUniform" } = layer;
  return { activation, kernelInitializer: tf.initializers[start]({ seed }) };
}

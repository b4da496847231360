// Poolings for which the backend counts other windows than TensorFlow.js.
import { tf } from "../tf.js";
import { framesOf, type Geometry, isCountedAlike } from "./geometry.js";
import { type Call, composed, type Kernel, register, registered } from "./kernel.js";

/** Registers the repaired poolings. */
export function registerPoolings(): void {
  for (const name of ["MaxPool", "AvgPool"]) register(name, exactlyPadded(registered(name)));
}

interface PoolAttributes {
  readonly filterSize: number | [number, number];
  readonly strides: number | [number, number];
  readonly pad: "same" | "valid" | number;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/** The geometry of a pooling with these attributes. */
export function poolGeometryOf(inputShape: readonly number[], attrs: Call["attrs"]): Geometry {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as PoolAttributes;
  const shape = inputShape as [number, number, number, number];
  return tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
}

function exactlyPadded(stock: Kernel): Kernel {
  return (call) => {
    const { x } = call.inputs as Record<"x", tf.TensorInfo>;
    const geometry = poolGeometryOf(x.shape, call.attrs);
    if (geometry.outShape.includes(0)) return call.backend.makeOutput(geometry.outShape, "float32");
    if (isCountedAlike(geometry)) return stock(call);
    const { rows, columns } = framesOf(geometry);
    const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
    return composed(call.backend, (run) => {
      // Padding is no pixel here, so zeros cannot stand for it; a cut never reaches into it.
      const size = [batch, height + Math.min(0, rows[1]), width + Math.min(0, columns[1]), channels];
      const cut = run("Slice", { x }, { begin: [0, 0, 0, 0], size });
      const pad = [[0, 0], rows, columns, [0, 0]].map((sides) => sides.map((count) => Math.max(0, count)));
      return stock({ ...call, inputs: { x: cut }, attrs: { ...call.attrs, pad, dimRoundingMode: "floor" } });
    });
  };
}

/** The windows of a pooling, and where among the inputs the pixels of the one at hand begin. */
export function windowPixels(geometry: Geometry): {
  readonly pixels: Int32Array;
  eachWindow(work: (window: number, count: number) => void): void;
} {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = geometry;
  const { strideHeight, strideWidth, filterHeight, filterWidth } = geometry;
  const pixels = new Int32Array(filterHeight * filterWidth);
  /** Those of a window that begins here: how many there are. */
  const fill = (image: number, top: number, left: number) => {
    const [lastRow, lastColumn] = [
      Math.min(inHeight, top + filterHeight),
      Math.min(inWidth, left + filterWidth),
    ];
    let count = 0;
    for (let row = Math.max(0, top); row < lastRow; row++)
      for (let column = Math.max(0, left); column < lastColumn; column++)
        pixels[count++] = ((image * inHeight + row) * inWidth + column) * inChannels;
    return count;
  };
  return {
    pixels,
    eachWindow(work) {
      let window = 0;
      for (let image = 0; image < batchSize; image++)
        for (let y = 0; y < outHeight; y++)
          for (let x = 0; x < outWidth; x++, window += inChannels)
            work(window, fill(image, y * strideHeight - padInfo.top, x * strideWidth - padInfo.left));
    },
  };
}

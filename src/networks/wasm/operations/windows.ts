// Convolutions and poolings.
import type { Geometry } from "../geometry.js";
import { numbersOf, registered } from "../kernel.js";
import { poolGeometryOf } from "../pooling.js";
import { type Call, floats, type Operations, wholeNumbers } from "./operation.js";

export const windows: Operations = {
  Conv2D(call, x, filter) {
    return registered("Conv2D")({ backend: call.backend, inputs: { x, filter }, attrs: convolution(call) });
  },
  Conv2DBackpropInput(call, sizes, filter, dy) {
    const { backend } = call;
    const attrs = { ...convolution(call), inputShape: wholeNumbers(backend, sizes) };
    return registered("Conv2DBackpropInput")({ backend, inputs: { dy, filter }, attrs });
  },
  Conv2DBackpropFilter(call, x, sizes, dy) {
    const { backend } = call;
    const attrs = { ...convolution(call), filterShape: wholeNumbers(backend, sizes) };
    return registered("Conv2DBackpropFilter")({ backend, inputs: { x, dy }, attrs });
  },
  MaxPool(call, x) {
    return registered("MaxPool")({ backend: call.backend, inputs: { x }, attrs: pooling(call) });
  },
  MaxPoolGrad(call, x, _, dy) {
    return registered("MaxPoolGrad")({ backend: call.backend, inputs: { dy, input: x }, attrs: pooling(call) });
  },
  /** Notes where each largest number stood, so that the way back need not search again. */
  _MklNativeMaxPool(call, x) {
    const { backend } = call;
    const geometry = poolGeometryOf(x.shape, pooling(call));
    const y = floats(backend, geometry.outShape);
    const places = backend.makeOutput(geometry.outShape, "int32");
    const [to, from] = [numbersOf(backend, y), numbersOf(backend, x)];
    const notes = backend.typedArrayFromHeap(places) as Int32Array;
    const channels = geometry.inChannels;
    eachWindow(geometry, (window, pixels, count) => {
      const first = pixels[0] as number;
      for (let channel = 0; channel < channels; channel++) {
        let place = first + channel;
        for (let k = 1; k < count; k++) {
          const next = (pixels[k] as number) + channel;
          const mask = -Number((from[next] as number) > (from[place] as number));
          place ^= (place ^ next) & mask;
        }
        to[window + channel] = from[place] as number;
        notes[window + channel] = place;
      }
    });
    return [y, places];
  },
  _MklNativeMaxPoolGrad({ backend }, x, _, dy, places) {
    const out = floats(backend, x.shape);
    const [to, from] = [numbersOf(backend, out), numbersOf(backend, dy)];
    const notes = backend.typedArrayFromHeap(places) as Int32Array;
    to.fill(0);
    for (let k = 0; k < from.length; k++) (to[notes[k] as number] as number) += from[k] as number;
    return out;
  },
  AvgPool(call, x) {
    return registered("AvgPool")({ backend: call.backend, inputs: { x }, attrs: pooling(call) });
  },
  AvgPoolGrad(call, sizes, dy) {
    const { backend } = call;
    const shape = wholeNumbers(backend, sizes);
    const geometry = poolGeometryOf(shape, pooling(call));
    const out = floats(backend, shape);
    const [to, from] = [numbersOf(backend, out), numbersOf(backend, dy)];
    const channels = geometry.inChannels;
    to.fill(0);
    eachWindow(geometry, (window, pixels, count) => {
      for (let k = 0; k < count; k++) {
        const pixel = pixels[k] as number;
        for (let channel = 0; channel < channels; channel++)
          (to[pixel + channel] as number) += (from[window + channel] as number) / count;
      }
    });
    return out;
  },
};

/** The settings of a convolution in the words of TensorFlow.js. */
function convolution({ setting }: Call) {
  const [, rows, columns] = setting("strides") as number[];
  const pad = String(setting("padding")).toLowerCase();
  return { strides: [rows, columns], pad, dilations: 1, dataFormat: "NHWC" };
}

function pooling({ setting }: Call) {
  const [, rows, columns] = setting("strides") as number[];
  const [, height, width] = setting("ksize") as number[];
  const pad = String(setting("padding")).toLowerCase();
  return { filterSize: [height, width], strides: [rows, columns], pad };
}

/** Each window of a pooling: where it is among the outputs, and where its pixels begin among the inputs. */
function eachWindow(
  { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo, ...rest }: Geometry,
  work: (window: number, pixels: Int32Array, count: number) => void,
): void {
  const { strideHeight, strideWidth, filterHeight, filterWidth } = rest;
  const pixels = new Int32Array(filterHeight * filterWidth);
  let window = 0;
  for (let image = 0; image < batchSize; image++)
    for (let y = 0; y < outHeight; y++)
      for (let x = 0; x < outWidth; x++, window += inChannels) {
        const [top, left] = [y * strideHeight - padInfo.top, x * strideWidth - padInfo.left];
        const lastRow = Math.min(inHeight, top + filterHeight);
        const lastColumn = Math.min(inWidth, left + filterWidth);
        let count = 0;
        for (let row = Math.max(0, top); row < lastRow; row++)
          for (let column = Math.max(0, left); column < lastColumn; column++)
            pixels[count++] = ((image * inHeight + row) * inWidth + column) * inChannels;
        work(window, pixels, count);
      }
}

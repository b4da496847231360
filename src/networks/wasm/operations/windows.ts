// Convolutions and poolings.
import { numbersOf, registered } from "../kernel.js";
import { givenTo, largestPlaces } from "../maxPoolGradient.js";
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
    return registered("MaxPoolGrad")({
      backend: call.backend,
      inputs: { dy, input: x },
      attrs: pooling(call),
    });
  },
  /** Notes where each largest number stood, so that the way back need not search again. */
  _MklNativeMaxPool(call, x) {
    const { backend } = call;
    const places = largestPlaces(backend, poolGeometryOf(x.shape, pooling(call)), x);
    const y = floats(backend, places.shape);
    const [to, from] = [numbersOf(backend, y), numbersOf(backend, x)];
    const where = backend.typedArrayFromHeap(places);
    for (let k = 0; k < to.length; k++) to[k] = from[where[k] as number] as number;
    return [y, places];
  },
  _MklNativeMaxPoolGrad: ({ backend }, x, _, dy, places) => givenTo(backend, x.shape, places, dy),
  AvgPool(call, x) {
    return registered("AvgPool")({ backend: call.backend, inputs: { x }, attrs: pooling(call) });
  },
  AvgPoolGrad(call, sizes, dy) {
    const { backend } = call;
    // Only the shape of the input is asked for.
    const input = { ...dy, shape: wholeNumbers(backend, sizes) };
    return registered("AvgPoolGrad")({ backend, inputs: { dy, input }, attrs: pooling(call) });
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

// Both gradients of a convolution. The backend has none for its kernel, and a slow one for its inputs.
import type { tf } from "../tf.js";
import { takingChannelsFirst } from "./channelsFirst.js";
import type { Products } from "./code/products.js";
import { inputGradient, kernelGradient } from "./convolutionProducts.js";
import { geometryOf } from "./geometry.js";
import { type Kernel, register } from "./kernel.js";

/** Registers the gradients of a convolution for its kernel and its inputs. */
export function registerConvolutionGradients(products: Products): void {
  const forKernel: Kernel = ({ inputs, attrs, backend }) => {
    const { x, dy } = inputs as Record<"x" | "dy", tf.TensorInfo>;
    return kernelGradient(
      backend,
      products,
      geometryOf(x.shape, attrs.filterShape as number[], attrs),
      x,
      dy,
    );
  };
  const forInputs: Kernel = ({ inputs, attrs, backend }) => {
    const { dy, filter } = inputs as Record<"dy" | "filter", tf.TensorInfo>;
    const geometry = geometryOf(attrs.inputShape as number[], filter.shape, attrs);
    return inputGradient(backend, products, geometry, dy, filter);
  };
  register("Conv2DBackpropFilter", takingChannelsFirst(forKernel, false));
  register("Conv2DBackpropInput", takingChannelsFirst(forInputs, true));
}

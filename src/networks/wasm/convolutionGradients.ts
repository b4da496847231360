// Both gradients of a convolution, each as a forward convolution, which the backend does quickest.
import type { tf } from "../tf.js";
import { takingChannelsFirst } from "./channelsFirst.js";
import { framed, framesOf, geometryOf } from "./geometry.js";
import { composed, type Kernel, register, registered } from "./kernel.js";

/** Registers the gradients of a convolution for its kernel and its inputs. */
export function registerConvolutionGradients(): void {
  register("Conv2DBackpropFilter", takingChannelsFirst(kernelGradient, false));
  register("Conv2DBackpropInput", takingChannelsFirst(inputGradient(registered("Conv2DBackpropInput")), true));
}

/**
 * A weight's gradient is the sum, over all images and windows, of what lay under it times what came of it: the inputs convolved
 * with the gradient `dy`, the batch in the place of the channels. The stride of the windows is then the distance of what is multiplied,
 * a dilation.
 */
const kernelGradient: Kernel = ({ inputs, attrs, backend }) => {
  const { x, dy } = inputs as Record<"x" | "dy", tf.TensorInfo>;
  const geometry = geometryOf(x.shape, attrs.filterShape as number[], attrs);
  const { rows, columns } = framesOf(geometry);
  return composed(backend, (run) => {
    const channelsAsBatch = run("Transpose", { x }, { perm: [3, 1, 2, 0] });
    const filter = run("Transpose", { x: dy }, { perm: [1, 2, 0, 3] });
    const { pad, ...images } = framed(run, channelsAsBatch, rows, columns);
    const dilations = [geometry.strideHeight, geometry.strideWidth];
    const found = run("Conv2D", { ...images, filter }, { strides: [1, 1], dilations, pad, dataFormat: "NHWC" });
    return run("Transpose", { x: found }, { perm: [1, 2, 0, 3] });
  });
};

/** With stride 1 the gradient `dy` convolved with the kernel, which is turned by half a turn; otherwise the backend's own loop. */
function inputGradient(stock: Kernel): Kernel {
  return (call) => {
    const { inputs, attrs, backend } = call;
    const { dy, filter } = inputs as Record<"dy" | "filter", tf.TensorInfo>;
    const geometry = geometryOf(attrs.inputShape as number[], filter.shape, attrs);
    const { padInfo, filterHeight, filterWidth, inHeight, inWidth, outHeight, outWidth } = geometry;
    if (geometry.strideHeight > 1 || geometry.strideWidth > 1) return stock(call);
    const [above, left] = [filterHeight - 1 - padInfo.top, filterWidth - 1 - padInfo.left];
    const [below, right] = [inHeight - outHeight + padInfo.top, inWidth - outWidth + padInfo.left];
    return composed(backend, (run) => {
      const turned = run("Reverse", { x: filter }, { dims: [0, 1] });
      const swapped = run("Transpose", { x: turned }, { perm: [0, 1, 3, 2] });
      const { pad, x } = framed(run, dy, [above, below], [left, right]);
      const attributes = { strides: [1, 1], dilations: [1, 1], pad, dataFormat: "NHWC" };
      return run("Conv2D", { x, filter: swapped }, attributes);
    });
  };
}

// Convolutions: a quicker way than the backend's where there is one, right where it gets the padding wrong, and with channels first, which
// it refuses.
import type { tf } from "../tf.js";
import { takingChannelsFirst } from "./channelsFirst.js";
import type { Products } from "./code/products.js";
import { convolved } from "./convolutionProducts.js";
import { framed, framesOf, type Geometry, geometryOf, isCountedAlike } from "./geometry.js";
import { composed, type Kernel, register, registered } from "./kernel.js";

/** Registers the repaired forward convolutions. */
export function registerConvolutions(products: Products): void {
  for (const name of ["Conv2D", "FusedConv2D", "DepthwiseConv2dNative", "FusedDepthwiseConv2D"]) {
    const depthwise = name.includes("Depthwise");
    const padded = exactlyPadded(registered(name), depthwise);
    const chosen = name === "Conv2D" ? quicker(products, padded) : padded;
    register(name, depthwise ? chosen : takingChannelsFirst(chosen, true));
  }
}

/** The products of this folder for windows of several columns that lie side by side. */
function quicker(products: Products, padded: Kernel): Kernel {
  return (call) => {
    const { x, filter } = call.inputs as Record<"x" | "filter", tf.TensorInfo>;
    const geometry = geometryOf(x.shape, filter.shape, call.attrs);
    const { dilationWidth, filterWidth, outShape } = geometry;
    if (dilationWidth > 1 || filterWidth === 1 || outShape.includes(0)) return padded(call);
    return convolved(call.backend, products, geometry, x, filter);
  };
}

/** Says the zeros one by one, and cuts off what no window reaches, where the backend would come to other windows. */
function exactlyPadded(stock: Kernel, depthwise: boolean): Kernel {
  return (call) => {
    const { x, filter } = call.inputs as Record<"x" | "filter", tf.TensorInfo>;
    const geometry = geometryOf(x.shape, filter.shape, call.attrs, depthwise);
    // Without a window the backend would not end.
    if (geometry.outShape.includes(0)) return call.backend.makeOutput(geometry.outShape, "float32");
    if (isRight(geometry)) return stock(call);
    const { rows, columns } = framesOf(geometry);
    return composed(call.backend, (run) => {
      const { pad, ...images } = framed(run, x, rows, columns);
      const attrs = { ...call.attrs, pad, dimRoundingMode: "floor" };
      return stock({ ...call, inputs: { ...call.inputs, ...images }, attrs });
    });
  };
}

/** For "same" with a stride above the kernel's size the backend answers zeros. */
function isRight(geometry: Geometry): boolean {
  const { padInfo, strideHeight, strideWidth, effectiveFilterHeight, effectiveFilterWidth } = geometry;
  if (padInfo.type !== "SAME") return isCountedAlike(geometry);
  return strideHeight <= effectiveFilterHeight && strideWidth <= effectiveFilterWidth;
}

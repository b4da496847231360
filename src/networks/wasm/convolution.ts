// Convolutions whose padding the backend gets wrong, and those with channels first, which it refuses.
import type { tf } from "../tf.js";
import { takingChannelsFirst } from "./channelsFirst.js";
import { framed, framesOf, type Geometry, geometryOf, isCountedAlike } from "./geometry.js";
import { composed, type Kernel, register, registered } from "./kernel.js";

/** Registers the repaired forward convolutions. */
export function registerConvolutions(): void {
  for (const name of ["Conv2D", "FusedConv2D", "DepthwiseConv2dNative", "FusedDepthwiseConv2D"]) {
    const depthwise = name.includes("Depthwise");
    const padded = exactlyPadded(registered(name), depthwise);
    register(name, depthwise ? padded : takingChannelsFirst(padded, true));
  }
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

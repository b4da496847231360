// Tensors [batch, channels, height, width], which the backend refuses: turned, computed, and turned back.
import { type Call, composed, type Kernel } from "./kernel.js";

/** The tensors of a convolution that hold images, wherever they occur. */
const images = ["x", "dy"];
const toLast = [0, 2, 3, 1];
const toFirst = [0, 3, 1, 2];

/**
 * A kernel that also takes channels first.
 *
 * @param kernel takes them last
 * @param answersImages whether its result is images too, and not a convolution's kernel
 */
export function takingChannelsFirst(kernel: Kernel, answersImages: boolean): Kernel {
  return (call) => {
    if (call.attrs.dataFormat !== "NCHW") return kernel(call);
    const { backend, inputs } = call;
    return composed(backend, (run, keep) => {
      const turned = Object.entries(inputs).map(([name, tensor]) =>
        images.includes(name) ? [name, run("Transpose", { x: tensor }, { perm: toLast })] : [name, tensor],
      );
      const result = () =>
        kernel({ backend, inputs: Object.fromEntries(turned), attrs: turnedAttributes(call) });
      if (!answersImages) return result();
      return run("Transpose", { x: keep(result()) }, { perm: toFirst });
    });
  };
}

/** The attributes for channels last: the shape of the images, and zeros that are said one by one. */
function turnedAttributes({ attrs }: Call): Call["attrs"] {
  const { inputShape, pad } = attrs as { inputShape?: number[]; pad: unknown };
  const turn = <Value>(values: readonly Value[]) => toLast.map((axis) => values[axis]);
  return {
    ...attrs,
    dataFormat: "NHWC",
    ...(inputShape && { inputShape: turn(inputShape) }),
    pad: Array.isArray(pad) ? turn(pad) : pad,
  };
}

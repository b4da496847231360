import { requireWhole } from "../../arithmetic/whole.js";
import { type Tensor, type Tensor4D, tf } from "../tf.js";

/**
 * A layer that puts pixels around feature maps `[batch, height, width, channels]` that come from the opposite border, as if the map
 * were tiled without end. No place of such a map differs from any other.
 *
 * @throws {RangeError} if the amount is no whole number from 1
 */
export class WrapPadding extends tf.layers.Layer {
  static className = "WrapPadding";
  /** Pixels on each side. */
  readonly amount: number;

  constructor(config: { amount: number; name?: string; inputShape?: number[] }) {
    super(config as ConstructorParameters<typeof tf.layers.Layer>[0]);
    requireWhole("wrap a border", { amount: config.amount }, { from: 1 });
    this.amount = config.amount;
  }

  override computeOutputShape(shape: (number | null)[]): (number | null)[] {
    return shape.map((length, axis) =>
      length === null || axis === 0 || axis === 3 ? length : length + 2 * this.amount,
    );
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const map = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor4D;
    return tf.tidy(() => wrapped(wrapped(map, 1, this.amount), 2, this.amount));
  }

  override getConfig(): ReturnType<InstanceType<typeof tf.layers.Layer>["getConfig"]> {
    return { ...super.getConfig(), amount: this.amount };
  }
}

/** One axis: the last pixels before the first, the first ones after the last. */
function wrapped(map: Tensor4D, axis: 1 | 2, amount: number): Tensor4D {
  const length = map.shape[axis];
  if (amount > length) {
    throw new RangeError(`Cannot wrap ${amount} pixels of ${length}. Use a smaller padding or a larger map.`);
  }
  const part = (from: number) => {
    const [begin, size] = [[0, 0, 0, 0] as [number, number, number, number], [...map.shape]];
    begin[axis] = from;
    size[axis] = amount;
    return map.slice(begin, size as [number, number, number, number]);
  };
  return tf.concat([part(length - amount), map, part(0)], axis);
}

tf.serialization.registerClass(WrapPadding);

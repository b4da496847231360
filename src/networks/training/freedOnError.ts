import { type Tensor, tf } from "../tf.js";

/**
 * Runs work of TensorFlow.js that takes gradients. For the way back it keeps tensors, and if a layer or a loss throws it leaves them
 * behind; here they are freed.
 */
export function freedOnError<Result>(work: () => Result): Result {
  const engine = tf.engine() as unknown as { keep?: (tensor: Tensor) => Tensor };
  const keep = engine.keep as (tensor: Tensor) => Tensor;
  const kept: Tensor[] = [];
  engine.keep = (tensor) => {
    kept.push(tensor);
    return keep.call(engine, tensor);
  };
  try {
    return work();
  } catch (reason) {
    tf.dispose(kept);
    throw reason;
  } finally {
    // The method of its class comes to light again.
    delete engine.keep;
  }
}

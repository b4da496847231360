import { type Tensor, tf } from "../../tf.js";

/** What names a value: TensorFlow keeps it under a number, WebAssembly's operations know the tensor itself. */
export type ValueId = number | tf.TensorInfo;

/** A value inside the backend, and its shape. */
export interface Value {
  readonly id: ValueId;
  readonly shape: readonly number[];
}

/** A setting of an operation, as the addon takes it. */
export interface Attribute {
  name: string;
  type: number;
  value: number | boolean | string | readonly number[];
}

export interface Made extends Value {
  dtype: number;
}

export interface Binding {
  executeOp(name: string, attributes: readonly Attribute[], inputs: ValueId[], outputs: number): Made[];
  createTensor(shape: readonly number[], dtype: number, values: Float32Array | Int32Array): ValueId;
  deleteTensor(id: ValueId): void;
  tensorDataSync(id: ValueId): Float32Array;
  TF_ATTR_TYPE: number;
  TF_ATTR_INT: number;
  TF_ATTR_STRING: number;
  TF_ATTR_BOOL: number;
  TF_ATTR_SHAPE: number;
  TF_FLOAT: number;
  TF_INT32: number;
}

export interface NodeBackend {
  binding: Binding;
  /** Operations that were tried here: whether they work. */
  tried?: Map<string, boolean>;
  getInputTensorIds(tensors: readonly Tensor[]): ValueId[];
  createOutputTensor(made: Made): Tensor;
}

/** Backends other than TensorFlow's that run its operations by their names. */
const others = new Map<string, NodeBackend>();

/** Makes the fast way possible on another backend of TensorFlow.js. */
export function offerOperations(backendName: string, operations: NodeBackend): void {
  others.set(backendName, operations);
}

/** What runs TensorFlow's operations on the backend that is set, or nothing where they are unknown. */
export function nodeBackend(): NodeBackend | undefined {
  if (tf.getBackend() !== "tensorflow") return others.get(tf.getBackend());
  const backend = tf.backend() as unknown as Partial<NodeBackend>;
  return backend.binding && (backend as NodeBackend);
}

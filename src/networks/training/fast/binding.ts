import { type Tensor, tf } from "../../tf.js";

/** A value inside TensorFlow, and its shape. */
export interface Value {
  readonly id: number;
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
  executeOp(name: string, attributes: readonly Attribute[], inputs: number[], outputs: number): Made[];
  createTensor(shape: readonly number[], dtype: number, values: Float32Array | Int32Array): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): Float32Array;
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
  getInputTensorIds(tensors: readonly Tensor[]): number[];
  createOutputTensor(made: Made): Tensor;
}

/** The backend of TensorFlow for Node, or nothing while another one is set. */
export function nodeBackend(): NodeBackend | undefined {
  if (tf.getBackend() !== "tensorflow") return undefined;
  const backend = tf.backend() as unknown as Partial<NodeBackend>;
  return backend.binding && (backend as NodeBackend);
}

import type { Tensor } from "../../tf.js";
import {
  type Attribute,
  type Binding,
  type Made,
  type NodeBackend,
  nodeBackend,
  type Value,
  type ValueId,
} from "./binding.js";

/**
 * TensorFlow's own operations, called by name, without what TensorFlow.js lays around each: no tensor objects, no tape,
 * no look-up of kernels. A value is the number under which TensorFlow keeps it; {@link Native.tidy} frees what is made.
 */
export class Native {
  readonly #backend: NodeBackend;
  readonly #binding: Binding;
  #made: ValueId[] = [];
  readonly floats: Attribute;
  /** Operations of this backend that were tried: whether they work. */
  readonly tried: Map<string, boolean>;

  constructor(backend: NodeBackend) {
    this.#backend = backend;
    this.#binding = backend.binding;
    this.floats = this.type("T", "float");
    this.tried = backend.tried ??= new Map();
  }

  /** Runs an operation with one output. */
  run(name: string, attributes: readonly Attribute[], ...inputs: Value[]): Value {
    return this.runFor(1, name, attributes, ...inputs)[0] as Value;
  }

  /** Runs an operation with any number of outputs. */
  runFor(outputs: number, name: string, attributes: readonly Attribute[], ...inputs: Value[]): Value[] {
    const ids = inputs.map((input) => input.id);
    const made = this.#binding.executeOp(name, attributes, ids, outputs);
    for (const { id } of made) this.#made.push(id);
    return made;
  }

  /** Frees every value made meanwhile, also after an error. What must stay becomes a tensor first. */
  tidy<Result>(work: () => Result): Result {
    const outer = this.#made;
    this.#made = [];
    try {
      return work();
    } finally {
      for (const id of this.#made) this.#binding.deleteTensor(id);
      this.#made = outer;
    }
  }

  /** Takes a value out of the running tidy: it stays until {@link free}. */
  keep(value: Value): Value {
    this.#made = this.#made.filter((id) => id !== value.id);
    return value;
  }

  free(value: Value): void {
    this.#binding.deleteTensor(value.id);
  }

  /** The value of a tensor; the tensor keeps it. */
  of(tensor: Tensor): Value {
    return { id: this.#backend.getInputTensorIds([tensor])[0] as ValueId, shape: tensor.shape };
  }

  /** A new tensor with this value, which the caller disposes. The numbers are not copied. */
  tensor(value: Value): Tensor {
    return this.#backend.createOutputTensor(this.#same(value));
  }

  /** The one output of an operation as a tensor, which the caller disposes. */
  runTensor(name: string, attributes: readonly Attribute[], ...inputs: Value[]): Tensor {
    const ids = inputs.map((input) => input.id);
    return this.#backend.createOutputTensor(this.#binding.executeOp(name, attributes, ids, 1)[0] as Made);
  }

  /** The value of a tensor that is about to be disposed. */
  copy(tensor: Tensor): Value {
    const same = this.#same(this.of(tensor));
    this.#made.push(same.id);
    return same;
  }

  #same(value: Value): Made {
    return this.#binding.executeOp("Identity", [this.floats], [value.id], 1)[0] as Made;
  }

  /** The numbers of a value. */
  numbers(value: Value): Float32Array {
    return this.#binding.tensorDataSync(value.id);
  }

  /** Whole numbers, as shapes and labels are given. */
  ints(values: readonly number[] | Int32Array): Value {
    return this.#create([values.length], this.#binding.TF_INT32, Int32Array.from(values));
  }

  /** One whole number, as an axis is given. */
  int(value: number): Value {
    return this.#create([], this.#binding.TF_INT32, Int32Array.of(value));
  }

  floatsOf(values: ArrayLike<number>, shape: readonly number[] = [values.length]): Value {
    return this.#create(shape, this.#binding.TF_FLOAT, Float32Array.from(values));
  }

  scalar(value: number): Value {
    return this.floatsOf([value], []);
  }

  type(name: string, type: "float" | "int"): Attribute {
    const value = type === "float" ? this.#binding.TF_FLOAT : this.#binding.TF_INT32;
    return { name, type: this.#binding.TF_ATTR_TYPE, value };
  }

  integer(name: string, value: number | readonly number[]): Attribute {
    return { name, type: this.#binding.TF_ATTR_INT, value };
  }

  text(name: string, value: string): Attribute {
    return { name, type: this.#binding.TF_ATTR_STRING, value };
  }

  flag(name: string, value: boolean): Attribute {
    return { name, type: this.#binding.TF_ATTR_BOOL, value };
  }

  shape(name: string, value: readonly number[]): Attribute {
    return { name, type: this.#binding.TF_ATTR_SHAPE, value };
  }

  #create(shape: readonly number[], dtype: number, values: Float32Array | Int32Array): Value {
    const id = this.#binding.createTensor(shape, dtype, values);
    this.#made.push(id);
    return { id, shape };
  }
}

/** The native operations, or nothing on a backend that has none. */
export function native(): Native | undefined {
  const backend = nodeBackend();
  return backend && new Native(backend);
}

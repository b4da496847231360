import type { tf } from "../../tf.js";
import type { BackendWasm } from "../backend.js";
import { registered } from "../kernel.js";

type Info = tf.TensorInfo;

/** What an operation of TensorFlow's is called with. */
export interface Call {
  readonly backend: BackendWasm;
  /** The setting of this name; nothing if it was not given. */
  setting(name: string): unknown;
}

/** What an operation makes: one tensor, several, or none. Its caller disposes them. */
export type Operation = (call: Call, ...inputs: Info[]) => Info | readonly Info[];

/** Operations by TensorFlow's names. */
export type Operations = Readonly<Record<string, Operation>>;

/** A kernel of TensorFlow.js under TensorFlow's name, the inputs in this order. */
export function kernelFor(name: string, ...inputNames: string[]): Operation {
  return ({ backend }, ...inputs) => {
    const named = Object.fromEntries(inputNames.map((each, index) => [each, inputs[index] as Info]));
    return registered(name)({ backend, inputs: named, attrs: {} });
  };
}

/** New memory for numbers. */
export function floats(backend: BackendWasm, shape: readonly number[]): Info {
  return backend.makeOutput([...shape], "float32");
}

/** A new tensor with these numbers. */
export function floatsWith(backend: BackendWasm, shape: readonly number[], values: Float32Array): Info {
  return backend.makeOutput([...shape], "float32", undefined, values);
}

/** Whole numbers, such as axes and sizes. */
export function wholeNumbers(backend: BackendWasm, info: Info): number[] {
  return Array.from(backend.typedArrayFromHeap(info));
}

/** The same numbers in another shape. Both are disposed, each once. */
export function reshaped(backend: BackendWasm, info: Info, shape: readonly number[]): Info {
  backend.incRef(info.dataId);
  return { dataId: info.dataId, shape: [...shape], dtype: info.dtype };
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

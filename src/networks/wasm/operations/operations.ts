// TensorFlow's operations by their names, on WebAssembly: what `train`'s fast way calls.
import { type Tensor, tf } from "../../tf.js";
import type { Attribute, Binding, Made, NodeBackend, ValueId } from "../../training/fast/binding.js";
import type { BackendWasm } from "../backend.js";
import { arrays } from "./arrays.js";
import { elementwise } from "./elementwise.js";
import { learning } from "./learning.js";
import type { Operations } from "./operation.js";
import { sums } from "./sums.js";
import { windows } from "./windows.js";

const known: Operations = { ...arrays, ...elementwise, ...learning, ...sums, ...windows };

/** The types of numbers, as the settings of operations name them. */
const types = { TF_FLOAT: 1, TF_INT32: 3 };
/** Nobody here reads the type of a setting. */
const kinds = { TF_ATTR_TYPE: 0, TF_ATTR_INT: 1, TF_ATTR_STRING: 2, TF_ATTR_BOOL: 3, TF_ATTR_SHAPE: 4 };

/** The operations that the fast way knows, in the form in which the addon of Node has them. A value is named by its tensor. */
export function operationsOf(backend: BackendWasm): NodeBackend {
  const made = (info: tf.TensorInfo): Made => ({
    id: info,
    shape: info.shape,
    dtype: info.dtype === "int32" ? types.TF_INT32 : types.TF_FLOAT,
  });
  return {
    binding: Object.assign(bindingOf(backend, made), { getNumOfTensors: () => backend.numDataIds() }),
    getInputTensorIds: (tensors: readonly Tensor[]): ValueId[] => [...tensors],
    createOutputTensor: ({ id }) =>
      tf.engine().makeTensorFromTensorInfo(id as tf.TensorInfo, backend) as Tensor,
  };
}

/** Runs, makes and frees values. */
function bindingOf(backend: BackendWasm, made: (info: tf.TensorInfo) => Made): Binding {
  return {
    ...types,
    ...kinds,
    executeOp(name, attributes, ids) {
      const operation = known[name];
      if (!operation) throw new Error(`Cannot run ${name} on WebAssembly. Train with fast: false.`);
      const setting = (wanted: string) => settingOf(attributes, wanted);
      const found = operation({ backend, setting }, ...(ids as tf.TensorInfo[]));
      return (Array.isArray(found) ? found : [found]).map(made);
    },
    createTensor(shape, dtype, values) {
      const type = dtype === types.TF_INT32 ? "int32" : "float32";
      return backend.makeOutput([...shape], type, undefined, values as Float32Array);
    },
    deleteTensor(id) {
      const { dataId } = id as tf.TensorInfo;
      // TensorFlow.js may have counted it, when it was a tensor's.
      if (backend.disposeData(dataId)) tf.engine().removeDataId(dataId, backend);
    },
    tensorDataSync: (id) => backend.readSync((id as tf.TensorInfo).dataId) as Float32Array,
  };
}

function settingOf(attributes: readonly Attribute[], name: string): Attribute["value"] | undefined {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return undefined;
}

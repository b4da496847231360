import { bytesOf } from "../../../images/bytesOf.js";
import type { TensorData } from "../tensorData.js";
import { readLegacyForm } from "./legacy.js";
import { tensorsOf } from "./stateDict.js";
import { readZipForm } from "./zipForm.js";

/**
 * The tensors of a file that `torch.save` wrote, in its form of today (a ZIP archive) or that before PyTorch 1.6: a state
 * dictionary, of tensors or parameters, or a checkpoint that holds one, as `state_dict`, `model_state_dict`, `model` or the
 * only one. Nothing of the file is executed. Everything it claims is held against what is there, and what is not understood
 * is refused, so a whole model, which is Python code.
 *
 * @returns tensors by name, in the file's order; `float32` numbers as such, `int64` as big integers, others (`float64`,
 * which is rounded, `float16`, `bfloat16`, smaller integers, `bool`) as `float32` with `convertedFrom`. Tied weights share one array
 * @throws {Error} if it is no such file; the message says what is wrong and at which byte
 */
export function readTorchFile(file: Uint8Array | ArrayBuffer): Map<string, TensorData> {
  const bytes = bytesOf(file, "read PyTorch weights");
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return tensorsOf(zipped ? readZipForm(bytes) : readLegacyForm(bytes));
}

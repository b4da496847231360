import type { ByteReader } from "./bytes.js";
import { instructions } from "./pickleInstructions.js";
import { Machine } from "./pickleMachine.js";
import type { PickleValue, Storage } from "./pickleValues.js";

/** What a pickle comes to, and every storage that it names, by key. */
export interface Pickled {
  readonly value: PickleValue;
  readonly storages: ReadonlyMap<string, Storage>;
}

/**
 * Reads one pickle (protocol 2) and moves the reader behind it. A pickle is a small program for a stack machine, and
 * Python's own reader lets it call anything. This one knows the few instructions that a list of tensors needs, and the few
 * names; it builds plain values and runs nothing. Instructions are those of Python's `pickletools`.
 */
export function readPickle(reader: ByteReader): Pickled {
  const machine = new Machine(reader);
  for (;;) {
    const code = reader.byte("a pickle");
    if (code === 0x2e) return { value: machine.result(), storages: machine.storages };
    const instruction = instructions[code];
    if (instruction === undefined) {
      throw reader.refuse(
        `its pickle uses instruction 0x${code.toString(16)}, which no list of tensors needs`,
      );
    }
    instruction(machine, reader);
  }
}

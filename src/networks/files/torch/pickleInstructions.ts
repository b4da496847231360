import type { ByteReader } from "./bytes.js";
import type { Machine } from "./pickleMachine.js";
import { called, knownGlobals, PickleGlobal, type PickleValue, storageFrom } from "./pickleValues.js";

type Instruction = (machine: Machine, reader: ByteReader) => void;
const pick = (machine: Machine, count: number) =>
  Array.from({ length: count }, () => machine.pop()).reverse();
const long = (reader: ByteReader) => reader.take(4, "a number").getUint32(0, true);

/** What each known instruction does, by its byte. Whatever is not here is refused. */
export const instructions: Readonly<Record<number, Instruction>> = {
  // PROTO
  128: (_, reader) => {
    const version = reader.byte("a pickle");
    if (version !== 2) throw reader.refuse(`its pickle is of protocol ${version}, not 2`);
  },
  40: (machine) => machine.mark(),
  // Constants: NONE, NEWTRUE, NEWFALSE, BININT1, BININT2, BININT, LONG1, BINFLOAT, BINUNICODE
  78: (machine) => machine.push(null),
  136: (machine) => machine.push(true),
  137: (machine) => machine.push(false),
  75: (machine, reader) => machine.push(reader.byte("a number")),
  77: (machine, reader) => machine.push(reader.take(2, "a number").getUint16(0, true)),
  74: (machine, reader) => machine.push(reader.take(4, "a number").getInt32(0, true)),
  138: (machine, reader) => machine.push(longInteger(reader)),
  71: (machine, reader) => machine.push(reader.take(8, "a number").getFloat64(0)),
  88: (machine, reader) => machine.push(reader.text(long(reader), "a text")),
  // Collections: EMPTY_DICT, EMPTY_LIST, EMPTY_TUPLE, TUPLE1 to TUPLE3, TUPLE
  125: (machine) => machine.push(new Map()),
  93: (machine) => machine.push([]),
  41: (machine) => machine.push([]),
  133: (machine) => machine.push(pick(machine, 1)),
  134: (machine) => machine.push(pick(machine, 2)),
  135: (machine) => machine.push(pick(machine, 3)),
  116: (machine) => machine.push(machine.sinceMark()),
  // Filling them: SETITEM, SETITEMS, APPEND, APPENDS
  115: (machine) => machine.setItems(pick(machine, 2)),
  117: (machine) => machine.setItems(machine.sinceMark()),
  97: (machine) => machine.append(pick(machine, 1)),
  101: (machine) => machine.append(machine.sinceMark()),
  // What was kept: BINPUT, LONG_BINPUT, BINGET, LONG_BINGET
  113: (machine, reader) => machine.remember(reader.byte("a pickle")),
  114: (machine, reader) => machine.remember(long(reader)),
  104: (machine, reader) => machine.recall(reader.byte("a pickle")),
  106: (machine, reader) => machine.recall(long(reader)),
  // GLOBAL, which Python would import
  99: (machine, reader) => {
    const name = `${reader.line(80, "a module's name")} ${reader.line(80, "a name")}`;
    if (!knownGlobals.includes(name)) throw reader.refuse(`its pickle asks for ${JSON.stringify(name)}`);
    machine.push(new PickleGlobal(name));
  },
  // REDUCE, which Python would call
  82: (machine) => {
    const [callee, args] = pick(machine, 2);
    machine.push(called(callee as PickleValue, args as PickleValue));
  },
  // BUILD gives a dictionary attributes (PyTorch keeps version numbers there); they are not needed
  98: (machine, reader) => {
    const attributes = machine.pop();
    if (!(machine.top() instanceof Map) || !(attributes instanceof Map)) {
      throw reader.refuse("its pickle sets attributes of what is no dictionary");
    }
  },
  // BINPERSID: a storage, whose numbers follow later
  81: (machine) => machine.push(machine.storage(storageFrom(machine.pop()))),
};

/** A whole number of up to 16 bytes, lowest first, two's complement. */
function longInteger(reader: ByteReader): bigint {
  const count = reader.byte("a number");
  if (count > 16) throw reader.refuse(`a number of ${count} bytes is too long`);
  const bytes = reader.take(count, "a number");
  let value = 0n;
  for (let index = count - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes.getUint8(index));
  return BigInt.asIntN(8 * count, value);
}

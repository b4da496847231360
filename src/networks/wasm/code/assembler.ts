// A writer of WebAssembly's bytes: as much of it as our loops over many numbers need.
// https://webassembly.github.io/spec/core/binary/

/** Instructions, as bytes. */
export type Code = readonly number[];

/** A function of whole numbers, which gives nothing. */
export interface Written {
  readonly name: string;
  readonly params: number;
  readonly locals: readonly Type[];
  readonly body: Code;
}

export type Type = "i32" | "f32" | "v128";
const types: Record<Type, number> = { i32: 0x7f, f32: 0x7d, v128: 0x7b };

/** A place for a number: a parameter or a local. */
export interface Place {
  readonly get: Code;
  set(code: Code): Code;
  /** Adds a whole number to it. */
  grow(code: Code): Code;
}

/** Writes a function: its parameters by their names, and as many other places as it asks for. */
export function written<Name extends string>(
  name: string,
  names: readonly Name[],
  write: (params: Record<Name, Place>, local: (type: Type) => Place) => Code,
): Written {
  const locals: Type[] = [];
  const place = (index: number): Place => {
    const get = [0x20, ...unsigned(index)];
    const set = (code: Code) => [...code, 0x21, ...unsigned(index)];
    return { get, set, grow: (code) => set(add(get, code)) };
  };
  const params = Object.fromEntries(names.map((each, index) => [each, place(index)])) as Record<Name, Place>;
  const body = write(params, (type) => place(names.length + locals.push(type) - 1));
  return { name, params: names.length, locals, body };
}

export const whole = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const minus = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71];
/** Divided by two so many times, and rounded down. */
export const halved = (a: Code, times: number): Code => [...a, ...whole(times), 0x76];
export const above = (a: Code, b: Code): Code => [...a, ...b, 0x4a];

/** The body as often as the place says, which counts down to 0. */
export function repeat(counter: Place, body: Code): Code {
  return loop(counter, whole(1), body);
}

/** The body as long as the place is above 0; each time a step is taken away. */
export function loop(counter: Place, step: Code, body: Code): Code {
  const ends = [...counter.get, ...whole(1), 0x48, 0x0d, 1];
  const next = [...counter.set(minus(counter.get, step)), 0x0c, 0];
  return [0x02, 0x40, 0x03, 0x40, ...ends, ...body, ...next, 0x0b, 0x0b];
}

export function when(condition: Code, then: Code, otherwise: Code = []): Code {
  const rest = otherwise.length > 0 ? [0x05, ...otherwise] : [];
  return [...condition, 0x04, 0x40, ...then, ...rest, 0x0b];
}

/** One of two whole numbers. */
export const either = (condition: Code, a: Code, b: Code): Code => [...a, ...b, ...condition, 0x1b];

const vector = (code: number): Code => [0xfd, ...unsigned(code)];
const at = (align: number, offset: number): Code => [align, ...unsigned(offset)];

export const load = (address: Code, offset = 0): Code => [...address, ...vector(0x00), ...at(2, offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...vector(0x0b),
  ...at(2, offset),
];
/** One number from memory, four times. */
export const fourTimes = (address: Code, offset = 0): Code => [...address, ...vector(0x09), ...at(2, offset)];
export const zeros: Code = [...vector(0x0c), ...new Array<number>(16).fill(0)];
export const sum4 = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe4)];
export const product4 = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe6)];

export const loadOne = (address: Code): Code => [...address, 0x2a, ...at(2, 0)];
export const storeOne = (address: Code, value: Code): Code => [...address, ...value, 0x38, ...at(2, 0)];
export const sumOne = (a: Code, b: Code): Code => [...a, ...b, 0x92];

/** A module of these functions, over the memory that it imports as "host" "memory". */
export function moduleOf(functions: readonly Written[]): Uint8Array<ArrayBuffer> {
  const signatures = functions.map(({ params }) => [
    0x60,
    ...list(new Array<Code>(params).fill([types.i32])),
    ...list([]),
  ]);
  const indices = functions.map((_, index) => unsigned(index));
  const names = functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...list(locals.map((type) => [1, types[type]])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, signatures),
    ...section(2, [[...text("host"), ...text("memory"), 0x02, 0x00, ...unsigned(1)]]),
    ...section(3, indices),
    ...section(7, names),
    ...section(10, bodies),
  ]);
}

function section(id: number, entries: readonly Code[]): Code {
  const content = list(entries);
  return [id, ...unsigned(content.length), ...content];
}

const list = (entries: readonly Code[]): Code => [...unsigned(entries.length), ...entries.flat()];
const text = (name: string): Code => list([...new TextEncoder().encode(name)].map((byte) => [byte]));

/** A whole number in as many bytes as it needs, seven bits each. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const bits = value & 127;
  const rest = value >> 7;
  const ends = (rest === 0 && bits < 64) || (rest === -1 && bits >= 64);
  return ends ? [bits] : [bits | 128, ...signed(rest)];
}

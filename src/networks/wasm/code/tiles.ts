// A tile of a product: some rows by eight columns, summed in registers.
import {
  above,
  type Code,
  fourTimes,
  load,
  loadOne,
  type Place,
  product4,
  repeat,
  store,
  storeOne,
  sum4,
  sumOne,
  type Type,
  when,
  whole,
  zeros,
} from "./assembler.js";

export type Local = (type: Type) => Place;

/** So many places for whole numbers. */
export function wholes<Count extends number>(count: Count, local: Local): Place[] & { length: Count } {
  return Array.from({ length: count }, () => local("i32")) as Place[] & { length: Count };
}

/** Four rows of eight sums. */
export class Tile {
  readonly #rows: readonly (readonly [low: Place, high: Place])[];
  readonly #low: Place;
  readonly #high: Place;
  readonly #factor: Place;
  readonly #from: Place;
  readonly #to: Place;
  readonly #count: Place;

  constructor(local: Local) {
    this.#rows = Array.from({ length: 4 }, () => [local("v128"), local("v128")] as const);
    [this.#low, this.#high, this.#factor] = [local("v128"), local("v128"), local("v128")];
    [this.#from, this.#to, this.#count] = [local("i32"), local("i32"), local("i32")];
  }

  clear(rows = 4): Code {
    return this.#rows.slice(0, rows).flatMap(([low, high]) => [...low.set(zeros), ...high.set(zeros)]);
  }

  /** To each row, one number of it times eight columns is added. */
  multiply(rows: number, columns: Code, address: (row: number) => [Code, offset: number]): Code {
    const [low, high, factor] = [this.#low, this.#high, this.#factor];
    return [
      ...low.set(load(columns)),
      ...high.set(load(columns, 16)),
      ...this.#rows
        .slice(0, rows)
        .flatMap(([left, right], row) => [
          ...factor.set(fourTimes(...address(row))),
          ...left.set(sum4(left.get, product4(factor.get, low.get))),
          ...right.set(sum4(right.get, product4(factor.get, high.get))),
        ]),
    ];
  }

  /** Writes the sums of a row, or adds them to what is there: all eight, or as many as there are columns, one by one. */
  store(row: number, address: Code, columns: Place, adds: Code, scratch: Place): Code {
    const [from, to, count] = [this.#from, this.#to, this.#count];
    const [low, high] = this.#rows[row] as readonly [Place, Place];
    const eight = [
      ...when(adds, [...low.set(sum4(low.get, load(to.get))), ...high.set(sum4(high.get, load(to.get, 16)))]),
      ...store(to.get, low.get),
      ...store(to.get, high.get, 16),
    ];
    const fewer = [
      ...store(scratch.get, low.get),
      ...store(scratch.get, high.get, 16),
      ...from.set(scratch.get),
      ...count.set(columns.get),
      ...repeat(count, [
        ...when(
          adds,
          storeOne(to.get, sumOne(loadOne(from.get), loadOne(to.get))),
          storeOne(to.get, loadOne(from.get)),
        ),
        ...from.grow(whole(4)),
        ...to.grow(whole(4)),
      ]),
    ];
    return [...to.set(address), ...when(above(columns.get, whole(7)), eight, fewer)];
  }
}

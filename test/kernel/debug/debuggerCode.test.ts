// The kernel's program on the wire: a table of code, the breakpoints in it, and where it stops.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { DebugClient, values } from "./debugClient.js";

interface Case {
  readonly title: string;
  readonly code: string;
  readonly at: readonly (number | DebugProtocol.SourceBreakpoint)[];
  /** The lines that are told of the breakpoints, where they are others. */
  readonly told?: readonly number[];
  /** The first stop, and how the code goes on to each further one: the innermost call and its line. */
  readonly walk: readonly string[];
  /** Values at the first stop. */
  readonly shows?: Readonly<Record<string, string>>;
  /** How it ends. */
  readonly result?: string | undefined;
}

const cases: readonly Case[] = [
  {
    title: "a return of a variable, and the way to it",
    code: `function f(a: number): number {
  const d = a + 1;
  if (d > 9) {
    return a;
  }
  return d;
}
f(1) + f(9)`,
    at: [2, 4],
    walk: ["f:2", "next f:3", "next f:6", "next Cell:8", "next f:2", "continue f:4"],
    shows: { a: "1", d: "undefined" },
    result: "11",
  },
  {
    title: "nested functions and what they see",
    code: `function outer(a: number): number {
  const b = a + 1;
  function inner(c: number): number {
    const d = a + b + c;
    return d;
  }
  return inner(b) + 1;
}
outer(1)`,
    at: [5],
    walk: ["inner:5", "stepOut outer:7", "next Cell:9"],
    shows: { a: "1", b: "2", c: "2", d: "5" },
    result: "6",
  },
  {
    title: "functions in one line: at the declaration, and at each call",
    code: `const twice = (x: number): number => 2 * x;
const same = (x: number) => x;
const net = { run: (x: number) => twice(same(x)) };
function half(x: number): number { return x / 2; }
class Layer { apply = (x: number) => half(x); }
net.run(3) + new Layer().apply(4)`,
    at: [1, 2, 3, 4, 5],
    walk: [
      ...["Cell:1", "continue Cell:2", "continue Cell:3", "continue run:3", "continue same:2"],
      ...["continue twice:1", "continue fields:5", "continue apply:5", "continue half:4"],
    ],
    result: "8",
  },
  {
    title: "a generator stops where it is asked for more",
    code: `function* count(n: number): Generator<number> {
  for (let i = 0; i < n; i++) {
    const got = yield i * 2;
    console.log(got);
  }
}
let total = 0;
for (const each of count(2)) {
  total += each;
}
total`,
    at: [3, 9],
    walk: ["count:3", "continue Cell:9", "continue count:3", "continue Cell:9"],
    shows: { i: "0", n: "2" },
    result: "2",
  },
  {
    title: "for await: each round once",
    code: `async function* feed(n: number) {
  for (let i = 0; i < n; i++) {
    await new Promise((done) => setTimeout(done, 1));
    yield { i };
  }
}
let total = 0;
for await (const { i } of feed(2)) {
  total += i;
}
total`,
    at: [7],
    walk: [
      "Cell:7",
      "next Cell:8",
      "next Cell:9",
      "next Cell:8",
      "next Cell:9",
      "next Cell:8",
      "next Cell:11",
    ],
    result: "1",
  },
  {
    title: "steps behind the end of what was awaited",
    code: `async function inner(a: number): Promise<number> {
  await null;
  const b = a * 2;
  return b;
}
async function outer(): Promise<number> {
  const x = await inner(3);
  return x + 1;
}
const y = await outer();
y`,
    at: [3],
    walk: ["inner:3", "next inner:4", "next outer:8", "next Cell:11"],
    shows: { a: "3" },
    result: "7",
  },
  {
    title: "steps out of what was awaited",
    code: `async function inner(a: number): Promise<number> {
  await null;
  let b = a;
  for (let i = 0; i < 3; i++) b += i;
  return b;
}
const y = await inner(3);
y`,
    at: [4],
    walk: ["inner:4", "stepOut Cell:8"],
    result: "6",
  },
  {
    title: "Promise.all: each call for itself, and on to the cell",
    code: `async function one(n: number): Promise<number> {
  await new Promise((done) => setTimeout(done, n));
  const square = n * n;
  return square;
}
const all = await Promise.all([9, 1].map((n) => one(n)));
all`,
    at: [3],
    walk: ["one:3", "continue one:3", "next one:4", "next Cell:7"],
    shows: { n: "1" },
    result: "[ 81, 1 ]",
  },
  {
    title: "an error in a promise, caught by the cell",
    code: `const failing = new Promise<number>((_, reject) => {
  setTimeout(() => {
    reject(new Error("late"));
  }, 1);
});
try {
  await failing;
} catch (error) {
  console.log((error as Error).message);
}
0`,
    at: [3],
    walk: ["(anonymous):3", "next Cell:9", "next Cell:11"],
    result: "0",
  },
  {
    title: "callbacks of a training, and the way from one to the next",
    code: `import { tf } from "convlab";
const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
const seen: number[] = [];
await model.fit(tf.ones([4, 1]), tf.ones([4, 1]), {
  epochs: 2,
  verbose: 0,
  callbacks: {
    onEpochEnd: (epoch) => {
      seen.push(epoch);
    },
  },
});
seen`,
    at: [10],
    walk: ["onEpochEnd:10", "continue onEpochEnd:10", "next Cell:14"],
    shows: { epoch: "0" },
    result: "[ 0, 1 ]",
  },
  {
    title: "getters, setters, fields and static blocks",
    code: `class Box {
  static made = 0;
  static {
    Box.made = 10;
  }
  #side = 3;
  readonly name: string = "box";
  get area(): number {
    const square = this.#side ** 2;
    return square;
  }
  set side(value: number) {
    this.#side = value;
  }
}
const box = new Box();
box.side = 4;
box.area`,
    at: [4, 7, 10, 13],
    walk: ["static fields:4", "continue fields:7", "continue set side:13", "continue get area:10"],
    result: "16",
  },
  {
    title: "a switch goes to its case",
    code: `function name(kind: "a" | "b" | "c"): string {
  switch (kind) {
    case "a":
      return "first";
    case "b": {
      const text = "second";
      return text;
    }
    default:
      break;
  }
  return "other";
}
name("b") + name("c")`,
    at: [2, 3],
    told: [2, 4],
    walk: [
      ...["name:2", "next name:6", "next name:7", "next Cell:14"],
      ...["next name:2", "next name:10", "next name:12"],
    ],
    shows: { kind: "'b'" },
    result: "'secondother'",
  },
  {
    title: "defaults and destructuring",
    code: `interface Shape { size: [number, number]; name?: string }
const shape: Shape = { size: [2, 3] };
const {
  size: [height, width],
  name = "none",
} = shape;
const add = ({ size: [h, w] }: Shape, { k = 1 } = {}): number => {
  return h + w + k;
};
add(shape) + height + width + name.length`,
    at: [4, 8],
    told: [6, 8],
    walk: ["Cell:6", "next Cell:7", "continue add:8"],
    result: "15",
  },
  {
    title: "enums, namespaces and types",
    code: `enum Kind { Conv, Pool = 5 }
type Pair = readonly [number, number];
namespace Tools {
  export function area([h, w]: Pair): number {
    return h * w;
  }
}
const found = Tools.area([2, 3]) as number satisfies number;
found! + Kind.Pool`,
    at: [2, 5],
    told: [5, 5],
    walk: ["area:5", "next Cell:9"],
    shows: { h: "2", w: "3" },
    result: "11",
  },
  {
    title: "decorators, without what their translation adds",
    code: `function logged(value: Function, context: ClassMethodDecoratorContext): any {
  return function (this: unknown, ...given: unknown[]) {
    console.log(String(context.name));
    return value.apply(this, given);
  };
}
class Adder {
  @logged
  add(a: number, b: number): number {
    const sum = a + b;
    return sum;
  }
}
new Adder().add(1, 2)`,
    at: [3, 10],
    walk: ["(anonymous):3", "next (anonymous):4", "next add:10", "next add:11", "next (anonymous):4"],
    result: "3",
  },
  {
    title: "calls and texts over several lines",
    code: `const add = (...all: number[]) => all.reduce((a, b) => a + b, 0);
const total = add(
  1,
  add(2, 3),
  [4, 5]
    .map((x) => x * 2)
    .reduce((a, b) => a + b),
);
const text = \`
  total \${total}
  again \${add(
    total,
    1,
  )}
\`;
console.log(
  text.length,
  3,
);`,
    at: [3, 6, 10, 18],
    told: [4, 6, 11, 16],
    walk: ["Cell:4", "continue Cell:6", "continue Cell:11", "continue Cell:16"],
    result: undefined,
  },
  {
    title: "a recursion of 200 calls",
    code: `function depth(n: number): number {
  if (n === 0) {
    return 0;
  }
  return 1 + depth(n - 1);
}
depth(200)`,
    at: [3],
    walk: ["depth:3", "next depth:5", "stepOut depth:5"],
    shows: { n: "0" },
    result: "200",
  },
  {
    title: "a cell of 1,500 lines",
    code: `${Array.from({ length: 1500 }, (_, at) => `const v${at} = ${at};`).join("\n")}\nv1499`,
    at: [1200, 1501],
    walk: ["Cell:1200", "next Cell:1201", "continue Cell:1501"],
    result: "1499",
  },
  {
    title: "empty lines before the code",
    code: `
function f(a: number, b: number): number {
  const c = a + b;
  return c;
}
f(2, 3)`,
    at: [6],
    walk: ["Cell:6", "stepIn f:3", "next f:4"],
    result: "5",
  },
  {
    title: "a module that is loaded on the way is stepped over",
    code: `let a = 1;
const { basename } = await import("./own.ts");
a += basename("x/y").length;
a`,
    at: [1],
    walk: ["Cell:1", "next Cell:2", "next Cell:3", "stepIn basename:3", "stepOut Cell:4"],
    result: "2",
  },
];

let debug: DebugClient;
before(async () => {
  debug = await DebugClient.start();
  debug.kernel.write(
    "own.ts",
    'import { basename as native } from "node:path";\nexport function basename(path: string): string {\n  return native(path);\n}\n',
  );
  await debug.attach();
});
after(() => debug.kernel.close());
// A test that fails leaves nothing standing.
afterEach(() => debug.settle());

for (const { title, code, at, told = at, walk, shows, result } of cases)
  test(title, async () => {
    const set = await debug.breakAt(code, ...at);
    assert.deepEqual(
      set.map(({ line }) => line),
      told,
    );
    const [first, ...further] = walk;
    const stopped = await debug.stop(code);
    assert.equal(place(stopped.stack), first);
    const locals = values(await debug.scope(stopped));
    for (const [name, value] of Object.entries(shows ?? {})) assert.equal(locals[name], value, name);
    assert.ok(!Object.keys(locals).some((name) => /^_|^__/.test(name)), String(Object.keys(locals)));
    for (const each of further) {
      const [, command = "", there] = /^(\w+) (.*)$/.exec(each) ?? [];
      assert.equal(place((await debug.go(command)).stack), there, each);
    }
    await debug.breakAt(code);
    assert.equal((await debug.end(stopped)).result, result);
    assert.equal((await debug.kernel.run("20 + 1")).result, "21");
  });

/** The innermost call and its line, whatever the number of its cell. */
function place([innermost = ""]: readonly string[]): string {
  return innermost.replace(/ in (Cell \[\d+\]|own\.ts)/, "").replace(/^Cell \[\d+\]/, "Cell");
}

test("a timer stops when its cell has ended", async () => {
  const code = 'setTimeout(() => {\n  console.log("late");\n}, 1000);\n"ended"';
  await debug.breakAt(code, 2);
  const ran = await debug.kernel.run(code);
  assert.equal(ran.result, "'ended'");
  const stopped = await debug.stopped(ran.id);
  assert.equal(place(stopped.stack), "(anonymous):2");
  await debug.breakAt(code);
  await debug.body("continue");
  await debug.kernel.heard(ran.id, "late");
});

test("a step behind the last line is no stop in the next cell", async () => {
  const code = 'setTimeout(() => {\n  console.log("later");\n}, 50);\n0';
  await debug.breakAt(code, 2);
  const { id } = await debug.stop(code);
  await debug.breakAt(code);
  await debug.body("next", { threadId: 1 });
  await debug.kernel.heard(id, "later");
  await delay(50);
  const next = await debug.kernel.run("const one = 1;\none + 1");
  assert.equal(next.result, "2");
});

test("two cells with the same text have the same breakpoints; an edited one has its own", async () => {
  const code = "let n = 1;\nn += 1;\nn";
  await debug.breakAt(code, 2);
  for (let run = 0; run < 2; run++) {
    const stopped = await debug.stop(code);
    assert.equal(place(stopped.stack), "Cell:2");
    assert.equal((await debug.end(stopped)).result, "2");
  }
  assert.equal((await debug.kernel.run(`${code} + 1`)).result, "3");
  await debug.breakAt(code);
});

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createCompiler } from "../../../src/kernel/compile/compiler.js";

const folder = mkdtempSync(join(tmpdir(), "fields-"));
after(() => {
  rmSync(folder, { recursive: true });
});
const compiler = createCompiler({ folder });

compiler.compile(
  `/** How it looks. */
interface Look {
  /** How wide. In pixels.
   * @default {640} */
  width?: number;
  readonly title: string;
  /** Of the frame. */
  frame?: Frame;
}
interface Frame {
  /** How thick. @default {1} */
  line: number;
  inner?: Frame;
}
type Shape = { kind: "circle"; radius: number } | { kind: "box"; width: number; height?: number };
class Canvas { constructor(readonly look: Look) {} draw(look?: Look | string): this { return this } }
interface Task {
  /** Its number. */
  id: number;
  run(): void;
}
declare const many: {
${Array.from({ length: 30 }, (_, at) => `/** Number ${at}. */\nfield${at}: 1;`).join("\n")}
};
function over(a: string): void;
function over(a: Look): void;
function over(a: unknown) {}`,
  1,
);

const width = "- `width?: number` (default: `640`) How wide.";
const title = "- `title: string`";
const frame =
  "- `frame?: Frame` Of the frame.\n  - `line: number` (default: `1`) How thick.\n  - `inner?: Frame`\n    - `line: number` (default: `1`) How thick.\n    - `inner?: Frame`";
const inner =
  "- `line: number` (default: `1`) How thick.\n- `inner?: Frame`\n  - `line: number` (default: `1`) How thick.\n  - `inner?: Frame`\n    - `line: number` (default: `1`) How thick.\n    - `inner?: Frame`";
const look = [width, title, frame].join("\n");
const partial = [width, "- `title?: string`", frame].join("\n");

/** The declaration of `f`, a place where it is named, marked by |, and the lists that are told. */
const functions: readonly (readonly [source: string, lists: Readonly<Record<string, string>>])[] = [
  ["function f(look: Look) {}\nf|", { look }],
  ["function f(look?: Look | null) {}\nf|()", { look }],
  ["function f(look: Look | string) {}\nf|('x')", { look }],
  ["function f(looks: readonly Look[]) {}\nf|", { looks: look }],
  ["function f(...looks: Look[]) {}\nf|", { looks: look }],
  ["function f(look: Partial<Look>) {}\nf|", { look: partial }],
  ["function f(look: Omit<Look, 'frame'>) {}\nf|", { look: [width, title].join("\n") }],
  ["function f(look: Pick<Look, 'width'>) {}\nf|", { look: width }],
  ["function f(look: Look & { more: 1 }) {}\nf|", { look: `${look}\n- \`more: 1\`` }],
  ["function f<T extends Look>(look: T) {}\nf|({ title: '', width: 3 })", { look }],
  ["const f = async (look: Look) => 1;\nf|", { look }],
  ["const f = (look: Look) => 1;\nf(|)", { look }],
  ["const o = { f(look: Look) {} };\no.f|", { look }],
  ["new Can|vas(null!)", { look }],
  ["Canv|as", { look }],
  ["declare const c: Canvas;\nc.dr|aw()", { look }],
  ["declare const c: Canvas;\nc.draw(|)", { look }],
  ["function f({ width = 3, title }: Look) {}\nf|", { "{ width, title }": look }],
  [
    "function f({ a = 1, b: c = 'x' }: { a?: number; b?: string }) {}\nf|",
    { "{ a, b }": "- `a?: number` (default: `1`)\n- `b?: string` (default: `'x'`)" },
  ],
  [
    "function f(shapes: Shape[]) {}\nf|",
    { shapes: '- `{ kind: "circle"; radius }`\n- `{ kind: "box"; width; height? }`' },
  ],
  [
    "function f(shape: Shape, look: Look) {}\nf|",
    {
      look,
      shape: '- `{ kind: "circle"; radius }`\n- `{ kind: "box"; width; height? }`',
    },
  ],
  ["ov|er('x')", {}],
  ["ov|er({ title: '' })", { a: look }],
  [
    "function f(canvas: Canvas, task: Task, list: number[], map: Map<string, Look>, date: Date, request: Request) {}\nf|",
    {},
  ],
  ["function f(a: { b: number }, c: () => Look, d: any, e: unknown, g: string) {}\nf|", {}],
];

function inspected(marked: string, detail: 0 | 1 = 0): { signature: string; documentation: string } {
  // Types have bars, too, with blanks around them.
  const offset = marked.search(/\|(?! )/);
  const found = compiler.inspect(marked.slice(0, offset) + marked.slice(offset + 1), offset, detail);
  assert.ok(found, marked);
  return found;
}

for (const [source, lists] of functions) {
  test(`the fields of options are told: ${JSON.stringify(source)}`, () => {
    const told = inspected(source)
      .documentation.split(/\n*\*@param\* /)
      .slice(1);
    const expected = Object.entries(lists).map(([name, list]) => `\`${name}\`\n\n${list}`);
    assert.deepEqual(told, expected);
  });
}

test("the fields of a type, of a variable and of a field are told where comments tell of them", () => {
  const cases: readonly (readonly [marked: string, signature: string | RegExp, documentation: string])[] = [
    ["let l: Lo|ok", "interface Look", `How it looks.\n\n${look.replace("`title", "`readonly title")}`],
    ["type L = Omit<Look, 'frame'>; let l: L|", /^type L = \{/, `${width}\n${title}`],
    ["declare const l: Look[]; l|", "const l: Look[]", look.replace("`title", "`readonly title")],
    ["declare const l: Look; l.fra|me", "(property) Look.frame?: Frame", `Of the frame.\n\n${inner}`],
    ["let s: Sha|pe", /^type Shape = \{/, ""],
    ["let t: Ta|sk", "interface Task", "- `id: number` Its number.\n- `run(): void`"],
    ["declare const c: Canvas; c|", "const c: Canvas", ""],
    ["const n = { a: 1 }; n|", /^const n: \{/, ""],
  ];
  for (const [marked, signature, documentation] of cases) {
    const found = inspected(marked);
    if (typeof signature === "string") assert.equal(found.signature, signature, marked);
    else assert.match(found.signature, signature);
    assert.equal(found.documentation, documentation, marked);
  }
});

test("where types are strict, optional fields are told as they were written", () => {
  const strict = createCompiler({ folder });
  strict.compile(
    "// @strict\ninterface A {\n/** One. */\na?: number;\n/** Two. */\nb: number | undefined;\n}",
    1,
  );
  assert.equal(strict.inspect("A", 1)?.documentation, "- `a?: number` One.\n- `b: number | undefined` Two.");
});

test("long lists are cut, and told whole when more is asked for", () => {
  const lines = (detail: 0 | 1): string[] => inspected("man|y", detail).documentation.split("\n");
  assert.equal(lines(0).length, 21);
  assert.equal(lines(0).at(-1), "- … and 10 more");
  assert.equal(lines(1).length, 30);
});

test("inspect(source, offset, 1) tells the options of every form", () => {
  const { documentation } = inspected("ov|er('x')", 1);
  assert.equal(documentation, "");
  assert.match(inspected("ove|r", 1).documentation, /^\*@param\* `a`\n\n- `width/);
});

test("libraries: TensorFlow's layers, the course's training, Node's own", () => {
  const cases: readonly (readonly [marked: string, told: RegExp])[] = [
    [
      'import { tf } from "convlab"; tf.layers.conv|2d({})',
      /\*@param\* `args`\n\n- `filters: number` The dimensionality of [^\n]*\n(?:- [^\n]*\n){19}- … and \d+ more\n\nThis layer creates/,
    ],
    [
      'import { tf } from "convlab"; tf.conv|2d',
      /^Computes a 2D convolution[\s\S]*\*@param\* `dataFormat`: An optional string/,
    ],
    [
      'import { train } from "convlab"; tr|ain',
      /\*@param\* `options`\n\n- `quiet\?: boolean` \(default: `false`\) No bar and no curve\.\n- `validationName\?: [^\n]*\n- `epochs: number`[\s\S]* {2}- `patience: number`[\s\S]*\*@see\* notebooks\/\d\d-mnist-cnn\.ipynb$/,
    ],
    [
      'import { mkdir } from "node:fs/promises"; mk|dir("x", { recursive: true })',
      /- `recursive: true` \(default: `false`\) Indicates whether parent folders/,
    ],
  ];
  for (const [marked, told] of cases) assert.match(inspected(marked).documentation, told, marked);
  const { documentation } = inspected('import { tf } from "convlab"; tf.layers.conv|2d');
  assert.ok(
    documentation.indexOf("`filters") < documentation.indexOf("This layer creates"),
    "the fields first",
  );
});

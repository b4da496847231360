// Random programs of several cells, full of code that looks at variables by other ways than their names.
import fc from "fast-check";

/** A program: its cells, in which every name ends in `_`, and whether it calls `eval`. */
export interface Program {
  readonly cells: readonly string[];
  readonly evaluates: boolean;
}

/** Variables of the first cell, and one of each cell with a loop. */
const variable = fc.constantFrom("a_", "b_", "c_", "d_");
const place = fc.integer({ min: 0, max: 2 });
const number = fc.integer({ min: -2, max: 9 }).map((value) => (value < 0 ? `(${value})` : `(+${value})`));

/** Helpers that the second cell may declare, each over two variables: reading one, writing the other. */
const helpers: readonly ((read: string, write: string) => string)[] = [
  (read, write) =>
    `const h_: any = { get g() { return ${read}; }, set g(x: any) { ${write} = x; }, m(x: any) { return (${write} = x) + ${read}; } };`,
  (read, write) =>
    `const h_: any = { valueOf() { return ${read} + 1; }, toString() { ${write}++; return "t" + ${read}; } };`,
  (read, write) =>
    `const h_: any = { [Symbol.toPrimitive](hint: any) { ${write} -= 1; return hint === "string" ? "p" : ${read}; } };`,
  (read, write) =>
    `const h_: any = { *[Symbol.iterator]() { yield ${read}; ${write} += 2; yield ${read}; } };`,
  (read, write) =>
    `const h_: any = new Proxy({}, { get(t: any, k: any) { return typeof k === "symbol" ? undefined : ${read}; }, set() { ${write}++; return true; }, has() { ${write}--; return ${read} > 2; } });`,
  (read, write) =>
    `class K_ { static get g() { return ${read}; } static [Symbol.hasInstance]() { ${write} ^= 3; return ${read} > 1; } } const h_: any = K_;`,
  (read, write) =>
    `function k_(x: any): any { ${write} = (${write} * 3 + 1) % 101; if (${read} % 5 === 4) throw new RangeError("five"); return ${read}; } const h_: any = k_;`,
  (read) => `const h_: any = async (x: any) => { await x; return ${read}; };`,
  (read) => `const h_: any = { n: ${read}, g: 4, m: (x: any) => x };`,
  (read, write) =>
    `const h_: any = (text: any) => typeof text === "string" ? eval(text + "${write}") : ${read};`,
];

/** Uses of the helper in an expression; those that do not fit throw, which programs may catch. */
const uses = [
  "h_.g",
  "h_.m(1)",
  "(h_.g = 5)",
  "(h_.g += 1)",
  "+h_",
  "(h_ * 2)",
  "h_(2)",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the program that is made
  "Number(`${h_}`.slice(0, 2))",
  "((h_ > 3) as any)",
  "Math.max(...h_)",
  "(1 * ((h_ instanceof h_) as any))",
  "(1 * (('q' in h_) as any))",
  "((x: any) => x?.z)(h_)",
  "h_?.m?.(4)",
  'h_("++")',
  'h_("2 * ")',
];

const { expression, statements } = fc.letrec<{ expression: string; statement: string; statements: string }>(
  (tie) => ({
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      number,
      variable,
      fc.constant("i"),
      fc.constantFrom(...uses),
      fc
        .tuple(tie("expression"), fc.constantFrom("-", "*", "%", "^", "&&"), tie("expression"))
        .map(([left, operator, right]) => `((${left} ${operator} ${right}) as any)`),
      variable.map((name) => `(() => ${name})()`),
      variable.map((name) => `(${name}++)`),
      variable.map((name) => `xs_[${name} & 3]`),
      tie("expression").map((inner) => `(1 * (${inner} as any) || (out_.x = "side" as any))`),
    ),
    statement: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc
        .tuple(variable, fc.constantFrom("=", "+=", "-=", "^=", "??=", "||="), tie("expression"))
        .map(([name, operator, value]) => `${name} ${operator} 1 * (${value} as any) % 1009;`),
      fc.tuple(variable, number).map(([name, value]) => `${name} += ${value};`),
      tie("expression").map((value) => `out_.x = (${value});`),
      fc.tuple(variable, variable).map(([one, two]) => `[${one}, ${two}] = [${two}, ${one}];`),
      fc
        .tuple(variable, tie("expression"))
        .map(([name, value]) => `({ p: ${name} = 3 } = { p: ${value} } as any);`),
      fc.tuple(place, tie("expression")).map(([at, value]) => `xs_[${at}] = ${value};`),
      variable.map((name) => `fs_[fs_.length] = () => ${name}++;`),
      variable.map((name) => `fs_[fs_.length] = () => ${name};`),
      fc.tuple(fc.constantFrom(...uses), variable).map(([use, name]) => `out_.x = ["" + (${use}), ${name}];`),
      fc.constant("for (const f of fs_.slice(0, 3)) out_.x = (f());"),
      fc
        .tuple(tie("expression"), fc.constantFrom("break", "continue", "break outer", "continue outer"))
        .map(([when, jump]) => `if (1 * (${when} as any) > 4) ${jump};`),
      tie("expression").map((when) => `if (1 * (${when} as any) === 3) throw new TypeError("three");`),
      fc
        .tuple(tie("statements"), variable)
        .map(
          ([body, name]) =>
            `try { ${body} } catch (error: any) { out_.x = (error.name); ${name}++; } finally { out_.x = ("finally"); }`,
        ),
      fc.tuple(variable, tie("statements")).map(([name, body]) => `for (${name} of [1, 2]) { ${body} }`),
      fc
        .tuple(variable, tie("statements"))
        .map(([name, body]) => `for (${name} in [5, 6]) { ${name} = +${name}; ${body} }`),
      tie("statements").map((body) => `for (let j = 0; j < 2; j++) { ${body} }`),
      variable.map((name) => `{ const ${name} = 7; out_.x = (${name}); }`),
      tie("expression").map((value) => `if (i === 1) await 0; out_.x = (${value});`),
    ),
    statements: fc.array(tie("statement"), { minLength: 1, maxLength: 3 }).map((list) => list.join(" ")),
  }),
);

const heads = [
  "for (let i = 0; i < 3; i++)",
  "for (const i of [0, 1, 2])",
  "for (var i of new Set([2, 1]))",
  "for (let i = 0, n = 3; n-- > 0; i = (i + a_) % 4)",
];

/** A cell: declares a variable of its own, then loops, in a block or not; what leaves the loop is logged. */
const loopCell = fc
  .tuple(
    fc.nat(),
    fc.constantFrom(...heads),
    fc.array(statements, { minLength: 1, maxLength: 2 }),
    fc.boolean(),
    expression,
  )
  .map(([own, head, bodies, closes, after]) => (number: number) => {
    const name = `e${number}_`;
    const body = bodies.join(" ").replaceAll("d_", name);
    const closure = closes ? ` fs_.push(() => ${name});` : "";
    return `let ${name}: any = ${own % 5};${closure} try { outer: ${head} { ${body} } } catch (error: any) { out_.x = (error.name); } { let i = 1; try { out_.x = (${after.replaceAll("d_", name)}); } catch (error: any) { out_.x = (error.name); } } b_ += 2; for (const f of fs_.slice(-3)) out_.x = (f()); out_.x = ([a_, b_, c_, ${name}]);`;
  });

/** Programs of the grammar above. `number` makes their names their own. */
export const programs: fc.Arbitrary<Program> = fc
  .tuple(
    fc.nat(helpers.length - 1),
    variable,
    variable,
    fc.array(loopCell, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([kind, read, write, loops, together]) => {
    const first =
      "const out_: any = { set x(value: any) { (globalThis as any).log(value); } }; let a_: any = 1, b_: any = 2, c_: any = 3;";
    const lists = "const xs_: any = [4, 5, 6, 7], fs_: any[] = [];";
    const helper = (helpers[kind] as (typeof helpers)[0])(
      read.replace("d_", "a_"),
      write.replace("d_", "c_"),
    );
    const rest = loops.map((cell, at) => cell(at));
    const start = together ? [`${first} ${lists} ${helper}`] : [first, lists, helper];
    const cells = [...start, ...rest];
    return { cells, evaluates: cells.join().includes("eval(") };
  });

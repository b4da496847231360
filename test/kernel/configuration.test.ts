// What the notebook's tsconfig.json says about its cells: checks, paths, decorators and JSX.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { CompileError } from "../../src/kernel/compile/error.js";
import { find } from "../../src/kernel/run/resolution.js";
import { Notebook } from "./notebook.js";
import { errorText, Program } from "./program.js";

let whole = "";
let folder = "";
let said: string[] = [];
let notebook: Notebook;
let changes = 0;
beforeEach(() => {
  whole = mkdtempSync(join(tmpdir(), "configuration-"));
  folder = join(whole, "project", "notebooks");
  mkdirSync(folder, { recursive: true });
  said = [];
  notebook = new Notebook(folder, "typescript", (line) => said.push(line));
});
afterEach(() => rmSync(whole, { recursive: true }));

function put(file: string, text: string): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  // Two changes within one tick of a file system's clock are still two.
  utimesSync(path, new Date(), new Date(1e12 + 1000 * ++changes));
  return path;
}

const configure = (options: object, file = "tsconfig.json"): string =>
  put(file, JSON.stringify({ compilerOptions: options }));

/** `line:column TS…` of each error. */
function faultsOf(source: string, by = notebook): string[] {
  try {
    by.compiler.compile(source, ++by.cell);
  } catch (error) {
    assert.ok(error instanceof CompileError, String(error));
    return error.diagnostics.map(({ line, column, code }) => `${line}:${column} TS${code}`);
  }
  return [];
}

describe("options that count", () => {
  const implicit = "function f(x) {}";
  const cases: [options: object, source: string, faults: string[]][] = [
    [{}, implicit, []],
    [{ strict: true }, implicit, ["1:12 TS7006"]],
    [{ strict: true, noImplicitAny: false }, implicit, []],
    [{ noImplicitAny: true }, "const n: number = null;", []],
    [{ strictNullChecks: true }, "const n: number = null;", ["1:7 TS2322"]],
    [
      { strictNullChecks: true, noUncheckedIndexedAccess: true },
      "const l = [1]; const n: number = l[0];",
      ["1:22 TS2322"],
    ],
    [
      { strict: true, exactOptionalPropertyTypes: true },
      "const o: { a?: 1 } = { a: undefined };",
      ["1:7 TS2375"],
    ],
    [{ noImplicitOverride: true }, "class A { m() {} } class B extends A { m() {} }", ["1:40 TS4114"]],
    [{ noImplicitReturns: true }, "function g(x: number) { if (x) return 1; }", ["1:10 TS7030"]],
    [{}, "() => document", ["1:7 TS2584"]],
    [{ lib: ["ESNext", "DOM"] }, "() => document.title", []],
    [{ lib: ["ES2022"] }, "[1].toSorted()", ["1:5 TS2550"]],
    [{ types: [] }, "process.argv.length", []],
    [{ resolveJsonModule: false }, 'import a from "./a.json";', ["1:15 TS2732"]],
    [{ target: "ES5" }, "const big = 10n; [...new Set([1])]", []],
    [
      { noEmit: true, outDir: "out", isolatedModules: true, verbatimModuleSyntax: true, composite: true },
      'import { Stats } from "node:fs"; let s: Stats;',
      [],
    ],
    [{ noUnusedLocals: true, rootDir: "src", module: "CommonJS" }, "{ let unused = 1; }", []],
  ];
  for (const [options, source, faults] of cases)
    test(`${JSON.stringify(options)}: ${source}`, () => {
      put("a.json", "{}");
      configure(options);
      assert.deepEqual(faultsOf(source), faults);
      assert.deepEqual(said, []);
    });

  test("in a folder above, with comments and what it extends; the nearest file alone counts", () => {
    put("../base.json", '{ "compilerOptions": { "noImplicitAny": true, /* more */ } // the end\n}');
    put("../tsconfig.json", '{ // ours\n "extends": "./base" }');
    assert.deepEqual(faultsOf(implicit), ["1:12 TS7006"]);
    configure({});
    assert.deepEqual(faultsOf(implicit), []);
  });

  test("a change, also of an extended file, is seen by the next cell", () => {
    assert.deepEqual(faultsOf(implicit), []);
    put("base.json", '{ "compilerOptions": { "strict": true } }');
    const file = put("tsconfig.json", '{ "extends": "./base.json" }');
    assert.deepEqual(faultsOf(implicit), ["1:12 TS7006"]);
    put("base.json", "{}");
    assert.deepEqual(faultsOf(implicit), []);
    configure({ strict: true });
    assert.deepEqual(faultsOf(implicit), ["1:12 TS7006"]);
    rmSync(file);
    assert.deepEqual(faultsOf(implicit), []);
  });

  test("a comment goes before the file", () => {
    configure({ strict: true, strictNullChecks: false });
    assert.deepEqual(faultsOf("const n: number = null;"), []);
    assert.deepEqual(faultsOf("// @strict\nconst n: number = null;"), ["2:7 TS2322"]);
    assert.deepEqual(faultsOf(`// @strict false\n${implicit}`), []);
    assert.deepEqual(faultsOf(implicit), []);
  });

  test("names of earlier cells stay through every change", async () => {
    await notebook.run("const a = 1; class A { b = 2; }");
    configure({ strict: true, lib: ["ESNext", "DOM"], jsx: "react-jsx" });
    assert.equal(await notebook.run("a + new A().b"), 3);
    configure({ paths: { "@/*": ["./*"] }, useDefineForClassFields: false });
    assert.equal(await notebook.run("a + new A().b"), 3);
  });

  test("fields of classes are defined, or assigned", async () => {
    const source = "class F { x: number; } 'x' in new F()";
    const cases: [options: object, isDefined: boolean][] = [
      [{}, true],
      [{ useDefineForClassFields: false }, false],
      [{ target: "ES2020" }, false],
      [{ target: "ES2020", useDefineForClassFields: true }, true],
    ];
    for (const [options, isDefined] of cases) {
      configure(options);
      assert.equal(await notebook.run(source), isDefined, JSON.stringify(options));
    }
  });
});

describe("what is wrong with the file", () => {
  const cases: [text: string, warnings: RegExp[]][] = [
    [
      '{ "compilerOptions": {\n  "strickt": true } }',
      [/^tsconfig\.json:2:3: .*'strickt'\. Did you mean 'strict'/],
    ],
    ['{ "compilerOptions": {\n\n "jsx": "raect" } }', [/^tsconfig\.json:3:9: Argument for '--jsx'/]],
    [
      '{ "compilerOptions": { "strict": "yes", "lib": 4 } }',
      [/:34: .*'strict'.*boolean/, /:48: .*'lib'.*Array/],
    ],
    ['{ "compilerOptions": { "strict": true, ', [/^tsconfig\.json:1:40: /]],
    ["nonsense", [/^tsconfig\.json:1:1: /]],
    ['{ "strict": true }', [/^tsconfig\.json:1:3: .*'compilerOptions'/]],
    ['{\n "extends": "./absent.json" }', [/^tsconfig\.json:2:2: .*absent\.json/]],
  ];
  for (const [text, warnings] of cases)
    test(text, async () => {
      put("tsconfig.json", text);
      notebook.compiler.complete("con", 3);
      assert.deepEqual(said, [], "completion says nothing");
      for (let cell = 0; cell < 3; cell++) assert.equal(await notebook.run("1 + 1"), 2);
      assert.equal(said.length, warnings.length, said.join("\n"));
      for (const [at, warning] of warnings.entries()) {
        assert.match(said[at] ?? "", warning);
        assert.match(said[at] ?? "", /^[^\n]*Correct it there: the next cell sees it[^\n]*$/);
      }
    });

  test("is told again once it is another, and no more once it is mended", async () => {
    configure({ strickt: true });
    await notebook.run("1");
    configure({ strict: 1 });
    await notebook.run("1");
    configure({ strict: true });
    await notebook.run("1");
    assert.equal(said.length, 2);
    put("tsconfig.json", '{ "extends": "./later.json" }');
    await notebook.run("1");
    configure({ noImplicitAny: true }, "later.json");
    assert.deepEqual(faultsOf("function f(x) {}"), ["1:12 TS7006"], "an extended file that comes later");
    assert.equal(said.length, 3);
  });
});

test("paths and baseUrl lead types and files to one place", () => {
  const [util, index] = [
    put("src/util.ts", "export const a = 1;"),
    put("src/deep/index.ts", "export const b = 2;"),
  ];
  const exact = put("other/exact.js", "exports.c = 3;");
  const cases: [options: object, specifier: string, file: string | undefined][] = [
    [{ paths: { "@/*": ["./src/*"] } }, "@/util", util],
    [{ paths: { "@/*": ["./src/*"] } }, "@/util.js", util],
    [{ paths: { "@/*": ["./src/*"] } }, "@/deep", index],
    [{ paths: { "@/*": ["./absent/*", "./src/*"] } }, "@/util", util],
    [{ paths: { "*": ["./absent/*"], "@/*": ["./absent/*"], "@/d*": ["./src/d*"] } }, "@/deep", index],
    [{ paths: { exact: ["./other/exact.js"] } }, "exact", exact],
    [{ baseUrl: "./src" }, "util", util],
    [{ baseUrl: "./src", paths: { "deep/*": ["../other/*"] } }, "deep/exact", exact],
    [{ paths: { "@/*": ["./src/*"] } }, "node:fs", undefined],
    [{}, "util", undefined],
  ];
  for (const [options, specifier, file] of cases) {
    configure(options);
    assert.equal(fileOf(specifier), file, `${JSON.stringify(options)} ${specifier}`);
    if (file !== undefined) assert.deepEqual(faultsOf(`import * as m from "${specifier}"; m`), [], specifier);
  }
});

/** The file that an import leads to when it runs, of the reader's own. */
function fileOf(specifier: string): string | undefined {
  try {
    const file = find(specifier, folder, "import");
    return file.startsWith(folder) || file.startsWith(dirname(folder)) ? file : undefined;
  } catch {
    return undefined;
  }
}

describe("decorators", () => {
  const standard = `
    function field(_: undefined, context: ClassFieldDecoratorContext) { return (value: number) => value * 2; }
    function logged<T, A extends unknown[], R>(f: (this: T, ...a: A) => R, context: ClassMethodDecoratorContext) {
      context.addInitializer(function () { order.push(String(context.name)); });
      return function (this: T, ...a: A): R { order.push("call"); return f.apply(this, a); };
    }
    function more(target: ClassAccessorDecoratorTarget<object, number>, _: ClassAccessorDecoratorContext) {
      return { get(this: object) { return target.get.call(this) + 100; } };
    }
    function named(_: Function, { kind, name }: ClassDecoratorContext) { order.push(kind, String(name)); }`;
  const legacy = `
    import "./metadata.js";
    const seen: unknown[] = [];
    const Inject = (token: string): ParameterDecorator => (_, key, at) => { seen.push([token, key, at]); };
    function column(target: object, key: string) { seen.push(key); }
    function twice(target: object, key: string, descriptor: PropertyDescriptor) {
      const { value } = descriptor;
      descriptor.value = function (...a: unknown[]) { return 2 * value.apply(this, a); };
    }
    function extended<T extends new (...a: any[]) => object>(base: T) { return class extends base { extra = "more"; }; }
    const Factory = (name: string) => (target: Function) => { seen.push(name); };`;
  const [service, user] = [
    "class Service { v = 7; }",
    `@Factory("f") class User {
      @column name: string;
      constructor(@Inject("s") readonly service: Service, readonly n: number) {}
      @twice m(x: number): Date | number { return x; }
    }`,
  ];
  /** What reflect-metadata does of it. */
  const metadata = `const all = (globalThis.all ??= {});
    Reflect.metadata = (key, value) => (_, name) => { all[(name ?? "class") + " " + key] = value; };`;
  afterEach(() => {
    Reflect.deleteProperty(Reflect, "metadata");
    Reflect.deleteProperty(globalThis, "all");
  });

  test("standard ones by default: field, method, accessor, class, initialisers", async () => {
    await notebook.run("const order: string[] = [];");
    await notebook.run(standard);
    const made = await notebook.run(
      "@named class A { @field a = 4; @more accessor b = 1; @logged m(x: number) { return x; } }\n" +
        "const made = new A(); [made.a, made.b, made.m(5), order]",
    );
    assert.deepEqual(made, [8, 101, 5, ["class", "A", "m", "call"]]);
  });

  test("the older ones where only these fit: parameter, property, method, class, factory, types at run time", async () => {
    put("metadata.js", metadata);
    await notebook.run(legacy);
    await notebook.run(service);
    await notebook.run(`${user}\n@extended class E {}`);
    assert.deepEqual(await notebook.run("seen"), ["name", ["s", undefined, 0], "f"]);
    assert.deepEqual(await notebook.run("[new User(new Service(), 1).m(4), (new E() as any).extra]"), [
      8,
      "more",
    ]);
    const types = await notebook.run(
      "const { all } = globalThis as any; const types = all['class design:paramtypes'];\n" +
        "[types[0] === Service, types[1] === Number, all['name design:type'] === String]",
    );
    assert.deepEqual(types, [true, true, true], "also of a class of an earlier cell");
  });

  test("where both fit: the standard ones, or those that experimentalDecorators or reflect-metadata mean", async () => {
    const source =
      "const n: number[] = []; const any: any = (...a: any[]) => { n.push(a.length); };\nclass C { @any m() {} } n[0]";
    assert.equal(await notebook.run(source), 2);
    configure({ experimentalDecorators: true });
    assert.equal(await notebook.run(source), 3);
    configure({});
    Object.assign(Reflect, { metadata: () => () => {} });
    assert.equal(await notebook.run(source), 3);
    configure({ experimentalDecorators: false });
    assert.equal(await notebook.run(source), 2);
  });

  test("that fit neither form, or not the one that the file asks for, are told", () => {
    const old =
      "function old(target: object, key: string, descriptor: PropertyDescriptor) {}\nclass C { @old m() {} }";
    assert.deepEqual(faultsOf(old), []);
    assert.deepEqual(faultsOf("function wrong(n: number) {}\nclass D { @wrong m() {} }"), ["2:12 TS1241"]);
    configure({ experimentalDecorators: false });
    assert.deepEqual(faultsOf(old), ["2:11 TS1241"]);
  });

  test("an older property decorator that defines an accessor is not hidden by the field", async () => {
    await notebook.run(
      "function fixed(target: any, key: string) { Object.defineProperty(target, key, { get: () => 'fixed', set() {} }); }",
    );
    assert.equal(await notebook.run("class P { @fixed x: string; } new P().x"), "fixed");
  });
});

describe("JSX", () => {
  const h =
    "const h = (tag: any, props: any, ...inside: any[]) => typeof tag === 'function' ? tag({ ...props, inside }) : [tag, props, ...inside];";
  const runtime = {
    "package.json":
      '{ "name": "tiny", "exports": { "./jsx-runtime": "./runtime.mjs", "./jsx-dev-runtime": "./runtime.mjs" } }',
    "runtime.mjs": `
      export const Fragment = "";
      export const jsx = (tag, { children, ...props }) => {
        if (typeof tag === "function") return tag({ ...props, children });
        const inside = [children].flat(9).join("");
        return ["<", [tag, ...Object.entries(props).map((each) => each.join("="))].join(" "), ">", inside, "</", tag, ">"].join("");
      };
      export const [jsxs, jsxDEV] = [jsx, jsx];`,
  };
  beforeEach(() => {
    for (const [name, text] of Object.entries(runtime)) put(`node_modules/tiny/${name}`, text);
  });

  test("by a comment: /** @jsx h */, with names of this cell and of earlier ones", async () => {
    assert.deepEqual(await notebook.run(`/** @jsx h */\n${h}\n<p id="a">{1 + 1}</p>`), ["p", { id: "a" }, 2]);
    await notebook.run("const Box = ({ inside }: any) => ['box', inside]; const parts = { Box };");
    assert.deepEqual(await notebook.run("/** @jsx h */\n<Box><i/></Box>"), ["box", [["i", null]]]);
    assert.deepEqual(await notebook.run("/** @jsx h */ <parts.Box/>"), ["box", []]);
    assert.deepEqual(await notebook.run("/** @jsx h @jsxFrag Frag */\nconst Frag = '';\n<><b/></>"), [
      "",
      null,
      ["b", null],
    ]);
    assert.deepEqual(faultsOf("/** @jsx h */\n<Nope/>"), ["2:2 TS2304"]);
  });

  test("by a comment: /** @jsxImportSource tiny */", async () => {
    const source =
      "/** @jsxImportSource tiny */\nconst Name = ({ of }: { of: string }) => <b>{of}</b>;\n<p>Hello, <Name of='Ada'/></p>";
    assert.equal(await notebook.run(source), "<p>Hello, <b>Ada</b></p>");
    assert.equal(await notebook.run("/** @jsxImportSource tiny */ <><Name of='Bo'/></>"), "<><b>Bo</b></>");
    assert.deepEqual(faultsOf("/** @jsxImportSource tiny */\n<Name off='Bo'/>"), ["2:7 TS2322"]);
    assert.deepEqual(faultsOf("/** @jsxImportSource absent */\n<p/>"), ["2:1 TS2875"]);
  });

  test("by the file: jsx, jsxImportSource, jsxFactory", async () => {
    for (const jsx of ["react-jsx", "react-jsxdev"]) {
      configure({ jsx, jsxImportSource: "tiny" });
      assert.equal(
        await notebook.run("<ul>{[1, 2].map((n) => <li>{n}</li>)}</ul>"),
        "<ul><li>1</li><li>2</li></ul>",
      );
    }
    configure({ jsx: "react", jsxFactory: "h" });
    assert.deepEqual(await notebook.run(`${h}\n<p/>`), ["p", null]);
    configure({ jsx: "react" });
    put(
      "react.mjs",
      "export default { createElement(tag, props) { return [this !== undefined, tag.name ?? tag, props]; }, Fragment: 7 }; export function C() {}",
    );
    assert.deepEqual(await notebook.run('import React, { C } from "./react.mjs"; [<p/>, <C/>, <></>]'), [
      [true, "p", null],
      [true, "C", null],
      [true, 7, null],
    ]);
    assert.deepEqual(await notebook.run("<i/>"), [true, "i", null], "React of an earlier cell");
  });

  test("without a setting one sentence says where it goes; preserve is none for cells", () => {
    const told = (source: string): string => {
      try {
        notebook.compiler.compile(source, ++notebook.cell);
      } catch (error) {
        return (error as CompileError).diagnostics
          .map(({ line, column, message }) => `${line}:${column} ${message}`)
          .join("\n");
      }
      return "";
    };
    assert.match(
      told("const a = 1;\nconst b = <p>text</p>;"),
      /^2:11 JSX needs a setting\. Put "jsx": "react-jsx" into .*tsconfig\.json[^\n]*$/,
    );
    configure({ jsx: "preserve" });
    assert.match(told("<p/>"), /^1:1 JSX cannot stay as it is[^\n]*$/);
  });

  test("what is TypeScript without JSX stays that", async () => {
    for (const options of [{}, { jsx: "react-jsx", jsxImportSource: "tiny" }]) {
      configure(options);
      assert.equal(await notebook.run("const id = <T>(x: T) => x; const n = <number>id(4); n"), 4);
      assert.equal(await notebook.run("const k = <K extends string>(x: K): K => x; k('a') < 'b'"), true);
      assert.deepEqual(faultsOf("const t: string = <number>4;"), ["1:7 TS2322"]);
      assert.equal(notebook.compiler.isComplete("<T>(x: T) => x").status, "complete");
    }
  });

  test("is_complete and completion know elements", () => {
    configure({ jsx: "react-jsx", jsxImportSource: "tiny" });
    const cases = {
      "<p>": "incomplete",
      "const a = <p>text": "incomplete",
      "<p>\n  <b/>\n</p>": "complete",
      "<p a={": "incomplete",
      "<></>": "complete",
      "<p></q>": "invalid",
    };
    for (const [source, status] of Object.entries(cases))
      assert.equal(notebook.compiler.isComplete(source).status, status, source);
    const { matches } = notebook.compiler.complete(
      "const Part = (p: { colour: string }) => <p/>; <Part col",
      55,
    );
    assert.deepEqual(
      matches.map(({ text }) => text),
      ["colour"],
    );
  });
});

describe("on the wire", () => {
  let kernel: Program;
  beforeEach(async () => {
    kernel = await Program.start();
    folder = kernel.folder;
  });
  afterEach(() => kernel.close());

  test("a warning once on stderr, paths at run time, and places in the reader's lines", async () => {
    configure({ paths: { "@/*": ["./src/*"] }, strickt: true });
    put("src/tool.ts", "import { base } from '@/base'; export const tool: number = base + 1;");
    put("src/base.ts", "export const base = 41;");
    const first = await kernel.run('import { tool } from "@/tool"; tool');
    assert.equal(first.result, "42", errorText(first));
    assert.match(first.stderr, /^tsconfig\.json:1:\d+: .*strickt.*\n$/);
    assert.equal((await kernel.run("tool")).stderr, "");
    const placed = await kernel.run(
      "/** @jsx h */\nconst h = (tag: any) => tag();\nconst Bad = () => {\n  throw new Error('bad');\n};\n[\n  <Bad/>,\n]",
    );
    assert.match(errorText(placed), /Bad .*Cell \[3\]:4:9[\s\S]*Cell \[3\]:7:3/);
    const decorated = await kernel.run(
      "enum E { A }\nfunction d(f: Function, c: DecoratorContext) {\n  throw new Error('d');\n}\nclass C {\n  @d\n  m() {}\n}",
    );
    assert.match(errorText(decorated), /Cell \[4\]:3:9/);
  });
});

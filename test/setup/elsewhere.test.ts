import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout } from "./copy.js";

// The kernel registered with a Jupyter of the reader's own, and notebooks far from the checkout.

const python = join(checkout, ".venv", "bin", "python");
let machine = "";
const on = (...names: string[]) => join(machine, ...names);

/** The reader's Jupyter: the checkout's own Python stands for it, made to take the user's kernels first. */
function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) if (!/^JUPYTER/.test(name)) env[name] = value;
  return { ...env, HOME: on("home"), JUPYTER_DATA_DIR: on("data"), JUPYTER_PREFER_ENV_PATH: "0" };
}

function kernel(action: string): void {
  const args = [join(checkout, "scripts", "kernel.mjs"), action];
  const { status, stderr } = spawnSync(process.execPath, args, { env: environment(), encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** A package of a folder: CommonJS, with types. */
function addPackage(folder: string, name: string, code: string, types: string): void {
  const place = join(folder, "node_modules", name);
  mkdirSync(place, { recursive: true });
  const about = { name, version: "1.0.0", main: "index.js", types: "index.d.ts" };
  writeFileSync(join(place, "package.json"), JSON.stringify(about));
  writeFileSync(join(place, "index.js"), code);
  writeFileSync(join(place, "index.d.ts"), types);
}

function run(folder: string, cells: string[]): { folder: string; shown: string[] } {
  const ended = spawnSync(python, [join(checkout, "test", "setup", "elsewhere.py"), folder], {
    input: JSON.stringify(cells),
    env: environment(),
    encoding: "utf8",
  });
  assert.equal(ended.status, 0, ended.stderr);
  return JSON.parse(ended.stdout.trim().split("\n").at(-1) ?? "");
}

describe("the kernel in another folder", () => {
  before(() => {
    machine = realpathSync(mkdtempSync(join(tmpdir(), "elsewhere-")));
    for (const folder of ["home", "project", "other"]) mkdirSync(on(folder));
    kernel("install");
    const types = "export declare function greet(name: string): string;\n";
    addPackage(on("project"), "greeting", 'exports.greet = (name) => "Hello, " + name + ".";\n', types);
    addPackage(on("other"), "convlab", "exports.mine = 42;\n", "export declare const mine: number;\n");
  });
  after(() => {
    kernel("remove");
    rmSync(machine, { recursive: true });
  });

  test("finds that folder's packages with their types, and convlab beside itself", () => {
    const { folder, shown } = run(on("project"), [
      'import { greet } from "greeting";\ngreet("Ada")',
      "greet(7)",
      'import { paddingOf } from "convlab";\npaddingOf(5, { kernel: 3, padding: "same" })',
      'paddingOf("five", { kernel: 3 })',
      "process.cwd()",
      'import { mine } from "absent"',
    ]);
    assert.equal(folder, on("data", "kernels", "tslab"), "Jupyter takes the registered kernel");
    assert.match(shown[0] ?? "", /Hello, Ada\./);
    assert.match(shown[1] ?? "", /'number' is not assignable to parameter of type 'string'/);
    assert.match(shown[2] ?? "", /\[\s*1,\s*1\s*\]/);
    assert.match(shown[3] ?? "", /'string' is not assignable to parameter of type 'number'/);
    assert.match(shown[4] ?? "", new RegExp(on("project")));
    assert.match(shown[5] ?? "", /absent/);
  });

  test("takes the folder's own convlab where it has one", () => {
    const { shown } = run(on("other"), [
      'import { mine } from "convlab";\nmine',
      'import { paddingOf } from "convlab"',
    ]);
    assert.match(shown[0] ?? "", /42/);
    assert.match(shown[1] ?? "", /has no exported member 'paddingOf'/);
  });
});

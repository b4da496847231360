import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, before, beforeEach, describe, test } from "node:test";
import { checkout, load } from "./copy.js";

type Environment = Record<string, string | undefined>;
interface Surroundings {
  root: string;
  env: Environment;
  system: string[];
}
interface Command {
  command(args: string[], say: (line: string) => void, surroundings: Surroundings): Promise<void>;
}
interface Places {
  placesOf(options: { env: Environment; platform: string }): Promise<{ user: string; all: string[] }>;
}

let command: Command["command"];
let placesOf: Places["placesOf"];
before(async () => {
  ({ command } = await load<Command>("kernel/command.mjs"));
  ({ placesOf } = await load<Places>("kernel/places.mjs"));
});

// A machine of its own for each test: a home, a system folder, nothing on the PATH, a checkout that is built.
let machine = "";
const on = (...names: string[]) => join(machine, ...names);
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), "kernel-"));
  mkdirSync(on("programs"));
  build("convlab");
});
afterEach(() => rmSync(machine, { recursive: true }));

function build(name: string): string {
  mkdirSync(on(name, "dist", "kernel"), { recursive: true });
  writeFileSync(on(name, "dist", "kernel", "main.js"), "");
  writeFileSync(on(name, "package.json"), "{}");
  return on(name);
}

const environment = (more: Environment = {}): Environment => ({
  HOME: on("home"),
  PATH: on("programs"),
  JUPYTER_DATA_DIR: on("data"),
  ...more,
});

async function kernel(line: string, root = on("convlab"), env = environment()): Promise<string> {
  const said: string[] = [];
  await command(line.split(" "), (text) => said.push(text), { root, env, system: [on("system")] });
  return said.join("\n");
}

/** Refused by one message that says what and the way out. */
const refused = (work: Promise<unknown>, message: RegExp) =>
  assert.rejects(work, (error: Error) => {
    assert.match(error.message, /^Cannot [^\n]*$/);
    assert.match(error.message, message);
    return true;
  });

const stock = '{ "argv": ["tslab", "kernel"], "display_name": "TypeScript",   "language": "typescript" }';

/** A tslab of somebody else's in a data folder, with a second file. */
function registerOther(place: string, name = "tslab", text = stock): string {
  const folder = join(place, "kernels", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), text);
  writeFileSync(join(folder, "logo-64x64.png"), "a picture");
  return folder;
}

/** The kernels of a checkout. */
const both = ["jslab", "tslab"];

const specIn = (place: string, name = "tslab") =>
  JSON.parse(readFileSync(join(place, "kernels", name, "kernel.json"), "utf8"));
const startsOf = (place: string) => specIn(place).argv.join(" ");

/** A `jupyter` that prints this. */
function jupyterSays(text: string, code = 0): void {
  const program = on("programs", "jupyter");
  writeFileSync(program, `#!/bin/sh\nread line <<'END'\n${text}\nEND\necho "$line"\nexit ${code}\n`);
  chmodSync(program, 0o755);
}

describe("kernel install", () => {
  test("writes what Jupyter needs to start the checkout's kernel", async () => {
    assert.match(await kernel("install"), /^Registered as TypeScript: .*tslab\n.*npm run kernel -- remove$/);
    const spec = specIn(on("data"));
    const main = on("convlab", "dist", "kernel", "main.js");
    assert.deepEqual(spec.argv, [process.execPath, main, "{connection_file}"]);
    assert.equal(spec.display_name, "TypeScript");
    assert.equal(spec.language, "typescript");
    assert.equal(spec.interrupt_mode, "message");
    assert.equal(spec.metadata.convlab.checkout, on("convlab"));
    assert.deepEqual(readdirSync(on("data")), ["kernels"], "nothing else is left in the data folder");
  });

  test("--system registers for everybody on the machine, and takes it out again", async () => {
    const umask = process.umask(0o077);
    const said = await kernel("install --system").finally(() => process.umask(umask));
    assert.match(said, /^Registered as TypeScript: .*system.*tslab$/m);
    assert.match(said, /Take out again with: .*remove --system$/);
    assert.deepEqual(readdirSync(on("system", "kernels")), both);
    if (process.platform !== "win32")
      for (const [name, mode] of [
        ["", 0o755],
        ["tslab", 0o755],
        ["tslab/kernel.json", 0o644],
      ] as const)
        assert.equal(statSync(on("system", "kernels", name)).mode & 0o777, mode, `${name}: for all to read`);
    assert.equal(existsSync(on("data")), false);
    assert.match(await kernel("install"), /^Registered as TypeScript: .*data/, "one's own stands beside it");
    await kernel("remove");
    await kernel("remove --system");
    assert.equal(existsSync(on("system", "kernels", "tslab")), false);
  });

  test("writes a second kernel, for JavaScript", async () => {
    assert.match(await kernel("install"), /^Registered as JavaScript: .*jslab\./m);
    const [first, second] = [specIn(on("data")), specIn(on("data"), "jslab")];
    assert.deepEqual(second.argv, [...first.argv, "--js"]);
    assert.deepEqual([second.display_name, second.language], ["JavaScript", "javascript"]);
    assert.equal(second.metadata.convlab.checkout, on("convlab"));
  });

  test("adds the one that is missing to the one of an earlier edition", async () => {
    await kernel("install");
    rmSync(on("data", "kernels", "jslab"), { recursive: true });
    const said = await kernel("install");
    assert.match(said, /^Registered as JavaScript: .*jslab\. Take out again with: [^\n]*$/);
    assert.deepEqual(readdirSync(on("data", "kernels")), both);
  });

  test("a second time changes nothing, and says so", async () => {
    await kernel("install");
    const file = on("data", "kernels", "tslab", "kernel.json");
    const { mtimeMs, ino } = statSync(file);
    assert.match(await kernel("install"), /^Registered already: /);
    assert.match(await kernel("install --replace"), /^Registered already: /);
    assert.deepEqual([statSync(file).mtimeMs, statSync(file).ino], [mtimeMs, ino]);
  });

  test("brings its own registration up to date", async () => {
    await kernel("install");
    const file = on("data", "kernels", "tslab", "kernel.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(process.execPath, "an/older/node"));
    assert.match(await kernel("install"), /^Registered as TypeScript/);
    assert.equal(specIn(on("data")).argv[0], process.execPath);
  });

  test("takes the place of a checkout that is gone", async () => {
    await kernel("install", build("moved"));
    rmSync(on("moved"), { recursive: true });
    await kernel("install");
    assert.match(startsOf(on("data")), /convlab\/dist/);
    assert.deepEqual(readdirSync(on("data")), ["kernels"], "no copy of it is kept");
  });

  test("refuses a checkout that is not built", async () => {
    rmSync(on("convlab", "dist"), { recursive: true });
    await refused(kernel("install"), /is not built. Run npm run setup there first\.$/);
    assert.equal(existsSync(on("data")), false, "nothing was written");
  });

  test("registers where Jupyter's users' data is", async () => {
    const cases: [platform: string, env: Environment, user: string][] = [
      ["linux", {}, on("home", ".local", "share", "jupyter")],
      ["linux", { XDG_DATA_HOME: on("xdg") }, on("xdg", "jupyter")],
      ["darwin", {}, on("home", "Library", "Jupyter")],
      ["win32", { APPDATA: on("roaming") }, on("roaming", "jupyter")],
      ["win32", {}, on("home", "AppData", "Roaming", "jupyter")],
      ["linux", { JUPYTER_DATA_DIR: on("mine") }, on("mine")],
      ["darwin", { JUPYTER_DATA_DIR: on("mine") }, on("mine")],
    ];
    for (const [platform, more, user] of cases) {
      const env = environment({ JUPYTER_DATA_DIR: undefined, ...more });
      assert.equal((await placesOf({ env, platform })).user, user, `${platform} ${JSON.stringify(more)}`);
    }
  });

  test("asks jupyter for its folder where it has another one", async () => {
    const program = on("programs", "jupyter");
    const paths = JSON.stringify({ data: [on("prefix"), on("platform")] });
    const answer = `if [ "$1" = --paths ]; then echo '${paths}'; else echo '${on("platform")}'; fi`;
    writeFileSync(program, `#!/bin/sh\n${answer}\n`);
    chmodSync(program, 0o755);
    await kernel("install", on("convlab"), environment({ JUPYTER_DATA_DIR: undefined }));
    assert.match(startsOf(on("platform")), /convlab\/dist/);
  });
});

describe("kernel install beside another tslab", () => {
  const named = (folder: string) =>
    new RegExp(`another tslab is registered in ${folder}, which starts: tslab`);

  test("in the user's folder: refuses and names it", async () => {
    const folder = registerOther(on("data"));
    await refused(kernel("install"), named(folder));
    await refused(kernel("install"), /npm run kernel -- install --replace$/);
    assert.equal(readFileSync(join(folder, "kernel.json"), "utf8"), stock, "it is as it was");
  });

  test("in the user's folder: --replace keeps a copy, and remove puts back every byte", async () => {
    const folder = registerOther(on("data"));
    assert.match(await kernel("install --replace"), /^Kept a copy of .*\nRegistered as TypeScript/);
    assert.match(startsOf(on("data")), /convlab\/dist/);
    assert.deepEqual(readdirSync(on("data", "kernels")), both, "the copy is not listed as a kernel");
    assert.match(await kernel("install"), /^Registered already/);
    assert.match(await kernel("remove"), /^Removed: .*\nPut back: /);
    assert.equal(readFileSync(join(folder, "kernel.json"), "utf8"), stock);
    assert.equal(readFileSync(join(folder, "logo-64x64.png"), "utf8"), "a picture");
    assert.deepEqual(readdirSync(on("data")), ["kernels"], "the store is gone");
  });

  test("under its name in capitals, as Jupyter finds it too", async () => {
    const folder = registerOther(on("data"), "TSLab");
    await refused(kernel("install"), named(folder));
    await kernel("install --replace");
    assert.deepEqual(readdirSync(on("data", "kernels")), both);
    await kernel("remove");
    assert.deepEqual(readdirSync(on("data", "kernels")), ["TSLab"]);
  });

  test("of JavaScript alone: refuses and names it; --replace keeps a copy, and remove puts it back", async () => {
    const text = stock.replace("kernel", "kernel --js");
    const folder = registerOther(on("data"), "jslab", text);
    await refused(kernel("install"), new RegExp(`another jslab is registered in ${folder}`));
    assert.equal(existsSync(on("data", "kernels", "tslab")), false, "neither is registered");
    await kernel("install --replace");
    assert.match(specIn(on("data"), "jslab").argv.join(" "), /--js$/);
    assert.match(await kernel("remove"), /^Removed: .*jslab and .*tslab\nPut back: /);
    assert.equal(readFileSync(join(folder, "kernel.json"), "utf8"), text);
  });

  test("of JavaScript, beside a TypeScript of ours: remove takes ours and leaves it", async () => {
    await kernel("install");
    rmSync(on("data", "kernels", "jslab"), { recursive: true });
    registerOther(on("data"), "jslab");
    assert.match(await kernel("remove"), /^Removed: .*tslab$/);
    assert.deepEqual(readdirSync(on("data", "kernels")), ["jslab"]);
  });

  test("that nobody can read: refuses, and keeps a copy of it", async () => {
    const folder = registerOther(on("data"), "tslab", "{ half a file");
    await refused(kernel("install"), new RegExp(`${folder}, which cannot be read`));
    await kernel("install --replace");
    await kernel("remove");
    assert.equal(readFileSync(join(folder, "kernel.json"), "utf8"), "{ half a file");
  });

  test("in JUPYTER_PATH, which comes first: --replace moves it, and remove puts it back", async () => {
    const env = environment({ JUPYTER_PATH: [on("empty"), on("named")].join(delimiter) });
    const folder = registerOther(on("named"));
    await refused(kernel("install", on("convlab"), env), named(folder));
    await kernel("install --replace", on("convlab"), env);
    assert.equal(existsSync(folder), false, "Jupyter would take it before ours");
    await kernel("remove", on("convlab"), env);
    assert.equal(readFileSync(join(folder, "kernel.json"), "utf8"), stock);
  });

  test("in the Python environment of the jupyter on the PATH", async () => {
    const folder = registerOther(on("prefix"));
    jupyterSays(JSON.stringify({ data: [on("prefix"), on("data")] }));
    await refused(kernel("install"), named(folder));
    await kernel("install --replace");
    assert.equal(existsSync(folder), false, "it comes before the user's folder");
    await kernel("remove");
    assert.equal(existsSync(folder), true);
  });

  test("in a folder that comes later: --replace leaves it where it is, and says that it is hidden", async () => {
    const folder = registerOther(on("system"));
    await refused(kernel("install"), named(folder));
    assert.match(await kernel("install --replace"), new RegExp(`Hidden from now on: ${folder}`));
    assert.equal(readFileSync(join(folder, "kernel.json"), "utf8"), stock);
    await kernel("remove");
    assert.equal(existsSync(on("data", "kernels", "tslab")), false);
  });

  test("in two places: names both, keeps and puts back both", async () => {
    const env = environment({ JUPYTER_PATH: on("named") });
    const folders = [registerOther(on("named")), registerOther(on("data"))];
    for (const folder of folders)
      await refused(kernel("install", on("convlab"), env), new RegExp(`${folder}, which`));
    await kernel("install --replace", on("convlab"), env);
    assert.match(startsOf(on("data")), /convlab\/dist/);
    await kernel("remove", on("convlab"), env);
    for (const folder of folders) assert.equal(readFileSync(join(folder, "kernel.json"), "utf8"), stock);
  });

  test("that is another checkout's: each remove takes back its own", async () => {
    registerOther(on("data"));
    await kernel("install --replace");
    const second = build("second");
    await refused(kernel("install", second), /starts: .*convlab\/dist\/kernel\/main\.js/);
    await kernel("install --replace", second);
    await refused(kernel("remove"), /it is another one, .*Run npm run kernel -- remove in .*second\.$/);
    await kernel("remove", second);
    assert.match(startsOf(on("data")), /convlab\/dist/);
    await kernel("remove");
    assert.equal(startsOf(on("data")), "tslab kernel");
  });

  test("of a checkout that is gone, where it would come first: refuses and names it", async () => {
    const env = environment({ JUPYTER_PATH: on("named") });
    const gone = { argv: ["node"], metadata: { convlab: { checkout: on("gone") } } };
    const folder = registerOther(on("named"), "tslab", JSON.stringify(gone));
    await refused(kernel("install", on("convlab"), env), new RegExp(`${folder}, which starts: node`));
  });

  test("the one that set-up registers inside the checkout is no other", async () => {
    const inside = on("convlab", ".venv", "share", "jupyter");
    jupyterSays(JSON.stringify({ data: [inside, on("data")] }));
    registerOther(inside);
    assert.match(await kernel("install"), /^Registered as TypeScript/);
    assert.equal(startsOf(inside), "tslab kernel");
    await kernel("remove");
    // Any other folder of the checkout is the user's, when they say so.
    const env = environment({ JUPYTER_DATA_DIR: on("convlab", ".cache", "jupyter") });
    const folder = registerOther(on("convlab", ".cache", "jupyter"));
    await refused(kernel("install", on("convlab"), env), named(folder));
  });

  test("a jupyter that fails or says nonsense is not asked again", async () => {
    registerOther(on("prefix"));
    for (const [text, code] of [
      ["no such command", 1],
      [JSON.stringify({ data: [on("prefix"), on("data")] }), 1],
      ["{ half", 0],
      ["[]", 0],
    ] as const) {
      jupyterSays(text, code);
      assert.match(await kernel("install"), /^Registered as TypeScript/, text);
      await kernel("remove");
    }
  });
});

describe("kernel remove", () => {
  test("takes out what install wrote, and nothing else", async () => {
    await kernel("install");
    registerOther(on("data"), "python3");
    assert.match(await kernel("remove"), /^Removed: .*tslab$/);
    assert.deepEqual(readdirSync(on("data", "kernels")), ["python3"]);
  });

  test("with nothing registered: refuses", async () => {
    await refused(kernel("remove"), /no tslab is registered in .*To register it: npm run kernel -- install$/);
  });

  test("of another's kernel: refuses and leaves it", async () => {
    const folder = registerOther(on("data"));
    await refused(
      kernel("remove"),
      /another one, .*starts: tslab kernel\. .*jupyter kernelspec remove tslab$/,
    );
    assert.equal(existsSync(folder), true);
  });

  test("after somebody took out ours by hand: puts the copy back", async () => {
    registerOther(on("data"));
    await kernel("install --replace");
    for (const name of both) rmSync(on("data", "kernels", name), { recursive: true });
    assert.match(await kernel("remove"), /^Put back: /);
    assert.equal(startsOf(on("data")), "tslab kernel");
  });

  test("leaves the copies of another checkout alone", async () => {
    registerOther(on("data"));
    await kernel("install --replace", build("second"));
    for (const name of both) rmSync(on("data", "kernels", name), { recursive: true });
    await refused(kernel("remove"), /no tslab is registered/);
    await kernel("remove", on("second"));
    assert.equal(startsOf(on("data")), "tslab kernel");
  });

  test("where the copy's place is taken: leaves the copy, and says where", async () => {
    const env = environment({ JUPYTER_PATH: on("named") });
    const folder = registerOther(on("named"));
    await kernel("install --replace", on("convlab"), env);
    registerOther(on("named"), "tslab", stock.replace("kernel", "newer"));
    const said = await kernel("remove", on("convlab"), env);
    assert.match(said, new RegExp(`Left in .*replaced-1.*: there is another kernel in ${folder} now`));
    assert.equal(startsOf(on("named")), "tslab newer");
    assert.equal(existsSync(on("data", "convlab", "replaced-1", "kernel", "kernel.json")), true);
  });

  test("drops the copy of a checkout that is gone, and puts back what that one replaced", async () => {
    registerOther(on("data"));
    await kernel("install --replace", build("first"));
    await kernel("install --replace");
    rmSync(on("first"), { recursive: true });
    assert.match(await kernel("remove"), /Dropped the copy of a kernel whose folder is gone: .*\nPut back: /);
    assert.equal(startsOf(on("data")), "tslab kernel");
  });
});

describe("scripts/kernel.mjs", () => {
  const run = (args: string[], env: Environment = {}) =>
    spawnSync(process.execPath, [join(checkout, "scripts", "kernel.mjs"), ...args], {
      encoding: "utf8",
      env: environment(env) as NodeJS.ProcessEnv,
    });

  test("says how it is used", () => {
    for (const args of [[], ["--help"], ["install", "-h"]]) {
      const { status, stdout } = run(args);
      assert.equal(status, 0, args.join(" "));
      assert.match(stdout, /npm run kernel -- install \[--replace\][\s\S]*JUPYTER_DATA_DIR/);
    }
    assert.equal(existsSync(on("data")), false, "asking for help writes nothing");
  });

  test("refuses what it does not know", () => {
    for (const args of [["update"], ["install", "remove"], ["remove", "--replace"], ["install", "--force"]]) {
      const { status, stderr } = run(args);
      assert.equal(status, 1, args.join(" "));
      assert.match(stderr, new RegExp(`^Cannot run kernel ${args.join(" ")}: it knows install.*\n$`));
    }
  });

  /** Node, with a disk that refuses to change anything below a folder. */
  function refusing(folder: string, code: string): Environment {
    const file = on("refuse.cjs");
    writeFileSync(
      file,
      `const fs = require("node:fs");
      for (const name of ["mkdirSync", "writeFileSync", "renameSync", "rmSync"]) {
        const real = fs[name];
        fs[name] = (path, ...rest) => {
          if (!String(path).startsWith(${JSON.stringify(folder)})) return real(path, ...rest);
          throw Object.assign(new Error("${code}: refused"), { code: "${code}", path });
        };
      }
      require("node:module").syncBuiltinESMExports();\n`,
    );
    return { NODE_OPTIONS: `--require ${file}` };
  }

  test("refuses a folder that can only be read, and leaves all as it was", async () => {
    const reasons = {
      EROFS: /it can only be read/,
      EACCES: /you may not write there/,
      ENOSPC: /disk is full/,
    };
    for (const [code, reason] of Object.entries(reasons)) {
      const { status, stdout, stderr } = run(["install"], refusing(on("data"), code));
      assert.equal(status, 1, stdout);
      assert.match(stderr, reason);
      assert.match(stderr, /^Cannot register the kernel: [^\n]*JUPYTER_DATA_DIR[^\n]*\n$/);
    }
    await kernel("install", checkout);
    const { status, stderr } = run(["remove"], refusing(on("data"), "EACCES"));
    assert.equal(status, 1);
    assert.match(stderr, /^Cannot remove the kernel: [^\n]*you may not write there[^\n]*\n$/);
    assert.equal(existsSync(on("data", "kernels", "tslab", "kernel.json")), true);
  });

  test("refuses to replace what it may not move, and puts back what it had moved", () => {
    const env = { JUPYTER_PATH: [on("mine"), on("theirs")].join(delimiter) };
    const folders = [registerOther(on("mine")), registerOther(on("theirs"))];
    const { status, stderr } = run(["install", "--replace"], { ...env, ...refusing(on("theirs"), "EACCES") });
    assert.equal(status, 1);
    assert.match(stderr, /^Cannot move .*theirs.* out of the way: .*Remove it by hand, or ask whoever/);
    for (const folder of folders) assert.equal(existsSync(join(folder, "kernel.json")), true, folder);
    assert.equal(existsSync(on("data", "convlab")), false, "no copy is left");
    assert.equal(existsSync(on("data", "kernels")), false, "nothing is registered");
  });

  test("refuses a data folder that is a file", () => {
    writeFileSync(on("file"), "");
    const { stderr } = run(["install"], { JUPYTER_DATA_DIR: on("file") });
    assert.match(stderr, /^Cannot register the kernel: .*a file is in the way/);
  });
});

import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { copyOfTheTree, type Ended, linkInstalled, offline, removeCopy, runScript } from "./copy.js";

// One copy of the tree, with what is installed in it; every test breaks one thing and shows that the run after
// it, without the fault, ends well. No test can reach a network.

let root = "";
const inCopy = (...names: string[]) => join(root, ...names);

before(() => {
  root = copyOfTheTree();
  linkInstalled(root);
});
after(() => removeCopy(root));

const setup = (env: Record<string, string> = {}) => runScript(root, "setup.mjs", [], offline(env));

/** Ended by one clear message: no stack, and an exit code that says so. */
function assertRefused(ended: Ended, message: RegExp): void {
  assert.match(ended.stderr, message);
  assert.match(ended.stderr, /^Cannot /m);
  assert.doesNotMatch(ended.stderr, /^\s+at /m);
  assert.equal(ended.stderr.trim().split("\n").length, 1, ended.stderr);
  assert.equal(ended.code, 1);
}

async function assertWorks(): Promise<Ended> {
  const ended = await setup();
  assert.equal(ended.code, 0, ended.stderr);
  assert.equal(existsSync(inCopy(".cache", "setup.lock")), false);
  assert.equal(existsSync(inCopy("dist", "index.js")), true);
  return ended;
}

/** Takes something out of the copy for the time of `fault`. */
async function without(name: string, fault: () => Promise<void>): Promise<void> {
  const aside = inCopy(".cache", "aside");
  renameSync(inCopy(name), aside);
  try {
    await fault();
  } finally {
    assert.equal(existsSync(inCopy(name)), false, `${name} was left half-made`);
    renameSync(aside, inCopy(name));
  }
}

/** A folder for PATH with these programs and no others; a string is the text of a shell script. */
function programs(name: string, scripts: Record<string, string>): string {
  const folder = inCopy(".cache", `path-${name}`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "node"))) symlinkSync(process.execPath, join(folder, "node"));
  for (const [program, text] of Object.entries(scripts)) {
    writeFileSync(join(folder, program), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, program), 0o755);
  }
  return folder;
}

/** A module that is loaded before the script, and changes what Node answers. */
function preload(name: string, text: string): Record<string, string> {
  const file = inCopy(".cache", `${name}.cjs`);
  writeFileSync(file, `${text}\nrequire("node:module").syncBuiltinESMExports();\n`);
  return { NODE_OPTIONS: `--require ${file}` };
}

describe("setup.mjs on a healthy copy", () => {
  test("setup(installed by hand) takes what is there, without a network", async () => {
    const ended = await assertWorks();
    assert.match(ended.stdout, /compiled to dist/);
    assert.doesNotMatch(ended.stdout, /npm packages|Python packages/);
    assert.match(
      readFileSync(inCopy(".venv", "bin", "pip"), "utf8"),
      new RegExp(`^#!.*${root}/\\.venv`, "m"),
    );
  });

  test("setup(nothing to do) says so in under a second", async () => {
    // The best of three: other tests run at the same time.
    const seconds: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const ended = await assertWorks();
      assert.match(ended.stdout, /Everything is set up already/);
      seconds.push(ended.seconds);
    }
    assert.ok(Math.min(...seconds) < 1, `${seconds.join(", ")} s`);
  });

  test("setup(one source changed) compiles, makes the snapshot of what was compiled, and does nothing else", async () => {
    const file = inCopy("src", "index.ts");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, `${text}\nexport const addedByATest = 1;\n`);
    const ended = await assertWorks();
    assert.match(readFileSync(inCopy("dist", "index.js"), "utf8"), /addedByATest/);
    const steps = ["The library, compiled to dist …", "A snapshot of the compiler, for a quick start …"];
    assert.deepEqual(ended.stdout.match(/^\S.*…$/gm), steps);
    writeFileSync(file, text);
  });

  test("setup(a source gone) takes away what was compiled of it", async () => {
    for (const folder of ["src", "experiments"]) writeFileSync(inCopy(folder, "gone.ts"), "export {};\n");
    await assertWorks();
    const compiled = ["gone.js", "gone.js.map", "gone.d.ts", "experiments/gone.js"];
    const there = () => compiled.filter((name) => existsSync(inCopy("dist", name)));
    assert.deepEqual(there(), compiled);
    for (const folder of ["src", "experiments"]) rmSync(inCopy(folder, "gone.ts"));
    await assertWorks();
    assert.deepEqual(there(), []);
  });

  test("setup(link to its own name lost) links it again", async () => {
    rmSync(inCopy("node_modules", "convlab"));
    await assertWorks();
    assert.equal(existsSync(inCopy("node_modules", "convlab", "dist", "index.js")), true);
  });
});

describe("setup.mjs on a machine that lacks something", () => {
  test("setup(Node 18) names the Node it needs", async () => {
    const old = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.0" } });`;
    for (const script of ["setup.mjs", "start.mjs"]) {
      const ended = await runScript(root, script, [], offline(preload("old-node", old)));
      assertRefused(ended, /Cannot run on Node 18\.20\.0: it is too old\. Install Node 20\.19 or newer/);
    }
    await assertWorks();
  });

  test("setup(no Python) says what to install", async () => {
    await without(".venv", async () => {
      assertRefused(
        await setup({ PATH: programs("bare", {}) }),
        /no python3 found.*Install Python 3\.10 or newer/,
      );
    });
    await assertWorks();
  });

  test("setup(Python 3.8) names the version it found", async () => {
    await without(".venv", async () => {
      const path = programs("old-python", { python3: 'echo "3.8 "' });
      assertRefused(await setup({ PATH: path }), /python3 is 3\.8\. Install Python 3\.10 or newer/);
    });
    await assertWorks();
  });

  test("setup(Python without venv) names the missing module", async () => {
    await without(".venv", async () => {
      const path = programs("no-venv", { python3: 'echo "3.12 ensurepip"' });
      assertRefused(await setup({ PATH: path }), /python3 \(3\.12\) has no module ensurepip.*python3-venv/);
    });
    await assertWorks();
  });

  test("setup(no compiler) tries the package's own script, then says what to install", async () => {
    const addon = inCopy("node_modules", "@tensorflow", "tfjs-node", "lib");
    renameSync(addon, `${addon}-aside`);
    rmSync(inCopy(".cache", "addons"), { recursive: true, force: true });
    const deps = inCopy("node_modules", "@tensorflow", "tfjs-node", "deps");
    renameSync(deps, `${deps}-aside`);
    const ended = await setup({ PATH: programs("bare", {}) });
    assertRefused(ended, /there is no C\+\+ compiler.*own install script failed.*apt install g\+\+/);
    assert.match(
      ended.stdout,
      /TensorFlow by its package's own install script \(there is no C\+\+ compiler\)/,
    );
    assertRefused(await setup({ CXX: "no-such-compiler" }), /Cannot compile with CXX=no-such-compiler/);
    for (const folder of [addon, deps]) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(`${folder}-aside`, folder);
    }
    await assertWorks();
  });
});

describe("setup.mjs without a registry", () => {
  test("setup(npm registry out of reach) leaves no half-made node_modules", async () => {
    await without("node_modules", async () => {
      assertRefused(
        await setup(),
        /Cannot install the npm packages: the npm registry is out of reach \(.*ECONNREFUSED/,
      );
    });
    await assertWorks();
  });

  test("setup(Python index out of reach) leaves no half-made .venv", async () => {
    await without(".venv", async () => {
      assertRefused(await setup(), /Cannot install the Python packages: the Python registry is out of reach/);
    });
    await assertWorks();
  });
});

describe("setup.mjs on a troubled disk", () => {
  const broken = (code: string) => `
    const fs = require("node:fs");
    for (const name of ["mkdirSync", "writeFileSync", "openSync"]) {
      const real = fs[name];
      fs[name] = (path, ...rest) => {
        if (!String(path).includes(${JSON.stringify(".cache")})) return real(path, ...rest);
        throw Object.assign(new Error("${code}: refused, " + name + " '" + path + "'"), { code: "${code}" });
      };
    }`;

  test("setup(read-only folder) says that it cannot be written to", async () => {
    rmSync(inCopy(".cache", "stamps", "build.json"));
    assertRefused(
      await setup(preload("read-only", broken("EROFS"))),
      /this folder cannot be written to \(EROFS/,
    );
    await assertWorks();
  });

  test("setup(disk full) says how much is free", async () => {
    rmSync(inCopy(".cache", "stamps", "build.json"));
    assertRefused(await setup(preload("full", broken("ENOSPC"))), /the disk is full \(.* free\)/);
    await assertWorks();
  });

  test("setup(too little room) refuses before it begins", async () => {
    rmSync(inCopy(".cache", "stamps", "build.json"));
    const small = 'require("node:fs").statfsSync = () => ({ bavail: 1000, bsize: 4096 });';
    assertRefused(
      await setup(preload("small", small)),
      /the disk is too full \(4 MB free, about 20 MB needed\)/,
    );
    await assertWorks();
  });
});

describe("setup.mjs interrupted or started twice", () => {
  test("setup(killed while compiling) works the next time", async () => {
    rmSync(inCopy("dist"), { recursive: true });
    let killed = false;
    const ended = await runScript(root, "setup.mjs", [], offline(), (text, pid) => {
      if (killed || !/compiled to dist/.test(text)) return;
      killed = true;
      setTimeout(() => process.kill(pid, "SIGKILL"), 300);
    });
    assert.equal(ended.code, null);
    assert.equal(existsSync(inCopy(".cache", "setup.lock")), true);
    await assertWorks();
  });

  test("setup(killed while npm waits for a registry) keeps the installed packages", async () => {
    const deaf = createServer(() => {});
    await new Promise<void>((done) => deaf.listen(0, "127.0.0.1", done));
    const address = deaf.address();
    const port = typeof address === "object" ? address?.port : 0;
    await without("node_modules", async () => {
      const env = offline({ npm_config_registry: `http://127.0.0.1:${port}/` });
      let told = false;
      const ended = await runScript(root, "setup.mjs", [], env, (text, pid) => {
        if (told || !/npm packages/.test(text)) return;
        told = true;
        setTimeout(() => process.kill(pid, "SIGTERM"), 1000);
      });
      assert.equal(ended.code, 143);
      assert.match(ended.stdout, /goes on from where this one was/);
    });
    deaf.close();
    await assertWorks();
  });

  test("setup(two at once) does the work once", async () => {
    rmSync(inCopy(".cache", "stamps", "build.json"));
    rmSync(inCopy("dist"), { recursive: true });
    const both = await Promise.all([setup(), setup()]);
    assert.deepEqual(
      both.map((one) => one.code),
      [0, 0],
    );
    const said = both.map((one) => one.stdout).join("");
    assert.equal(said.match(/compiled to dist/g)?.length, 1, said);
    assert.match(said, /Another set-up is running here \(process \d+\): waiting for it/);
  });
});

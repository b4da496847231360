import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { copyOfTheTree, linkInstalled, load, offline, removeCopy, runScript } from "./copy.js";

let root = "";
before(() => {
  root = copyOfTheTree();
  linkInstalled(root);
  writeFileSync(
    join(root, "notebooks", "01-first.ipynb"),
    '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}',
  );
});
after(() => removeCopy(root));

/** A port nobody listens on now; with `hold`, one that somebody does. */
async function port(hold = false): Promise<{ port: number; close(): void }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (!hold) await new Promise((done) => server.close(done));
  return { port: typeof address === "object" ? (address?.port ?? 0) : 0, close: () => server.close() };
}

describe("start.mjs", () => {
  test("start(port in use) is refused before anything else, in either spelling", async () => {
    const taken = await port(true);
    for (const options of [["--port", `${taken.port}`], [`--ServerApp.port=${taken.port}`]]) {
      const ended = await runScript(root, "start.mjs", ["--no-browser", "--ip=127.0.0.1", ...options]);
      assert.equal(ended.code, 1);
      assert.match(
        ended.stderr,
        new RegExp(`^Cannot start JupyterLab on port ${taken.port}: another program listens`),
      );
      assert.equal(ended.stderr.trim().split("\n").length, 1);
      assert.equal(existsSync(join(root, "work")), false);
    }
    taken.close();
  });

  test("start(no such port) is refused", async () => {
    const ended = await runScript(root, "start.mjs", ["--port", "99999"]);
    assert.match(ended.stderr, /^Cannot start JupyterLab on port 99999: a port is a whole number/);
    assert.equal(ended.code, 1);
  });

  test("start(free port) sets up, opens work/ on its first page, starts kernels, and leaves no process after Ctrl-C", async () => {
    const free = await port();
    const second = (text: string) =>
      JSON.stringify({ cells: [{ cell_type: "markdown", metadata: {}, source: text }], metadata: {} });
    mkdirSync(join(root, "work"));
    writeFileSync(join(root, "notebooks", "02-second.ipynb"), second("# Now"));
    writeFileSync(join(root, "work", "02-second.ipynb"), second("# Before"));
    const seen: Seen = {};
    let asked = false;
    const ended = await runScript(
      root,
      "start.mjs",
      ["--no-browser", `--port=${free.port}`],
      offline(),
      (text, pid) => {
        const found = /is ready.*(http:\S+)lab\/tree\/welcome\.md\?token=(\w+)/.exec(text);
        if (asked || !found?.[1] || !found[2]) return;
        asked = true;
        look(found[1], found[2], seen).finally(() => process.kill(pid, "SIGINT"));
      },
    );
    assert.deepEqual(seen.kernels?.toSorted(), ["jslab", "tslab"]);
    assert.deepEqual(seen.files?.toSorted(), ["01-first.ipynb", "02-second.ipynb", "welcome.md"]);
    assert.equal(seen.running, "tslab");
    assert.equal(ended.code, 0, ended.stderr);
    assert.match(ended.stdout, /Added to work\/: 01-first\.ipynb\n/);
    assert.match(
      ended.stdout,
      /^Lesson 02 has changed since your copy, .* beside it: npm run lessons -- --restore 02$/m,
    );
    assert.ok(seen.window?.includes("markdownviewer-widget:welcome.md"), seen.window?.join());
    assert.match(seen.opens ?? "", /^\/lab\/tree\/welcome\.md/);
    const left = execFileSync("ps", ["-A", "-o", "args="], { encoding: "utf8" });
    assert.deepEqual(
      left.split("\n").filter((line) => line.includes(root)),
      [],
    );
    assert.deepEqual(
      readdirSync(join(root, ".cache", "jupyter", "runtime")).filter((name) =>
        /^(kernel|jpserver)/.test(name),
      ),
      [],
    );
  });
});

interface Seen {
  kernels?: string[];
  files?: string[];
  running?: string;
  /** Where a browser is sent that asks for the server itself. */
  opens?: string;
  /** What stands in the window where nobody has opened anything yet. */
  window?: string[];
}

async function look(url: string, token: string, seen: Seen) {
  const headers = { authorization: `token ${token}` };
  const ask = async (path: string, method = "GET", body?: string) =>
    (await fetch(`${url}api/${path}`, { headers, method, ...(body ? { body } : {}) })).json();
  seen.kernels = Object.keys((await ask("kernelspecs")).kernelspecs);
  seen.files = (await ask("contents")).content.map((file: { name: string }) => file.name);
  seen.running = (await ask("kernels", "POST", '{"name":"tslab"}')).name;
  seen.opens = (await fetch(url, { headers, redirect: "manual" })).headers.get("location") ?? "";
  const kept = await fetch(`${url}lab/api/workspaces/default`, { headers });
  seen.window = Object.keys((await kept.json()).data);
  await new Promise((done) => setTimeout(done, 1500));
}

describe("port.mjs", () => {
  test("portIn(options) reads both spellings, the last one wins, and 0 or none is no port", async () => {
    const { portIn } = await load<{ portIn(options: string[]): unknown }>("start/port.mjs");
    assert.deepEqual(portIn(["--port", "9000"]), { port: 9000, ip: "localhost" });
    assert.deepEqual(portIn(["--port=1", "--ServerApp.port=2", "--ip=*"]), { port: 2, ip: "0.0.0.0" });
    assert.equal(portIn(["--no-browser"]), undefined);
    assert.equal(portIn(["--port=0"]), undefined);
    assert.throws(() => portIn(["--port", "many"]), RangeError);
  });
});

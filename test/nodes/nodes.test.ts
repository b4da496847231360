import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { nodeOf } from "./node.js";

const root = join(import.meta.dirname, "..", "..");
const { findLessons, runLesson } = (await import(join(root, "scripts", "notebooks", "run.mjs"))) as {
  findLessons(root: string): string[];
  runLesson(root: string, lesson: string, options: object): Promise<{ ok: boolean; message?: string }>;
};

/** The lesson whose file is smallest. */
function smallestLesson(): string | undefined {
  return findLessons(root).sort((a, b) => statSync(a).size - statSync(b).size)[0];
}

for (const major of [22, 24, 26]) {
  describe(`Node ${major}`, () => {
    const run = (...args: string[]) =>
      execFileSync(nodeOf(major), args, { cwd: root, encoding: "utf8", timeout: 300_000 });

    test(`Node ${major} loads convlab, whose tensors compute`, () => {
      const program =
        'import { tf } from "convlab"; console.log(process.version, tf.sum(tf.ones([3, 4])).dataSync()[0]);';
      const [version, sum] = run("--input-type=module", "--eval", program).trim().split(" ");
      assert.match(version ?? "", new RegExp(`^v${major}\\.`));
      assert.equal(sum, "12");
    });

    test(`Node ${major} trains mnistCnn on 64 digits: the loss falls, no tensor stays`, () => {
      const { loss, left } = JSON.parse(
        run(join("test", "nodes", "train.mjs"))
          .trim()
          .split("\n")
          .at(-1) ?? "",
      );
      assert.equal(loss.length, 2);
      assert.ok(loss.every(Number.isFinite) && loss[1] < loss[0], `losses ${loss}`);
      assert.equal(left, 0);
    });

    test(`Node ${major} runs the smallest lesson in quick form`, async (context) => {
      const lesson = smallestLesson();
      if (lesson === undefined) return context.skip("notebooks/ is empty");
      const { message } = await runLesson(root, lesson, { quick: true, node: nodeOf(major), timeout: 300 });
      assert.equal(message, undefined);
    });
  });
}

import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { failure, run } from "./run.mjs";
import { hashOf, hashOfFiles } from "./stamps.mjs";

/** @import { Step } from "./stamps.mjs" */

const settings = ["tsconfig.json", "tsconfig.base.json", "package.json"];

/**
 * src and experiments, compiled to dist.
 *
 * @type {Step}
 */
export const buildStep = {
  name: "build",
  bytes: 20e6,
  inputs: (root) => ({
    sources: hashOfFiles(root, ["src", "experiments", ...settings], (name) => /\.(ts|json)$/.test(name)),
    lock: hashOf(readFileSync(join(root, "package-lock.json"))),
  }),
  stands: (root) =>
    existsSync(join(root, "dist", "index.js")) && existsSync(join(root, "dist", "index.d.ts")),
  async run(root, out, { forTests = false } = {}) {
    const step = out.step("The library, compiled to dist");
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const { code, output } = await run(process.execPath, [compiler, "-b"], { cwd: root });
    if (code === 0) {
      removeStale(root);
      return step.end("done");
    }
    step.drop();
    const errors = output.split("\n").filter((line) => /error TS\d+/.test(line));
    // The tests have a stage of their own that shows every type error.
    if (forTests && errors.length > 0) {
      out.say(`The library has ${errors.length} type errors.`);
      return false;
    }
    if (errors.length === 0) throw failure("compile the library", output, { root });
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
    throw new Error(
      `Cannot compile the library: ${errors[0]}${more}. Mend it (npx tsc -b shows all) and run it again.`,
    );
  },
};

/**
 * Takes away what was compiled of sources that are gone: npm pack would ship it.
 *
 * @param {string} root
 */
function removeStale(root) {
  const dist = join(root, "dist");
  for (const name of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
    const [, stem, kind] = /^(.+?)(?:\.d)?\.(c?)[jt]s(?:\.map)?$/.exec(name) ?? [];
    // The extension of JupyterLab is bundled, by the next step.
    if (stem === undefined || /^lab\b/.test(stem)) continue;
    const source = join(/^experiments\b/.test(stem) ? "" : "src", `${stem}.${kind}ts`);
    if (!existsSync(join(root, source))) rmSync(join(dist, name));
  }
}

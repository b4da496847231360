// npm test: sets up what is missing, then everything that needs no browser. Ends in the line `N passed, N failed`.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "./audit/run.mjs";
import { readCommandLine } from "./commandLine.mjs";
import { isRefusal, messageOf } from "./errors.mjs";
import { builtSite, lint, notebooks, types } from "./tests/stages.mjs";
import { testFiles, unitTests } from "./tests/unit.mjs";

/** @import { Report } from "./tests/stages.mjs" */

const help = `npm test [-- options]         types, lint and format, unit tests, lessons in quick form
node scripts/test.mjs browser JupyterLab in a headless Chromium
node scripts/test.mjs stock   every lesson in quick form on the stock tslab kernel
node scripts/test.mjs nodes   loading, a training step and a lesson on Node 22, 24 and 26
node scripts/test.mjs site    the edition for a browser, built and used in a headless Chromium
node scripts/test.mjs hub     a class of six on a real JupyterHub; needs root
node scripts/test.mjs audit   published weaknesses of what is installed, where the registries tell
node scripts/test.mjs package npm pack, installed and used in an empty folder

  --only types,lint,unit,notebooks    these stages only
  --folder arithmetic,images          unit tests of these folders of test/ only
  --pattern TEXT                      unit tests whose title matches only
  --no-setup                          without the look at the set-up
  --report                            audit: within a minute, and findings are said but do not fail
  --full                              site: every lesson with its own values, which takes long
  --built                             site: as it is built, not anew`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ownCommand = ["browser", "hub", "nodes", "package", "site"];

const options = /** @type {const} */ ({
  only: { type: "string" },
  folder: { type: "string" },
  pattern: { type: "string" },
  "no-setup": { type: "boolean" },
  report: { type: "boolean" },
  full: { type: "boolean" },
  built: { type: "boolean" },
  help: { type: "boolean" },
});
const { values, positionals } = commandLine();

function commandLine() {
  try {
    return readCommandLine("the tests", options);
  } catch (error) {
    console.error(messageOf(error));
    process.exit(1);
  }
}

let passed = 0;
let failed = 0;
let skipped = 0;

/**
 * One block: a heading, a line for each failure (or each result, in short stages), a closing line.
 *
 * @param {string} title
 * @param {(report: Report) => unknown} work
 * @param {{ each?: boolean }} [options]
 */
async function stage(title, work, { each = true } = {}) {
  const began = performance.now();
  const before = { passed, failed, skipped };
  console.log(`\n== ${title}`);
  /** @type {{ name: string, seconds: number }[]} */
  const all = [];
  /** @type {Report} */
  const report = ({ name, ok, skipped: left, seconds, error }) => {
    if (left && values.pattern !== undefined) return; // merely not asked for
    all.push({ name, seconds });
    if (left) skipped++;
    else if (ok) passed++;
    else failed++;
    if (each || !ok)
      console.log(`${ok ? (left ? "skip" : "ok  ") : "FAIL"} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok && error) console.log(error.replace(/^/gm, "    "));
  };
  try {
    await work(report);
  } catch (error) {
    report({
      name: title,
      ok: false,
      seconds: 0,
      error: error instanceof Error ? error.stack : String(error),
    });
  }
  if (!each) {
    all.sort((a, b) => b.seconds - a.seconds);
    console.log("slowest:");
    for (const { name, seconds } of all.slice(0, 20)) console.log(`  ${seconds.toFixed(1)} s ${name}`);
  }
  const left = skipped > before.skipped ? `, ${skipped - before.skipped} skipped` : "";
  const count = `${passed - before.passed} passed, ${failed - before.failed} failed${left}`;
  console.log(`-- ${title}: ${count}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** @type {Record<string, () => Promise<void>>} */
const stages = {
  types: () => stage("types", (report) => types(root, report)),
  lint: () => stage("lint", (report) => lint(root, report)),
  unit: () =>
    stage(
      "unit tests",
      (report) => {
        const folders = values.folder?.split(",");
        return unitTests(root, testFiles(root, { folders, except: ownCommand }), report, {
          pattern: values.pattern,
        });
      },
      { each: values.folder !== undefined || values.pattern !== undefined },
    ),
  notebooks: () => stage("notebooks", (report) => notebooks(root, report)),
  stock: () => stage("stock tslab", (report) => notebooks(root, report, { stock: true })),
  // One at a time: a browser and a training at once would measure each other.
  browser: () =>
    stage("browser", (report) =>
      unitTests(root, testFiles(root, { folders: ["browser"] }), report, {
        concurrency: 1,
        timeoutMinutes: 25,
      }),
    ),
  nodes: () =>
    stage("nodes", (report) =>
      unitTests(root, testFiles(root, { folders: ["nodes"] }), report, {
        concurrency: 1,
        timeoutMinutes: 25,
      }),
    ),
  site: () =>
    stage("site", async (report) => {
      if (!values.built) report(await builtSite(root));
      if (values.full) process.env.CONVLAB_FULL = "1";
      const chosen = testFiles(root, { folders: ["site"] });
      await unitTests(root, chosen, report, {
        concurrency: 1,
        timeoutMinutes: values.full ? 120 : 25,
        pattern: values.pattern,
      });
    }),
  hub: () =>
    stage("hub", (report) =>
      unitTests(root, testFiles(root, { folders: ["hub"] }), report, {
        concurrency: 1,
        timeoutMinutes: 10,
      }),
    ),
  audit: () => stage("audit", (report) => audit(root, report, { reportOnly: values.report })),
  package: () =>
    stage("package", (report) =>
      unitTests(root, testFiles(root, { folders: ["package"] }), report, {
        concurrency: 1,
        timeoutMinutes: 25,
      }),
    ),
};

function chosen() {
  if (positionals.length > 0) return positionals;
  if (values.only) return values.only.split(",");
  if (values.folder || values.pattern) return ["unit"];
  return ["types", "lint", "unit", "notebooks"];
}

async function main() {
  if (values.help) return console.log(help);
  for (const name of chosen()) {
    if (!Object.hasOwn(stages, name)) {
      const known = Object.keys(stages).join(", ");
      throw new RangeError(`Cannot run the tests ${name}: there are ${known}. Name one of them.`);
    }
  }
  if (!values["no-setup"]) {
    const { setUp } = await import("./setup/index.mjs");
    await setUp({ forTests: true });
  }
  for (const name of chosen()) await stages[name]?.();
  if (skipped > 0) console.log(`\n${skipped} skipped, counted in neither`);
  console.log(`\n${passed} passed, ${failed} failed`);
  // A run that tried nothing has shown nothing.
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

process.chdir(join(root));
main().catch((error) => {
  console.error(isRefusal(error) ? error.message : error);
  console.log("\n0 passed, 1 failed");
  process.exitCode = 1;
});

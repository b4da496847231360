// The audit of all that is installed from registries: `node scripts/test.mjs audit`. A registry that does not answer leaves its
// part out, and says so; a finding that answers.json does not answer fails, or with --report is merely said.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { programOf } from "../setup/pip.mjs";
import { faultOf, npmFindings, pipFindings, verdict } from "./findings.mjs";

/** @import { Report } from "../tests/stages.mjs" */
/** @import { Answer } from "./findings.mjs" */

const pipAudit = "pip-audit==2.10.1";
const npmFolders = [".", "deploy/proxy"];
const pipLocks = [
  "scripts/requirements.txt",
  "deploy/requirements.txt",
  "deploy/kubernetes/requirements.txt",
];

/**
 * @param {string} root
 * @param {Report} report
 * @param {{ reportOnly?: boolean | undefined }} [options] `reportOnly`: within a minute, and no finding fails
 */
export async function audit(root, report, { reportOnly = false } = {}) {
  /** @type {Answer[]} */
  const answers = JSON.parse(readFileSync(join(root, "scripts", "audit", "answers.json"), "utf8"));
  const packages = usedPackages(root);
  const faults = answers.map((answer) => faultOf(answer, packages)).filter((fault) => fault !== undefined);
  report({ name: "answers.json", ok: faults.length === 0, seconds: 0, error: faults.join("\n") });
  const end = AbortSignal.timeout(reportOnly ? 45_000 : 900_000);
  const npmOptions = reportOnly ? ["--fetch-retries=0", "--fetch-timeout=15000"] : [];
  const npm = npmFolders.map(async (folder) => {
    const { printed, seconds } = await run(
      "npm",
      ["audit", "--json", ...npmOptions],
      join(root, folder),
      end,
    );
    return { name: `npm audit in ${folder}`, found: npmFindings(printed), seconds };
  });
  const program = pipAuditProgram(root, end);
  const pip = pipLocks.map(async (lock) => {
    const options = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json"];
    const audited = await program;
    const { printed, seconds } = audited
      ? await run(audited, [...options, "--requirement", join(root, lock)], root, end)
      : { printed: "", seconds: 0 };
    return { name: `pip-audit of ${lock}`, found: pipFindings(printed), seconds };
  });
  for (const part of await Promise.all([...npm, ...pip])) {
    const late = end.aborted && typeof part.found === "string" ? "no answer in time" : part.found;
    report(verdict({ ...part, found: late }, answers, reportOnly));
  }
}

/**
 * Names of all packages of all locks.
 *
 * @param {string} root
 */
function usedPackages(root) {
  const npm = npmFolders.flatMap((folder) => {
    const lock = JSON.parse(readFileSync(join(root, folder, "package-lock.json"), "utf8"));
    return Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, ""));
  });
  const pip = pipLocks.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/^([\w.-]+)==/gm)].map(([, name = ""]) => name),
  );
  return new Set([...npm, ...pip]);
}

/**
 * pip-audit, in an environment of its own; undefined where it cannot be installed.
 *
 * @param {string} root
 * @param {AbortSignal} end
 */
async function pipAuditProgram(root, end) {
  const venv = join(root, ".cache", "audit");
  const program = join(venv, process.platform === "win32" ? "Scripts" : "bin", "pip-audit");
  if (existsSync(program)) return program;
  await run(programOf(join(root, ".venv")), ["-m", "venv", venv], root, end);
  await run(programOf(venv), ["-m", "pip", "install", "--quiet", pipAudit], root, end);
  return existsSync(program) ? program : undefined;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {AbortSignal} end after which it is ended, with what it printed so far
 * @returns {Promise<{ printed: string, seconds: number }>}
 */
function run(program, args, folder, end) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"], signal: end });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
    const done = () => resolve({ printed, seconds: (performance.now() - began) / 1000 });
    child.on("error", done);
    child.on("close", done);
  });
}

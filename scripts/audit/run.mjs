// The audit of all that is installed from registries: `node scripts/test.mjs audit`. A registry that does not answer leaves its
// part out, and says so; a finding that answers.json does not answer fails.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { programOf } from "../setup/pip.mjs";
import { faultOf, npmFindings, pipFindings, unanswered } from "./findings.mjs";

/** @import { Report } from "../tests/stages.mjs" */
/** @import { Answer, Finding } from "./findings.mjs" */

const pipAudit = "pip-audit==2.10.1";
const npmFolders = [".", "deploy/proxy"];
const pipLocks = ["scripts/requirements.txt", "deploy/requirements.txt"];

/**
 * @param {string} root
 * @param {Report} report
 */
export async function audit(root, report) {
  /** @type {Answer[]} */
  const answers = JSON.parse(readFileSync(join(root, "scripts", "audit", "answers.json"), "utf8"));
  const packages = usedPackages(root);
  const faults = answers.map((answer) => faultOf(answer, packages)).filter((fault) => fault !== undefined);
  report({ name: "answers.json", ok: faults.length === 0, seconds: 0, error: faults.join("\n") });
  for (const folder of npmFolders) {
    const { printed, seconds } = await run("npm", ["audit", "--json"], join(root, folder));
    tell(report, `npm audit in ${folder}`, npmFindings(printed), answers, seconds);
  }
  const program = await pipAuditProgram(root);
  for (const lock of pipLocks) {
    const options = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json"];
    const { printed, seconds } = program
      ? await run(program, [...options, "--requirement", join(root, lock)], root)
      : { printed: "", seconds: 0 };
    tell(report, `pip-audit of ${lock}`, pipFindings(printed), answers, seconds);
  }
}

/**
 * @param {Report} report
 * @param {string} name
 * @param {Finding[] | string} found
 * @param {readonly Answer[]} answers
 * @param {number} seconds
 */
function tell(report, name, found, answers, seconds) {
  if (typeof found === "string")
    return report({ name: `${name}: not audited, ${found}`, ok: true, skipped: true, seconds });
  const open = unanswered(found, answers);
  const error = open.map(({ id, package: of, title }) => `${of}: ${id} ${title}`).join("\n");
  report({ name: `${name}: ${found.length} findings`, ok: open.length === 0, seconds, error });
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
 */
async function pipAuditProgram(root) {
  const venv = join(root, ".cache", "audit");
  const program = join(venv, process.platform === "win32" ? "Scripts" : "bin", "pip-audit");
  if (existsSync(program)) return program;
  await run(programOf(join(root, ".venv")), ["-m", "venv", venv], root);
  await run(programOf(venv), ["-m", "pip", "install", "--quiet", pipAudit], root);
  return existsSync(program) ? program : undefined;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Promise<{ printed: string, seconds: number }>}
 */
function run(program, args, folder) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 300_000,
    });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
    const end = () => resolve({ printed, seconds: (performance.now() - began) / 1000 });
    child.on("error", end);
    child.on("close", end);
  });
}

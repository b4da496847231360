import { rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createConsole } from "../console.mjs";
import { isRefusal, messageOf } from "../errors.mjs";
import { commandOf, homeOf, isInstalled } from "../installation.cjs";
import { buildStep } from "./build.mjs";
import { checkBuilt, checkFolder, checkSpace } from "./checks.mjs";
import { clearHalfMade } from "./folders.mjs";
import { kernelStep } from "./kernel.mjs";
import { labStep } from "./lab.mjs";
import { takeLock } from "./lock.mjs";
import { mnistStep } from "./mnist.mjs";
import { packagesStep } from "./packages.mjs";
import { leavePrivatePython, pythonStep } from "./python.mjs";
import { refusePython, refuseReader } from "./readers.mjs";
import { endAll, failure } from "./run.mjs";
import { snapshotStep } from "./snapshot.mjs";
import { hasStamp, removeStamp, writeStamp } from "./stamps.mjs";
import { tensorflowStep, tryWithoutCompiler } from "./tensorflow.mjs";

/** @import { Console } from "../console.mjs" */
/** @import { Step } from "./stamps.mjs" */

const here = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

// npm packages before everything that is put into node_modules; the kernel's step links the package to its own
// name, which the build needs.
const inCheckout = [
  packagesStep,
  pythonStep,
  tensorflowStep,
  mnistStep,
  kernelStep,
  buildStep,
  labStep,
  snapshotStep,
];
// A package comes built, with most of its packages beside it.
const inProject = [
  { ...packagesStep, bytes: 20e6 },
  pythonStep,
  tensorflowStep,
  mnistStep,
  kernelStep,
  labStep,
  snapshotStep,
];

/**
 * Sets up what is missing, in a checkout or for the package in a project, and returns the names of the steps that were
 * done. `thorough` reads the data files again, whatever their stamps say; `quiet` prints nothing; `forTests` lets type
 * errors in the library pass, since the tests report them; `forAll` makes an environment anew whose Python only some may run.
 * Fails with one message that begins with "Cannot".
 *
 * @param {{ root?: string, quiet?: boolean, thorough?: boolean, forTests?: boolean, forAll?: boolean }} [options]
 */
export async function setUp({ root = here, quiet, thorough = false, forTests = false, forAll = false } = {}) {
  const out = createConsole(quiet === undefined ? {} : { quiet });
  const steps = isInstalled(root) ? inProject : inCheckout;
  refusePython(root);
  if (!thorough && !steps.some((step) => isPending(root, step))) return [];
  refuseReader(root, "set up", "setup");
  if (isInstalled(root)) checkBuilt(root);
  checkFolder(root);
  const release = await takeLock(root, {
    onWait: (pid) => out.say(`Another set-up is running here (process ${pid}): waiting for it.`),
  });
  const stop = endOnSignal(root, out);
  if (forAll) await leavePrivatePython(root);
  /** @type {string[]} */
  const done = [];
  try {
    const pending = steps.filter((step) => isPending(root, step));
    checkSpace(
      root,
      pending.reduce((sum, step) => sum + step.bytes, 0),
    );
    clearHalfMade(root);
    for (const step of steps) {
      if (!isPending(root, step) && !(thorough && step === mnistStep)) continue;
      if (step === pythonStep) await tryWithoutCompiler(root, out);
      const again = isPending(root, step);
      if (again) removeStamp(root, step.name);
      const passed = await step.run(root, out, { forTests });
      if (passed !== false && step.stands(root)) writeStamp(root, step.name, step.inputs(root));
      if (again) done.push(step.name);
    }
    rmSync(join(homeOf(root), ".cache", "tmp"), { recursive: true, force: true });
    return done;
  } catch (error) {
    throw isRefusal(error)
      ? error
      : failure(`set up in ${homeOf(root)}`, messageOf(error), { root, cause: error });
  } finally {
    stop();
    release();
  }
}

/** What to type next. */
export const startCommand = (root = here) => commandOf(root, "start");

/**
 * @param {string} root
 * @param {Step} step
 */
function isPending(root, step) {
  try {
    return !step.stands(root) || !hasStamp(root, step.name, step.inputs(root));
  } catch {
    return true; // its inputs are made by a step before it
  }
}

/**
 * While a set-up runs, Ctrl-C ends the programs it started and says that nothing is lost.
 *
 * @param {string} root
 * @param {Console} out
 */
function endOnSignal(root, out) {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const handlers = Object.entries(codes).map(([signal, code]) => {
    const handler = () => {
      endAll();
      out.say(`\nStopped. The next ${commandOf(root, "setup")} goes on from where this one was.`);
      process.exit(code);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return () => {
    for (const { signal, handler } of handlers) process.removeListener(signal, handler);
  };
}

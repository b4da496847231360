import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "../setup/folders.mjs";
import { pythonEnvironment } from "../setup/pip.mjs";
import { failure, run } from "../setup/run.mjs";
import { buildExtension } from "./labExtension.mjs";
import { labPage, redirectPage } from "./labPage.mjs";
import { jupyterLitePython } from "./python.mjs";
import { trimJupyterLite } from "./trim.mjs";

/**
 * JupyterLite with our kernel, in out/jupyter: the app `lab` only, without what no lesson needs.
 *
 * @param {string} root
 * @param {string} out
 */
export async function buildLab(root, out) {
  const work = newFolder(root, "lab");
  const place = join(out, "jupyter");
  try {
    await runJupyterLite(root, work);
    const made = join(work, "out");
    trimJupyterLite(made);
    const extension = await buildExtension(root, join(made, "extensions", "convlab"));
    const page = labPage(root, made, extension);
    writeFileSync(join(made, "lab", "index.html"), page);
    writeFileSync(join(made, "index.html"), redirectPage);
    copyFileSync(join(root, "site", "lab", "icon.svg"), join(made, "icon.svg"));
    // The lessons are another part: what it has put here stays.
    for (const name of ["build", "extensions", "lab"])
      rmSync(join(place, name), { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    cpSync(made, place, { recursive: true });
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * @param {string} root
 * @param {string} work
 */
async function runJupyterLite(root, work) {
  const python = await jupyterLitePython(root);
  const lite = join(work, "lite");
  mkdirSync(lite);
  writeFileSync(join(lite, "jupyter-lite.json"), '{ "jupyter-lite-schema-version": 0 }\n');
  const choice = ["--apps", "lab", "--no-sourcemaps", "--no-unused-shared-packages", "--ignore-sys-prefix"];
  const { code, output } = await run(
    python,
    ["-m", "jupyterlite_core", "build", ...choice, "--lite-dir", lite, "--output-dir", join(work, "out")],
    { cwd: work, env: pythonEnvironment(root) },
  );
  if (code !== 0) throw failure("build JupyterLite", output, { root, again: "run npm run site again" });
}

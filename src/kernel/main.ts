// The kernel's program: `node dist/kernel/main.js <connection file>`. Jupyter starts it by the kernelspec `tslab`, and
// with `--js` after that by `jslab`: cells are JavaScript then.
import { basename } from "node:path";
import { debuggedRunner } from "./debug/debuggedRunner.js";
import { Debugger } from "./debug/debugger.js";
import { Aside } from "./front/aside.js";
import { Kernel } from "./front/kernel.js";
import { kernelInfo } from "./front/kernelInfo.js";
import { processesFor } from "./front/processes.js";
import { leanSeconds } from "./lean.js";
import { readConnection } from "./wire/connection.js";
import { serve } from "./wire/serve.js";

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<void> {
  const path = process.argv[2];
  if (path === undefined) throw new Error("Cannot start: name the connection file that Jupyter has written.");
  const language = process.argv.includes("--js", 3) ? "javascript" : "typescript";
  const connection = readConnection(path);
  const notebook = basename(process.env.JPY_SESSION_NAME ?? "notebook.ipynb");
  const processes = processesFor(notebook, language, log);
  const debug = new Debugger();
  const start = debuggedRunner(debug, processes);
  // Where many share a machine, nobody has a second checker.
  const aside = leanSeconds() === undefined ? new Aside(processes) : undefined;
  const kernel = new Kernel(kernelInfo(language), start, log, aside);
  const served = await serve(connection, Object.assign(kernel, { debugger: debug }), { log });
  process.on("SIGINT", () => {
    served.withdrawInputs("the cell was interrupted");
    kernel.interrupt();
  });
  const end = async (): Promise<void> => {
    kernel.shutdown();
    await served.close();
    process.exit(0);
  };
  process.on("SIGTERM", () => void end());
  followParent();
  await served.finished;
  await end();
}

/** Jupyter names the process that started it; when that has gone, nobody can use this kernel any more. */
function followParent(): void {
  const parent = Number(process.env.JPY_PARENT_PID);
  if (!(parent > 1) || process.platform === "win32") return;
  const first = process.ppid;
  setInterval(() => {
    if (process.ppid !== first) process.kill(process.pid, "SIGTERM");
  }, 1000).unref();
}

main().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

// The process that compiles and runs cells. Started by the front with the notebook's name; its folder is the current one.
import { join } from "node:path";
import type { ToFront, ToSession } from "../protocol.js";
import { printPlainly } from "./printing.js";
import { Session } from "./session.js";
import { readableFunctions, veilGlobals } from "./sources.js";
import { refuseStdin } from "./stdin.js";
import "../../networks/repairUtil.js";

Error.stackTraceLimit = 50;
const send = process.send?.bind(process) as ((message: ToFront) => boolean) | undefined;
if (send === undefined) {
  console.error("Cannot start: this program is a part of the kernel and is started by it.");
  process.exit(1);
}
// The channel closes when the front has gone.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
const notebook = process.argv[2] ?? "notebook.ipynb";
// Cells find what a program of their own would find: no arguments, and nobody to send to.
process.argv = [process.execPath, join(process.cwd(), notebook)];
process.execArgv = [];
delete process.send;
printPlainly();
refuseStdin();
const session = new Session(process.cwd(), notebook, send);
veilGlobals();
readableFunctions();
process.on("message", (message) => session.receive(message as ToSession));
send({ type: "ready" });
setImmediate(() => session.warmUp());

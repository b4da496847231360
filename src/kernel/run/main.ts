// The process that compiles and runs cells. Started by the front with the notebook's name; its folder is the current one.
import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { offerDebuggee } from "../debug/offer.js";
import { leanSeconds } from "../lean.js";
import { listenTo } from "../line.js";
import { lineDescriptor, type ToSession } from "../protocol.js";
import { printPlainly } from "./printing.js";
import { Session } from "./session.js";
import { Shared, sharedLength } from "./shared.js";
import { readableFunctions, veilGlobals } from "./sources.js";
import { refuseStdin } from "./stdin.js";
import { Thrift } from "./thrift.js";
import { startWatchdog } from "./watch.js";
import { endUnwatched } from "./watched.js";
import "../../networks/repairUtil.js";

Error.stackTraceLimit = 50;
if (!hasLine()) {
  console.error("Cannot start: this program is a part of the kernel and is started by it.");
  process.exit(1);
}
const line = new Socket({ fd: lineDescriptor, readable: true, writable: true });
// The line closes when the front has gone.
line.on("close", () => process.kill(process.pid, "SIGKILL"));
line.on("error", () => {});
const [, , notebook = "notebook.ipynb", wanted] = process.argv;
const language = wanted === "javascript" ? wanted : "typescript";
// Cells find what a program of their own would find: no arguments.
process.argv = [process.execPath, join(process.cwd(), notebook)];
process.execArgv = [];
printPlainly();
refuseStdin();
readableFunctions();
const shared = new Shared(new SharedArrayBuffer(sharedLength));
const session = new Session({
  ...{ folder: process.cwd(), notebook, language, shared },
  write: (bytes) => line.write(bytes as Uint8Array),
  ended: () => {
    endUnwatched();
    debuggee();
    thrift?.ended();
  },
});
const debuggee = offerDebuggee(session, language);
const lean = leanSeconds();
const thrift = lean === undefined ? undefined : new Thrift(lean, session.release);
startWatchdog(shared, (number) => session.interrupted(number));
veilGlobals();
// What a timer of a cell has changed would be in the way of reading the message.
line.on("data", () => session.mend());
listenTo<ToSession>(line, (message) => {
  thrift?.asked(message.type === "execute");
  session.receive(message);
});
setImmediate(() => {
  // Where memory is short, only a cell brings the compiler to work.
  if (thrift === undefined) session.warmUp();
  // Only now: what a snapshot may bring down would be down.
  session.begin();
  process.on("exit", session.flush);
});

function hasLine(): boolean {
  try {
    return fstatSync(lineDescriptor).isSocket() || process.platform === "win32";
  } catch {
    return false;
  }
}

// The process that compiles and runs cells. Started by the front with the notebook's name; its folder is the current one.
import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import process from "node:process";
import { listenTo } from "../line.js";
import { lineDescriptor, type ToSession } from "../protocol.js";
import { Session } from "./session.js";
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
const session = new Session(process.cwd(), process.argv[2] ?? "notebook.ipynb", (bytes) => line.write(bytes));
// What a timer of a cell has changed would be in the way of reading the message.
line.on("data", () => session.mend());
listenTo<ToSession>(line, (message) => session.receive(message));
session.begin();
setImmediate(() => session.warmUp());

function hasLine(): boolean {
  try {
    return fstatSync(lineDescriptor).isSocket() || process.platform === "win32";
  } catch {
    return false;
  }
}

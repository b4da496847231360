// The process that compiles and runs cells. Started by the front with the notebook's name; its folder is the current one.
import type { ToFront, ToSession } from "../protocol.js";
import { Session } from "./session.js";
import "../../networks/repairUtil.js";

Error.stackTraceLimit = 50;
const send = process.send?.bind(process) as ((message: ToFront) => boolean) | undefined;
if (send === undefined) {
  console.error("Cannot start: this program is a part of the kernel and is started by it.");
  process.exit(1);
}
// The channel closes when the front has gone.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
const [, , notebook = "notebook.ipynb", language] = process.argv;
const session = new Session(
  process.cwd(),
  notebook,
  send,
  language === "javascript" ? language : "typescript",
);
process.on("message", (message) => session.receive(message as ToSession));
send({ type: "ready" });
setImmediate(() => session.warmUp());

// The session of a kernel in a worker.
import { useVirtualDisk } from "../../dist/kernel/compile/virtualSystem.js";
import type { ToFront } from "../../dist/kernel/protocol.js";
import { notebookFile } from "../../dist/kernel/run/notebookFile.js";
import { nextTurn } from "../../dist/kernel/run/own.js";
import { provide } from "../../dist/kernel/run/provided.js";
import { Session } from "../../dist/kernel/run/session.js";
import { Shared, sharedLength } from "../../dist/kernel/run/shared.js";
import { readableFunctions, veilGlobals } from "../../dist/kernel/run/sources.js";
import { mountFiles, mountFolder } from "../../dist/kernel/virtualDisk.js";
import { offerFiles, takeFile } from "./filesInWorker.js";
import { Library } from "./library.js";
import type { ToWorker } from "./workerMessages.js";
import { workerScope } from "./workerScope.js";

const folder = "/notebook";

/** Starts the session. `types` are declarations by path, `early` the messages that came before. */
export function startSession(
  types: Readonly<Record<string, string>>,
  libraryAddress: string,
  memory: SharedArrayBuffer | undefined,
  early: readonly unknown[],
): void {
  const send = workerScope.postMessage.bind(workerScope);
  mountFolder(folder);
  mountFiles(types);
  useVirtualDisk(folder);
  Error.stackTraceLimit = 50;
  readableFunctions();
  const shared = new Shared(memory ?? new ArrayBuffer(sharedLength));
  const session = new Session({
    ...{ folder, notebook: "notebook.ipynb", shared },
    write: (messages) => send({ type: "front", messages: messages as readonly ToFront[] }),
  });
  const library = new Library(libraryAddress);
  provide(library.modules);
  veilGlobals();
  const take = (message: ToWorker): void => {
    session.mend();
    if (message.type === "ping") send({ type: "pong", ping: message.ping });
    else if (message.type === "file" || message.type === "noFile") takeFile(message);
    else if (message.type === "notebook") {
      notebookFile.path = message.path.startsWith("/") ? message.path : `/${message.path}`;
      if (message.hasFiles) offerFiles(send);
    } else if (message.type === "interrupt") {
      // Where the memory is shared, the page has counted it there.
      session.interrupted(memory === undefined ? shared.ask() : message.number);
      send({ type: "heard", number: message.number });
    } else session.receive(message);
  };
  for (const message of early) take(message as ToWorker);
  workerScope.onmessage = ({ data }) => take(data as ToWorker);
  session.warmUp();
  session.begin();
  void prepare(session, library);
}

/** What the first cells of a lesson will want, while nobody waits for anything. */
async function prepare(session: Session, library: Library): Promise<void> {
  await nextTurn();
  session.warmUp('import * as convlab from "convlab"; convlab');
  await nextTurn();
  await library.start();
}

import type { ReaderFiles } from "../kernel/files.js";
import type { JupyterMessage } from "../kernel/messages.js";
import { PageKernel } from "../kernel/page.js";
import type { KernelOptions, LiteKernel, Sessions, Signal } from "./jupyter.js";
import { kernelFolder } from "./places.js";
import type { Lab } from "./shared.js";

/** What a kernel takes from the page besides what JupyterLite tells it. */
export interface KernelSurroundings {
  readonly lab: Pick<Lab, "Signal">;
  readonly sessions: Sessions;
  readonly filesFor: (folder: string) => ReaderFiles;
  /** Hears of each kernel of the page as it is made, and when it is ready. */
  readonly onStart: (notebook: string, ready: Promise<void>) => void;
}

/**
 * The kernel as JupyterLite knows it: messages go to the kernel in the page and come from it whole. It is made with the
 * first message, since only then the session says which notebook it is for.
 */
export class LabKernel implements LiteKernel {
  readonly ready = Promise.resolve();
  readonly disposed: Signal<void>;
  readonly id: string;
  readonly name: string;
  readonly location: string;
  isDisposed = false;
  readonly #options: KernelOptions;
  readonly #around: KernelSurroundings;
  #page: Promise<PageKernel> | undefined;

  constructor(options: KernelOptions, around: KernelSurroundings) {
    this.id = options.id;
    this.name = options.name;
    this.location = options.location;
    this.disposed = new around.lab.Signal<void>(this);
    this.#options = options;
    this.#around = around;
  }

  /** JupyterLite waits for this before it hands over the next: what has to wait its turn waits in our own queue. */
  async handleMessage(message: JupyterMessage): Promise<void> {
    this.#page ??= this.#start();
    const page = await this.#page;
    if (!this.isDisposed) page.receive(message);
  }

  interrupt(): void {
    void this.#page?.then((page) => page.interrupt());
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    void this.#page?.then((page) => page.dispose());
    this.disposed.emit();
  }

  async #start(): Promise<PageKernel> {
    const notebook = await notebookOf(this.id, this.#around.sessions);
    const page = new PageKernel({
      kernelFolder: kernelFolder(),
      notebook,
      files: this.#around.filesFor(notebook.replace(/[^/]*$/, "")),
      send: (message) => this.#send(message),
      log: (line) => console.debug(line),
    });
    this.#around.onStart(notebook, page.ready);
    return page;
  }

  #send(message: JupyterMessage): void {
    if (this.isDisposed) return;
    // JupyterLite finds the socket of a reply by the session of its header.
    const session = String(message.parent_header.session ?? "");
    this.#options.sendMessage({ ...message, header: { ...message.header, session } });
  }
}

async function notebookOf(kernel: string, sessions: Sessions): Promise<string> {
  await sessions.refreshRunning();
  for (const session of sessions.running()) if (session.kernel?.id === kernel) return session.path;
  return "notebook.ipynb";
}

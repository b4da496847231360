// The page's side of the kernel: queue, counts, history and input, as in Node; the cells run in a worker.
import { Kernel } from "../../dist/kernel/front/kernel.js";
import { kernelInfo } from "../../dist/kernel/front/kernelInfo.js";
import { Dispatcher } from "../../dist/kernel/wire/dispatcher.js";
import { Headers } from "../../dist/kernel/wire/headers.js";
import type { Header, Outgoing } from "../../dist/kernel/wire/message.js";
import { Output } from "../../dist/kernel/wire/output.js";
import type { ReaderFiles } from "./files.js";
import { incoming, type JupyterMessage, outgoing } from "./messages.js";
import { WorkerRunner } from "./workerRunner.js";
import { prepareWorker, takeWorker } from "./workers.js";

export type { ReaderFiles } from "./files.js";
export type { JupyterMessage } from "./messages.js";

export interface PageKernelOptions {
  /** The absolute address of the folder `kernel/` of the site. */
  readonly kernelFolder: string;
  /** The path of the notebook. */
  readonly notebook: string;
  /** Takes replies, what is published, and what cells ask the reader. */
  readonly send: (message: JupyterMessage) => void;
  readonly files?: ReaderFiles;
  /** Takes a sentence about each message refused or ignored, and about workers that ended. */
  readonly log?: (line: string) => void;
}

/** Starts a worker ahead of the first session, when the page loads. */
export function prepare(kernelFolder: string): void {
  prepareWorker(kernelFolder);
}

/** A kernel for one notebook. */
export class PageKernel {
  /** Resolves when a cell can run. */
  readonly ready: Promise<void>;
  readonly #kernel: Kernel;
  readonly #dispatcher: Dispatcher;
  #disposed = false;

  constructor({ kernelFolder, notebook, send, files, log = () => {} }: PageKernelOptions) {
    const headers = new Headers();
    const post = (channel: JupyterMessage["channel"], message: Outgoing, header?: Header): void => {
      if (!this.#disposed) send(outgoing(channel, message, header ?? headers.header(message.type)));
    };
    let [begun, failed] = [(): void => {}, (_: Error): void => {}];
    this.ready = new Promise((resolve, reject) => {
      [begun, failed] = [resolve, reject];
    });
    // Who does not wait for it need not catch it.
    this.ready.catch(() => {});
    this.#kernel = new Kernel(
      kernelInfo("typescript"),
      (events) =>
        new WorkerRunner(takeWorker(kernelFolder), notebook, files, {
          ...events,
          message(message) {
            if (message.type === "ready") begun();
            events.message(message);
          },
          ended(tell) {
            failed(new Error(tell(false)));
            events.ended(tell);
          },
        }),
      log,
    );
    const output = new Output((message) => post("iopub", message));
    this.#dispatcher = new Dispatcher(this.#kernel, headers, post, output, log);
  }

  /** Takes a message of a front end. Never throws. */
  receive(message: JupyterMessage): void {
    if (this.#disposed || message.channel === "iopub") return;
    this.#dispatcher.received(message.channel, incoming(message));
  }

  /** Stops the running cell. */
  interrupt(): void {
    this.#dispatcher.inputs.withdraw("the cell was interrupted");
    this.#kernel.interrupt();
  }

  /** Ends the worker, whatever it does, and frees its memory. */
  dispose(): void {
    this.#disposed = true;
    this.#dispatcher.inputs.withdraw("the kernel ends");
    this.#kernel.shutdown();
  }
}

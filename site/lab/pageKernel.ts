import type { ReaderFiles } from "../kernel/files.js";
import type { JupyterMessage } from "../kernel/messages.js";

export interface PageKernelOptions {
  readonly kernelFolder: string;
  readonly notebook: string;
  readonly send: (message: JupyterMessage) => void;
  readonly files?: ReaderFiles;
  readonly log?: (line: string) => void;
}

/** A stand-in that answers and echoes, until the kernel in the page is there. */
export class PageKernel {
  readonly ready: Promise<void>;
  readonly #options: PageKernelOptions;
  #count = 0;

  constructor(options: PageKernelOptions) {
    this.#options = options;
    this.ready = new Promise((resolve) => setTimeout(resolve, 1500));
  }

  receive(message: JupyterMessage): void {
    void this.ready.then(() => this.#answer(message));
  }

  interrupt(): void {}

  dispose(): void {}

  #answer(message: JupyterMessage): void {
    const send = (channel: JupyterMessage["channel"], type: string, content: Record<string, unknown>) =>
      this.#options.send({
        channel,
        header: {
          ...message.header,
          msg_id: crypto.randomUUID(),
          msg_type: type,
          session: "kernel",
          date: new Date().toISOString(),
        },
        parent_header: message.header,
        metadata: {},
        content,
        buffers: [],
      });
    send("iopub", "status", { execution_state: "busy" });
    const type = message.header.msg_type;
    if (type === "kernel_info_request")
      send("shell", "kernel_info_reply", {
        status: "ok",
        protocol_version: "5.3",
        implementation: "tslab",
        implementation_version: "0",
        banner: "",
        help_links: [],
        language_info: {
          name: "typescript",
          version: "5.9",
          mimetype: "text/typescript",
          file_extension: ".ts",
          codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
        },
      });
    if (type === "execute_request") {
      this.#count += 1;
      send("iopub", "stream", { name: "stdout", text: `${String(message.content["code"])}\n` });
      send("shell", "execute_reply", { status: "ok", execution_count: this.#count, user_expressions: {} });
    }
    if (type === "comm_info_request") send("shell", "comm_info_reply", { status: "ok", comms: {} });
    send("iopub", "status", { execution_state: "idle" });
  }
}

export function prepare(_kernelFolder: string): void {}

/** A message of Jupyter's protocol as it goes between a front end and a kernel in the same page. */
export interface JupyterMessage {
  readonly channel: "shell" | "control" | "iopub" | "stdin";
  readonly header: {
    readonly msg_id: string;
    readonly msg_type: string;
    readonly session: string;
    readonly username: string;
    /** ISO 8601. */
    readonly date: string;
    readonly version: string;
  };
  /** The header of the message this one answers; empty when there is none. */
  readonly parent_header: { readonly [name: string]: unknown };
  readonly metadata: { readonly [name: string]: unknown };
  readonly content: { readonly [name: string]: unknown };
  readonly buffers: readonly Uint8Array[];
}

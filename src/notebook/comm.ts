/** What may go with a message of a comm beside its content. */
interface CommAttachments {
  readonly metadata?: object;
  readonly buffers?: readonly Uint8Array[];
}

/** A message of the other side. */
interface CommReceived extends Required<CommAttachments> {
  readonly data: unknown;
}

/** One open line between a cell and something in the front end. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  /** Called for each message of the other side. */
  onMessage?: (message: CommReceived) => void;
  /** Called when the other side closes. */
  onClose?: (message: CommReceived) => void;
  send(data: unknown, options?: CommAttachments): void;
  close(data?: unknown): void;
}

/** Called when the front end opens a comm; `opened` is what it said. */
export type CommTarget = (comm: Comm, opened: CommReceived) => void;

/** What a kernel with comms offers. */
export interface CommKernel {
  /** Opens a comm to a target of the front end. */
  openComm(target: string, data?: unknown, options?: CommAttachments): Comm;
  /** From now on the front end may open comms of this name. */
  registerComm(target: string, opened: CommTarget): void;
}

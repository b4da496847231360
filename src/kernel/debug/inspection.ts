/** What the front tells the inspector of the process that runs cells. */
export type ToInspector =
  | { readonly type: "open" }
  | { readonly type: "close" }
  | { readonly type: "post"; readonly id: number; readonly method: string; readonly params: object };

/** What comes back: answers by number, and what happens meanwhile. */
export type FromInspector =
  | { readonly type: "result"; readonly id: number; readonly result: unknown }
  | { readonly type: "failed"; readonly id: number; readonly reason: string }
  | { readonly type: "event"; readonly method: string; readonly params: unknown };

/** What the scripts of cells and of the reader's modules name as their source map: they are known by it. */
export const ownMark = "convlab";

/** The last line of a script of the reader's. */
export const ownLine = `\n//# sourceMappingURL=${ownMark}`;

/** What Node says on stderr when a process ends while it is being debugged. */
export const parting = "Waiting for the debugger to disconnect...\n";

/** Where the process that runs cells keeps what a debugger asks. */
export const debuggeeKey = "convlab.debuggee";

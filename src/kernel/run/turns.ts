import { executionAsyncId } from "node:async_hooks";

/** A number that calls have in common which led from one to the next without a pause. */
export const turnNumber: () => number = executionAsyncId;

const nothing = (): void => {};

/** What is to be done before code that awaits now goes on: Node itself knows whose it is. */
export const resumption = (): (() => void) => nothing;

import type { NotebookPanel, NotebookTracker } from "./jupyter.js";

/** Calls `work` for each notebook that is open, and for those that will be. */
export function eachNotebook(tracker: NotebookTracker, work: (panel: NotebookPanel) => void): void {
  tracker.forEach(work);
  tracker.widgetAdded.connect((_, panel) => work(panel));
}

import type { NotebookPanel, NotebookTracker } from "./jupyter.js";

const savers = new Set<() => Promise<void>>();

/** Saves all that is open and was changed. */
export async function saveAll(): Promise<void> {
  await Promise.all([...savers].map((save) => save()));
}

const quietFor = 1_000; // milliseconds after the last change
const waitAtMost = 10_000; // while something changes all the time, as the curve of a training

/**
 * Saves what the reader does a moment later, and at once where the page goes out of sight: who closes a tab has lost
 * nothing. What was only opened is not saved: it would stand in the way of a newer lesson.
 */
export function keepSaved(tracker: NotebookTracker): void {
  tracker.widgetAdded.connect(async (_, panel) => {
    await panel.context.ready;
    const saver = saverOf(panel);
    savers.add(saver.now);
    panel.context.model.contentChanged.connect(saver.soon);
    panel.disposed.connect(() => {
      savers.delete(saver.now);
      saver.stop();
    });
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void saveAll();
  });
  window.addEventListener("pagehide", () => void saveAll());
}

function saverOf({ context }: NotebookPanel): {
  soon: () => void;
  now: () => Promise<void>;
  stop: () => void;
} {
  const { model } = context;
  const cells = () => JSON.stringify(model.toJSON().cells);
  let saved = cells();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;
  const stop = () => clearTimeout(timer);
  const now = async () => {
    stop();
    since = undefined;
    if (!model.dirty) return;
    const text = cells();
    // JupyterLab takes what the kernel says of itself for a change.
    if (text === saved) {
      model.dirty = false;
      return;
    }
    saved = text;
    await context.save().then(askToKeep, console.warn);
  };
  const soon = () => {
    stop();
    since ??= Date.now();
    timer = setTimeout(now, Math.max(0, Math.min(quietFor, since + waitAtMost - Date.now())));
  };
  soon();
  return { soon, now, stop };
}

/** Asks the browser, once there is something to lose, not to clear this site's storage when its disk runs full. */
async function askToKeep(): Promise<void> {
  const { storage } = navigator;
  if (storage?.persist !== undefined && !(await storage.persisted())) await storage.persist();
}

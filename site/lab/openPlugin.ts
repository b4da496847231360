import type { DocumentManager, NotebookTracker, Plugin } from "./jupyter.js";
import type { Reading } from "./reading.js";
import type { Lab } from "./shared.js";

/**
 * Opens the lesson that the address names, and keeps the address naming the notebook that is looked at: what is copied
 * from it, and a reload, lead back here.
 */
export function openPlugin(lab: Lab, reading: Reading): Plugin {
  return {
    id: "convlab:open",
    description: "Opens the lesson that the address names.",
    autoStart: true,
    requires: [lab.IDocumentManager, lab.INotebookTracker],
    activate: (app, documents: DocumentManager, tracker: NotebookTracker) => {
      const path = new URL(location.href).searchParams.get("path");
      const open = () => path !== null && documents.openOrReveal(path);
      void app.started.then(open);
      tracker.widgetAdded.connect((_, panel) => {
        // A frame later the cells are drawn.
        void panel.revealed.then(() => requestAnimationFrame(() => requestAnimationFrame(reading.ready)));
      });
      void app.restored.then(() => {
        // The layout of the last visit may have brought another notebook to the front.
        open();
        // On a narrow screen the lesson is what one wants to see.
        if (matchMedia("(max-width: 699px)").matches) app.shell.collapseLeft();
        tracker.currentChanged.connect((_, panel) => {
          if (panel !== null) showInAddress(panel.context.path);
        });
      });
    },
  };
}

function showInAddress(path: string): void {
  const address = new URL(location.href);
  if (address.searchParams.get("path") === path) return;
  address.searchParams.set("path", path);
  history.replaceState(history.state, "", address);
}

import { copyFromSite } from "./copies.js";
import type { Drive } from "./drive.js";
import { keepMine, type Parted, watchEditions } from "./editions.js";
import type { DocumentManager, NotebookTracker, Plugin } from "./jupyter.js";
import { keepSaved } from "./saving.js";
import type { Lab } from "./shared.js";

/** Nothing is lost: changes are saved as they are made, and a newer lesson never takes the place of a changed one. */
export function keepPlugin(lab: Lab): Plugin {
  return {
    id: "convlab:keep",
    description: "Saves soon, and keeps changed lessons when the site has newer ones.",
    autoStart: true,
    requires: [lab.IDefaultDrive, lab.IDocumentManager, lab.INotebookTracker],
    activate: (app, drive: Drive, documents: DocumentManager, tracker: NotebookTracker) => {
      keepSaved(tracker);
      const openNew = async (parted: Parted) => {
        const path = await copyFromSite(app.serviceManager.contents, parted.path, "new");
        keepMine(parted);
        documents.openOrReveal(path);
      };
      watchEditions(drive, (parted) => {
        lab.Notification.emit(
          "This lesson was improved since you began it. Yours is here, as you left it.",
          "info",
          {
            autoClose: false,
            actions: [
              {
                label: "Open the new one beside",
                displayType: "accent",
                callback: () => void openNew(parted),
              },
              { label: "Keep mine", callback: () => keepMine(parted) },
            ],
          },
        );
      });
    },
  };
}

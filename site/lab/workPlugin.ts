import type { Drive } from "./drive.js";
import type { DocumentManager, MainMenu, NotebookTracker, Plugin } from "./jupyter.js";
import type { Lab } from "./shared.js";
import { type Desk, downloadAll, downloadNotebook, freshCopy, uploadWork } from "./work.js";
import { workPanel } from "./workPanel.js";

/** A command of "My work", as menu, panel and palette show it. */
export interface WorkCommand {
  readonly id: string;
  readonly label: string;
  readonly caption: string;
  readonly run: (desk: Desk) => Promise<void>;
  readonly needsNotebook?: true;
}

const commands: readonly WorkCommand[] = [
  {
    id: "convlab:download-notebook",
    label: "Download this notebook",
    caption: "The notebook with your changes, as a file",
    run: downloadNotebook,
    needsNotebook: true,
  },
  {
    id: "convlab:download-all",
    label: "Download all my work",
    caption: "All that is kept in this browser, as one file",
    run: downloadAll,
  },
  {
    id: "convlab:upload",
    label: "Upload work",
    caption: "Takes back a download, or any notebook; asks before it replaces anything",
    run: uploadWork,
  },
  {
    id: "convlab:fresh-copy",
    label: "Fresh copy of this lesson",
    caption: "The lesson as it was, beside yours",
    run: freshCopy,
    needsNotebook: true,
  },
];

/** The menu and the side panel "My work". */
export function workPlugin(lab: Lab): Plugin {
  return {
    id: "convlab:work",
    description: "Keeps, downloads and takes back the reader's work.",
    autoStart: true,
    requires: [lab.IDefaultDrive, lab.IDocumentManager, lab.INotebookTracker, lab.IMainMenu],
    activate: (
      app,
      drive: Drive,
      documents: DocumentManager,
      tracker: NotebookTracker,
      mainMenu: MainMenu,
    ) => {
      const desk = { lab, app, drive, documents, tracker };
      const menu = new lab.Menu({ commands: app.commands });
      menu.title.label = "My work";
      for (const { id, label, caption, run, needsNotebook } of commands) {
        app.commands.addCommand(id, {
          label,
          caption,
          isEnabled: () => !needsNotebook || tracker.currentWidget !== null,
          execute: () => run(desk),
        });
        menu.addItem({ command: id });
      }
      mainMenu.addMenu(menu, true, { rank: 60 });
      app.shell.add(workPanel(desk, commands), "left", { rank: 50 });
    },
  };
}

import { link, plainButton } from "./elements.js";
import type { NotebookPanel, NotebookTracker, Plugin } from "./jupyter.js";
import { plainPage } from "./places.js";
import type { Readiness } from "./readiness.js";
import type { Lab } from "./shared.js";

const knownName = "convlab.known.kept";

/** Lines above a notebook: the kernel is on its way, where work is kept, and that a larger screen is better. */
export function notesPlugin(lab: Lab, readiness: Readiness): Plugin {
  return {
    id: "convlab:notes",
    description: "Says above a notebook what a reader should know.",
    autoStart: true,
    requires: [lab.INotebookTracker],
    activate: (app, tracker: NotebookTracker) => {
      tracker.widgetAdded.connect((_, panel) => {
        const add = (name: string, ...content: (string | Node)[]) => addNote(lab, panel, name, content);
        add(
          "narrow",
          "A larger screen is better for working in a notebook. ",
          link("Read this lesson as a page", plainPage(panel.context.path)),
        );
        if (localStorage.getItem(knownName) === null) {
          const note = add(
            "kept",
            "What you change is kept in this browser, on this device. “My work” downloads it. ",
            plainButton("My work", () => app.shell.activateById("convlab-work")),
            plainButton("Got it", () => {
              localStorage.setItem(knownName, "yes");
              note.dispose();
            }),
          );
        }
        const state = document.createElement("span");
        const note = add("kernel", state);
        const stop = readiness.watch(panel.context.path, (text) => {
          state.textContent = text ?? "";
          if (text === undefined) note.hide();
          else note.show();
        });
        panel.disposed.connect(stop);
      });
    },
  };
}

function addNote(lab: Lab, panel: NotebookPanel, name: string, content: (string | Node)[]) {
  const node = document.createElement("div");
  node.setAttribute("role", "status");
  node.append(...content);
  const note = new lab.Widget({ node });
  note.addClass("convlab-note");
  note.addClass(`convlab-note-${name}`);
  panel.contentHeader.addWidget(note);
  return note;
}

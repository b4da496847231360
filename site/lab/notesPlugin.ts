import { link, plainButton } from "./elements.js";
import type { NotebookPanel, NotebookTracker, Plugin } from "./jupyter.js";
import { plainPage } from "./places.js";
import type { Readiness } from "./readiness.js";
import type { Lab } from "./shared.js";

const knownName = "convlab.known.kept";

/** Lines above a notebook: a larger screen is better, where work is kept, and that the kernel is on its way. */
export function notesPlugin(lab: Lab, readiness: Readiness): Plugin {
  return {
    id: "convlab:notes",
    description: "Says above a notebook what a reader should know.",
    autoStart: true,
    requires: [lab.INotebookTracker],
    activate: (app, tracker: NotebookTracker) => {
      tracker.widgetAdded.connect((_, panel) => {
        const kept = note(
          "kept",
          "What you change is kept in this browser, on this device. “My work” downloads it.",
          plainButton("My work", () => app.shell.activateById("convlab-work")),
          plainButton("Got it", () => {
            localStorage.setItem(knownName, "yes");
            kept.hidden = true;
          }),
        );
        kept.hidden = localStorage.getItem(knownName) !== null;
        const kernel = note("kernel");
        const stop = readiness.watch(panel.context.path, (text) => {
          kernel.textContent = text ?? "";
          kernel.hidden = text === undefined;
        });
        panel.disposed.connect(stop);
        addAbove(lab, panel, [narrowNote(panel.context.path), kept, kernel]);
      });
    },
  };
}

/** Shown by the style sheet where the window is narrow. */
const narrowNote = (notebook: string): HTMLElement =>
  note(
    "narrow",
    "A larger screen is better for working in a notebook. ",
    link("Read this lesson as a page", plainPage(notebook)),
  );

function note(name: string, ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement("div");
  element.className = `convlab-note convlab-note-${name}`;
  element.setAttribute("role", "status");
  element.append(...content);
  return element;
}

/** Between toolbar and cells. JupyterLab lays out by the least height it is told: that follows the lines. */
function addAbove(lab: Lab, panel: NotebookPanel, notes: readonly HTMLElement[]): void {
  const lines = document.createElement("div");
  lines.append(...notes);
  const node = document.createElement("div");
  node.className = "convlab-notes";
  node.append(lines);
  panel.contentHeader.addWidget(new lab.Widget({ node }));
  const observer = new ResizeObserver(() => {
    node.style.minHeight = node.style.maxHeight = `${lines.offsetHeight}px`;
    panel.contentHeader.fit();
  });
  observer.observe(lines);
  panel.disposed.connect(() => observer.disconnect());
}

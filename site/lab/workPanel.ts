import { link, paragraph } from "./elements.js";
import type { LabWidget } from "./jupyter.js";
import { siteFolder } from "./places.js";
import type { Desk } from "./work.js";
import icon from "./work.svg";
import type { WorkCommand } from "./workPlugin.js";

/** The side panel: where work is kept, and one click for each thing to do with it. */
export function workPanel({ lab, app }: Desk, commands: readonly WorkCommand[]): LabWidget {
  const node = document.createElement("div");
  node.append(
    heading("My work"),
    paragraph("It is kept in this browser, on this device, while you type. Nobody else sees it."),
    paragraph("Download it now and then, and whenever you change to another browser or device."),
    ...commands.map((command) => button(command, () => app.commands.execute(command.id))),
    paragraph(link("All lessons", new URL("index.html", siteFolder()).href)),
  );
  const panel = new lab.Widget({ node });
  panel.id = "convlab-work";
  panel.addClass("convlab-work");
  panel.title.caption = "My work";
  panel.title.icon = new lab.LabIcon({ name: "convlab:work", svgstr: icon });
  return panel;
}

function heading(text: string): HTMLElement {
  const element = document.createElement("h2");
  element.textContent = text;
  return element;
}

function button({ label, caption }: WorkCommand, run: () => unknown): HTMLElement {
  const element = document.createElement("button");
  element.textContent = label;
  element.title = caption;
  element.className = "jp-mod-styled";
  element.addEventListener("click", run);
  return element;
}

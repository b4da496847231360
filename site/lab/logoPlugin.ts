import icon from "./icon.svg";
import type { Plugin } from "./jupyter.js";
import { siteFolder } from "./places.js";
import type { Lab } from "./shared.js";

/** The mark in the corner leads back to all lessons. */
export function logoPlugin(lab: Lab): Plugin {
  return {
    id: "convlab:logo",
    description: "Leads back to the start page.",
    autoStart: true,
    activate: (app) => {
      const node = document.createElement("a");
      node.href = new URL("index.html", siteFolder()).href;
      node.title = "All lessons";
      node.setAttribute("aria-label", "All lessons");
      node.innerHTML = icon;
      const logo = new lab.Widget({ node });
      logo.id = "jp-MainLogo";
      logo.addClass("convlab-logo");
      app.shell.add(logo, "top", { rank: 0 });
    },
  };
}

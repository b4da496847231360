import type { App, Plugin } from "./jupyter.js";
import type { Lab } from "./shared.js";

interface Typesetter {
  typeset(node: HTMLElement): Promise<void> | void;
}

/** Formulas as JupyterLab sets them, but its typesetter is fetched with the first formula: most readers never need it. */
export function typesetterPlugin(lab: Lab): Plugin {
  return {
    id: "convlab:typesetter",
    description: "Sets formulas, where there are any.",
    autoStart: true,
    provides: lab.ILatexTypesetter,
    activate: (app): Typesetter => {
      let real: Promise<Typesetter> | undefined;
      return {
        async typeset(node) {
          if (!hasFormula(node)) return;
          real ??= load(lab, app);
          await (await real).typeset(node);
        },
      };
    },
  };
}

async function load(lab: Lab, app: App): Promise<Typesetter> {
  const { default: plugin } = (await lab.later("@jupyterlab/mathjax-extension")) as {
    default: { activate(app: App, translator: null): Typesetter };
  };
  return plugin.activate(app, null);
}

/** Whether a text outside of code has the marks of a formula. */
export function hasFormula(node: HTMLElement): boolean {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const inCode = text.parentElement?.closest("code, pre, script, style");
    if (!inCode && /\$|\\\(|\\\[|\\begin\{/.test(text.nodeValue ?? "")) return true;
  }
  return false;
}

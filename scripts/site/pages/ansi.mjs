import { escapeHtml } from "./html.mjs";

const names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

/**
 * Printed text as HTML: the sixteen colours and bold become classes, other control sequences go.
 *
 * @param {string} text
 */
export function ansiHtml(text) {
  let open = "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what terminals are told by
  const parts = text.split(/\x1b\[([\d;]*)([A-Za-z])/);
  let html = "";
  for (let at = 0; at < parts.length; at += 3) {
    const words = escapeHtml(parts[at] ?? "");
    html += open === "" || words === "" ? words : `<span class="${open}">${words}</span>`;
    if (parts[at + 2] === "m") open = classesAfter(open, parts[at + 1] ?? "");
  }
  return html;
}

/**
 * @param {string} before
 * @param {string} codes
 */
function classesAfter(before, codes) {
  let classes = before.split(" ").filter(Boolean);
  for (const code of codes.split(";").map(Number)) {
    const color = names[code % 10];
    if (code === 0) classes = [];
    else if (code === 1) classes.push("ansi-bold");
    else if ((code >= 30 && code < 38) || (code >= 90 && code < 98))
      classes = [...classes.filter((each) => each === "ansi-bold"), `ansi-${color}`];
    else if (code === 39) classes = classes.filter((each) => each === "ansi-bold");
  }
  return classes.join(" ");
}

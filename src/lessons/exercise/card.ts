import { type Figure, makeFigure } from "../../charts/figure.js";
import { escapeMarkup } from "../../charts/format.js";
import type { Verdict } from "./content.js";

/** The verdict on an answer: a word and a mark, so that colour is not all there is; and what one can do next. */
export function verdictCard(
  id: string,
  title: string,
  { ok, message }: Verdict,
  { tried, next }: { readonly tried: boolean; readonly next?: string | undefined },
): Figure {
  const [mark, word, color] = ok
    ? ["✓", "Right", "#2b8a3e"]
    : tried
      ? ["✗", "Not yet", "#d9480f"]
      : ["…", "Open", "#868e96"];
  const said = tried ? `${word}. ${message}` : message;
  return card(`${mark} ${id} ${title}`, next === undefined ? said : `${said}\n${next}`, color);
}

/** A hint or a solution. */
export function noteCard(heading: string, text: string): Figure {
  return card(heading, text, "#3b8ee0");
}

/** A card with a coloured edge, and the same as text. What stands in it is {@link markup} of the text, unless it is given. */
export function card(heading: string, text: string, color: string, inside = `<br>${markup(text)}`): Figure {
  const html = `<div style="border-left: 4px solid ${color}; padding: 4px 12px; margin: 4px 0; max-width: 46em"><b>${escapeMarkup(heading)}</b>${inside}</div>`;
  return makeFigure(`${heading}\n${text}`, { "text/html": html });
}

/** Backticks as code, fenced blocks as blocks, line breaks kept. */
export function markup(text: string): string {
  return escapeMarkup(text)
    .split(/```\n?/)
    .map((part, index) =>
      index % 2 === 1
        ? `<pre style="white-space: pre; overflow-x: auto">${part.trimEnd()}</pre>`
        : part
            .trim()
            .replace(/`([^`]+)`/g, "<code>$1</code>")
            .replaceAll("\n", "<br>"),
    )
    .join("");
}

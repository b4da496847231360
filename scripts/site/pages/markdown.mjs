// Markdown of a notebook as HTML of the site: headings with anchors, links that lead to the site's own pages.
import MarkdownIt from "markdown-it";
import { codeHtml } from "./code.mjs";
import { linkOn } from "./links.mjs";

/**
 * @import { Token } from "markdown-it"
 * @typedef {{ level: number, id: string, text: string }} Heading
 * @typedef {{ html: string, headings: Heading[] }} Rendered
 */

/** Renders the Markdown of one page; ids are told apart within it. */
export class PageMarkdown {
  /** @type {Heading[]} */
  headings = [];
  #markdown = new MarkdownIt({
    html: false,
    highlight: (source, language) => codeHtml(source.trimEnd(), language),
  });
  /** @type {Map<string, number>} */
  #ids = new Map();

  /**
   * @param {string} from the file that is rendered, from the root of the repository
   * @param {(file: string) => string} [image] the address of a picture beside that file
   */
  constructor(from, image) {
    const { rules } = this.#markdown.renderer;
    rules.heading_open = (tokens, index) => this.#heading(tokens[index], tokens[index + 1]);
    rules.link_open = (tokens, index, options, _, self) => {
      const token = tokens[index];
      const target = linkOn(token?.attrGet("href") ?? "", from);
      // What has no page on the site is named, and leads nowhere.
      if (target === undefined) token?.attrs?.splice(0);
      else token?.attrSet("href", target);
      return self.renderToken(tokens, index, options);
    };
    const asItIs = rules.image;
    rules.image = (tokens, index, options, environment, self) => {
      tokens[index]?.attrSet("src", image?.(tokens[index]?.attrGet("src") ?? "") ?? "");
      tokens[index]?.attrSet("loading", "lazy");
      return asItIs?.(tokens, index, options, environment, self) ?? "";
    };
    rules.table_open = () => '<div class="scroll" role="region" tabindex="0" aria-label="Table"><table>';
    rules.table_close = () => "</table></div>";
  }

  /** @param {string} text */
  render(text) {
    return this.#markdown.render(text);
  }

  /**
   * Without a paragraph around it.
   *
   * @param {string} text
   */
  line(text) {
    return this.#markdown.renderInline(text);
  }

  /**
   * @param {Token | undefined} open
   * @param {Token | undefined} inline
   */
  #heading(open, inline) {
    const text = (inline?.children ?? []).map(({ content }) => content).join("");
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    const times = this.#ids.get(slug) ?? 0;
    this.#ids.set(slug, times + 1);
    const id = times === 0 ? slug : `${slug}-${times + 1}`;
    const tag = open?.tag ?? "h2";
    this.headings.push({ level: Number(tag[1]), id, text });
    return `<${tag} id="${id}"><a class="anchor" href="#${id}" aria-label="Link to this section"></a>`;
  }
}

// What is used of markdown-it, which brings no types.
declare module "markdown-it" {
  export interface Token {
    readonly tag: string;
    readonly type: string;
    readonly content: string;
    readonly children: readonly Token[] | null;
    readonly attrs: [string, string][] | null;
    attrGet(name: string): string | null;
    attrSet(name: string, value: string): void;
  }
  export interface Renderer {
    readonly rules: Record<string, Rule | undefined>;
    renderToken(tokens: readonly Token[], index: number, options: object): string;
  }
  export type Rule = (
    tokens: readonly Token[],
    index: number,
    options: object,
    environment: object,
    self: Renderer,
  ) => string;
  export default class MarkdownIt {
    constructor(options: { html: boolean; highlight?: (source: string, language: string) => string });
    readonly renderer: Renderer;
    parse(text: string, environment: object): Token[];
    render(text: string): string;
    renderInline(text: string): string;
  }
}

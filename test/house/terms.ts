/** A word of the course, as `data/terms.json` has it. */
export interface Term {
  readonly term: string;
  /** One sentence for the glossary. */
  readonly meaning: string;
  /** The lesson and the cell in which it is explained first. */
  readonly lesson: string;
  readonly cell: string;
  /** Other forms of the word; a plural with s goes without saying. */
  readonly forms?: readonly string[];
  /** A later lesson that is about it. */
  readonly more?: string;
  /** Phrases in which the word means something else. */
  readonly otherwise?: readonly string[];
}

/** A Markdown cell of a lesson. */
export interface Passage {
  readonly lesson: string;
  readonly cell: string;
  readonly text: string;
}

interface Use {
  readonly term: Term;
  readonly use: string;
  readonly around: string;
}

/**
 * Where a term is used before the cell that explains it, a sentence each. A use is excused where its paragraph links to the lesson
 * that explains the term or is about it, and in a heading of the lesson that explains it.
 *
 * @param passages the Markdown cells of all lessons in reading order
 */
export function earlyUses(terms: readonly Term[], passages: readonly Passage[]): string[] {
  const places = new Map(
    terms.map((term) => [term, passages.findIndex((passage) => explains(passage, term))]),
  );
  const usesIn = termFinder(terms);
  return passages.flatMap(({ lesson, cell, text }, place) => {
    const early = paragraphsOf(text).flatMap((paragraph) =>
      usesIn(proseOf(paragraph))
        .filter(({ term }) => place < (places.get(term) ?? 0) && !linksTo(paragraph, term))
        .filter(({ term }) => !(paragraph.startsWith("#") && term.lesson === lesson)),
    );
    return early.map(
      ({ term, use, around }) =>
        `${lesson}, cell ${cell}: "${use}" (… ${around} …) is explained only in ${term.lesson}, cell ${term.cell}`,
    );
  });
}

/** What is wrong with the list itself: cells that are not there or do not name the term, forms that two terms claim. */
export function termFaults(terms: readonly Term[], passages: readonly Passage[]): string[] {
  const claimed = new Map<string, Term>();
  return terms.flatMap((term) => {
    const passage = passages.find((one) => explains(one, term));
    const named = passage && termFinder([term])(proseOf(passage.text, { title: true })).length > 0;
    const twice = formsOf(term).filter((form) => claimed.has(form));
    for (const form of formsOf(term)) claimed.set(form, term);
    return [
      ...(passage === undefined ? [`${term.term}: ${term.lesson} has no Markdown cell ${term.cell}`] : []),
      ...(named === false ? [`${term.term}: cell ${term.cell} of ${term.lesson} does not name it`] : []),
      ...(/^\S.*[.]$/.test(term.meaning) ? [] : [`${term.term}: its meaning is no sentence`]),
      ...twice.map((form) => `${term.term}: "${form}" is a form of ${claimed.get(form)?.term} as well`),
    ];
  });
}

function explains({ lesson, cell }: Passage, term: Term): boolean {
  return lesson === term.lesson && cell === term.cell;
}

/** Finds terms in a text, the longest first, so that a "feature map" is no "map". */
export function termFinder(terms: readonly Term[]): (text: string) => Use[] {
  const owners = new Map(terms.flatMap((term) => formsOf(term).map((form) => [form, term] as const)));
  for (const phrase of terms.flatMap(({ otherwise = [] }) => otherwise))
    if (!owners.has(phrase)) owners.set(phrase, undefined as never);
  const forms = [...owners.keys()].sort((a, b) => b.length - a.length);
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"));
  const pattern = new RegExp(`(?<![\\w-])(?:${escaped.join("|")})(?![\\w²]|-\\w)`, "gu");
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const use = match[0].replace(/\s+/g, " ");
      const term = owners.get(use);
      const around = text.slice(Math.max(0, match.index - 40), match.index + use.length + 20);
      return term === undefined ? [] : [{ term, use, around: around.replace(/\s+/g, " ").trim() }];
    });
}

/** Each form as it is and at the start of a sentence. */
function formsOf({ term, forms = [] }: Term): string[] {
  const all = [term, ...(/[a-z]$/.test(term) ? [`${term}s`] : []), ...forms];
  return [...new Set(all.flatMap((form) => [form, form.charAt(0).toUpperCase() + form.slice(1)]))];
}

/** The prose of a text without its marks: neither its title, nor code, nor the titles of papers, nor where links lead. */
export function proseOf(markdown: string, { title = false } = {}): string {
  return (title ? markdown : markdown.replace(/^# .*$/m, ""))
    .replace(/```[\s\S]*?```/g, "")
    .replace(/`[^`\n]*`/g, "")
    .replace(/\*\*Sources:\*\*[\s\S]*/, "")
    .replace(/\]\([^)]*\)/g, "]")
    .replaceAll("*", "");
}

/** Blocks between empty lines, headings by themselves. */
function paragraphsOf(markdown: string): string[] {
  return markdown.replace(/```[\s\S]*?```/g, "").split(/\n\s*\n/);
}

function linksTo(paragraph: string, { lesson, more }: Term): boolean {
  return [lesson, more].some(
    (name) => name !== undefined && new RegExp(`\\]\\(\\d\\d-${name}\\.ipynb`).test(paragraph),
  );
}

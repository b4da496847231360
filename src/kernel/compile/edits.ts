interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replacements in a text, and the way back from the new text to the old one. */
export class Edits {
  readonly #edits: Edit[] = [];

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Inserts before `position`. Of several insertions at one place, the first asked for comes first. */
  insert(position: number, text: string): void {
    this.replace(position, position, text);
  }

  /** The part of `source` from `from` to `to` with all edits made. Edits outside it, or within another, are left out. */
  apply(source: string, from: number, to: number): EditedText {
    const ordered = this.#edits
      .filter(({ start, end }) => start >= from && end <= to)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const pieces: { output: number; input: number; copied: boolean }[] = [];
    let text = "";
    let position = from;
    for (const edit of ordered) {
      if (edit.start < position) continue;
      pieces.push({ output: text.length, input: position, copied: true });
      text += source.slice(position, edit.start);
      pieces.push({ output: text.length, input: edit.start, copied: false });
      text += edit.text;
      position = edit.end;
    }
    pieces.push({ output: text.length, input: position, copied: true });
    text += source.slice(position, to);
    return { text, original: (offset) => originalOf(pieces, offset) };
  }
}

export interface EditedText {
  readonly text: string;
  /** The offset in the old text of an offset in the new one; inside an inserted text, the place of the insertion. */
  original(offset: number): number;
}

function originalOf(
  pieces: readonly { output: number; input: number; copied: boolean }[],
  offset: number,
): number {
  const piece = pieces.findLast(({ output }) => output <= offset);
  if (piece === undefined) return offset;
  return piece.copied ? piece.input + offset - piece.output : piece.input;
}

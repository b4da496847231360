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
    const pieces: Piece[] = [];
    let text = "";
    let position = from;
    for (const edit of ordered) {
      if (edit.start < position) continue;
      pieces.push({ output: text.length, input: position, kind: "copied" });
      text += source.slice(position, edit.start);
      const kind = edit.start === edit.end ? "added" : "replaced";
      pieces.push({ output: text.length, input: edit.start, kind });
      text += edit.text;
      position = edit.end;
    }
    pieces.push({ output: text.length, input: position, kind: "copied" });
    text += source.slice(position, to);
    return {
      text,
      original: (offset) => originalOf(pieces, offset),
      isAdded: (offset) => pieceAt(pieces, offset)?.kind === "added",
    };
  }
}

export interface EditedText {
  readonly text: string;
  /** The offset in the old text of an offset in the new one; inside an inserted text, the place of the insertion. */
  original(offset: number): number;
  /** Whether an offset of the new text lies in what was inserted, and stands for nothing of the old one. */
  isAdded(offset: number): boolean;
}

/** A stretch of the new text, from `output` on, and where it comes from. */
interface Piece {
  readonly output: number;
  readonly input: number;
  readonly kind: "copied" | "replaced" | "added";
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces.findLast(({ output }) => output <= offset);
}

function originalOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieceAt(pieces, offset);
  if (piece === undefined) return offset;
  return piece.kind === "copied" ? piece.input + offset - piece.output : piece.input;
}

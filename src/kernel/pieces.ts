/** A text in pieces of at most `longest` UTF-16 units, at least 2; never cut between the halves of a surrogate pair. */
export function piecesOf(text: string, longest: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = cutBefore(text, start + longest);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function cutBefore(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at - 1 : at;
}

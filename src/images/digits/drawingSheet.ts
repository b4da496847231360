/** The drawings of a sheet of text art: rows of drawings divided by empty lines, side by side with a space between. */
export function drawingsOn(sheet: string): string[] {
  return sheet
    .trim()
    .split("\n\n")
    .flatMap((block) => {
      const lines = block.split("\n").map((line) => line.split(" "));
      return (lines[0] ?? []).map((_, place) => lines.map((line) => line[place]).join("\n"));
    });
}

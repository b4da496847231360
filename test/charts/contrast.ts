/** How much a colour differs from a ground, from 1 to 21, as WCAG 2 counts it. */
export function contrast(color: string, ground: string): number {
  const [a, b] = [luminance(color), luminance(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of `#rrggbb` and of `rgb(r, g, b)`. */
function channelsOf(color: string): number[] {
  if (/^#[0-9a-f]{6}$/i.test(color)) {
    return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  }
  const numbers = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(color)?.slice(1).map(Number);
  if (numbers === undefined) throw new TypeError(`Cannot read the colour ${color}. Write it as #rrggbb.`);
  return numbers;
}

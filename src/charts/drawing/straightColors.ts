/** Opacities that are told apart at the edges of letters and lines: so few that a palette holds them. */
const opacities = 15;

/**
 * Pixels whose colours were multiplied by their opacity, with their own colours, as PNG has them. Opacity is rounded to
 * sixteen steps, which nobody sees at an edge.
 */
export function straightColors(multiplied: Uint8Array): Uint8Array {
  const straight = Uint8Array.from(multiplied);
  for (let at = 0; at < straight.length; at += 4) {
    const opacity = straight[at + 3] as number;
    if (opacity === 255) continue;
    const step = Math.round((opacity * opacities) / 255);
    for (let channel = 0; channel < 3; channel++) {
      const color = (255 * (straight[at + channel] as number)) / (opacity || 1);
      straight[at + channel] = step === 0 ? 0 : Math.min(255, Math.round(color));
    }
    straight[at + 3] = Math.round((step * 255) / opacities);
  }
  return straight;
}

/** Whether every pixel is opaque. */
export function isOpaque(rgba: Uint8Array): boolean {
  return rgba.every((value, index) => index % 4 < 3 || value === 255);
}

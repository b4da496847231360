/** Boxes on images: where the object is, and where a map says that it is. Seen on black, on white and on the colour maps. */
export const frameColors = { truth: "#4dabf7", found: "#ff922b" } as const;

/** Which box is which, for the text beside a picture. */
export const frameNames = { truth: "blue", found: "orange" } as const;

/** What to draw around a part of an image; bottom and right are the first pixels outside. */
export interface Frame {
  readonly box: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
  readonly kind: keyof typeof frameColors;
}

/** The frames of a picture as SVG, `scale` CSS pixels a pixel, its corner at `left`, `top`. */
export function frameMarkup(frames: readonly Frame[], left: number, top: number, scale: number): string {
  return frames
    .map(({ box, kind }) => {
      const place = `x="${left + scale * box.left}" y="${top + scale * box.top}" width="${scale * (box.right - box.left)}" height="${scale * (box.bottom - box.top)}" fill="none"`;
      return `<rect ${place} stroke="#000000" stroke-opacity="0.6" stroke-width="3.5"/><rect ${place} stroke="${frameColors[kind]}" stroke-width="2"/>`;
    })
    .join("");
}

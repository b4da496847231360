import type { Box } from "../../arithmetic/maps/boxes.js";

/** A box and so many pixels on every side. */
export function withMargin({ top, left, bottom, right }: Box, pixels: number): Box {
  return { top: top - pixels, left: left - pixels, bottom: bottom + pixels, right: right + pixels };
}

const quickTries = 50;

/**
 * A place for a piece inside an area, touching nothing that is taken: every free place is equally likely. Nothing if there
 * is none.
 */
export function room(
  random: () => number,
  size: { height: number; width: number },
  area: Box,
  taken: readonly Box[],
): { top: number; left: number } | undefined {
  const rows = area.bottom - area.top - size.height + 1;
  const columns = area.right - area.left - size.width + 1;
  if (rows < 1 || columns < 1) return undefined;
  const cornerAt = (place: number) => ({
    top: area.top + Math.floor(place / columns),
    left: area.left + (place % columns),
  });
  const free = ({ top, left }: { top: number; left: number }) =>
    taken.every(
      (box) =>
        top >= box.bottom ||
        left >= box.right ||
        top + size.height <= box.top ||
        left + size.width <= box.left,
    );
  for (let attempt = 0; attempt < quickTries; attempt++) {
    const corner = cornerAt(Math.floor(random() * rows * columns));
    if (free(corner)) return corner;
  }
  // A crowded canvas: list what is left. To draw until it fits, as above, has the same chances.
  const places = Array.from({ length: rows * columns }, (_, place) => cornerAt(place)).filter(free);
  return places[Math.floor(random() * places.length)];
}

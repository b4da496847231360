/** A made-up photograph: colours that change slowly, as in a sunset. */
export function sunset(
  side: number,
  shade = 0,
): {
  height: number;
  width: number;
  channels: 3;
  pixels: Uint8Array;
} {
  const pixels = new Uint8Array(3 * side * side);
  for (let pixel = 0; pixel < side * side; pixel++) {
    const [row, column] = [Math.floor(pixel / side), pixel % side];
    pixels.set(
      [200 - (100 * row) / side, 80 + (60 * column) / side + shade, 60 + (120 * row) / side],
      3 * pixel,
    );
  }
  return { height: side, width: side, channels: 3, pixels };
}

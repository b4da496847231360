/** Drawings of noise, the same for everybody who trains on them. */
export function noise(count: number) {
  let state = 7;
  const random = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const pixels = Uint8Array.from({ length: count * 784 }, () => (random() < 0.8 ? 0 : random() * 256));
  const labels = Uint8Array.from({ length: count }, () => random() * 10);
  return { count, height: 28, width: 28, pixels, labels };
}

/** What a picture in colour is painted with: shares of red, green and blue. */
export const inks = {
  white: [1, 1, 1],
  black: [0, 0, 0],
  red: [1, 0, 0],
  green: [0, 1, 0],
  blue: [0, 0, 1],
  yellow: [1, 1, 0],
} as const;

/** Height of the squashing function of LeNet-5: it stays between -1.7159 and 1.7159. */
export const squashHeight = 1.7159;

/** Slope of the squashing function of LeNet-5 inside the hyperbolic tangent. */
export const squashSlope = 2 / 3;

/**
 * The squashing function of LeNet-5, 1.7159 tanh(2/3 a). It takes 1 to 1 and -1 to -1, up to 3e-6.
 *
 * @example scaledTanh(1) // 1.0000
 * @see Appendix A of LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998
 */
export function scaledTanh(value: number): number {
  return squashHeight * Math.tanh(squashSlope * value);
}

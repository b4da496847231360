/** The one function that is used of the package, which ships no types. */
declare module "jstat" {
  const jstat: {
    readonly studentt: {
      /** The value below which this share of Student's t distribution lies. */
      inv(share: number, degreesOfFreedom: number): number;
    };
  };
  export default jstat;
}

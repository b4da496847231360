/** The twin of `livePictures.ts` in a browser, where drawing takes longer, and who watches sees the chart itself. */
export const livePictures: boolean = false;

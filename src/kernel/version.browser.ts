// Written in when the page is built.
declare const CONVLAB_VERSION: string;

/** The version of this package, which the kernel is a part of. */
export const kernelVersion = CONVLAB_VERSION;

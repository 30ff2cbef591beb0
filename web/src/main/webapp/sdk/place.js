/* Where the portal is: whence this script came. */
export const server = new URL('..', import.meta.url).href;

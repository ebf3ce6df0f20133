/** The page's own scheme and origin. `standard` schemes have an origin, so that `'self'` means these files only. */
export const scheme = 'kedang';
export const pageOrigin = `${scheme}://app`;
export const pageAddress = `${pageOrigin}/`;

/** Whether an address is one of the page's own. */
export function isOurs(address: string): boolean {
  return address === pageOrigin || address.startsWith(pageAddress);
}

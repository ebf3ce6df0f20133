import { unitFinder } from './unit-finder.ts';

const wide = /[\uFF01-\uFF5E\u3000\u00A0]/gu;
const hasWide = unitFinder(wide);

/**
 * Full-width letters, digits and signs (U+FF01–FF5E) and the ideographic space as their half-width twins.
 * Keeps the length, so that positions in the result are positions in the original.
 */
export const halfWidth = (text: string): string =>
  hasWide(text)
    ? text.replace(wide, (sign) => {
        const code = sign.charCodeAt(0);
        return code === 0x3000 || code === 0xa0 ? ' ' : String.fromCharCode(code - 0xfee0);
      })
    : text;

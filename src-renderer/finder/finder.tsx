/** Ctrl+K. */
export const Finder = () => null;

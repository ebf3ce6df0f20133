/** OpenCC's table of characters, `traditional simplified[ simplified…]` joined by `|`; the package has no types for it. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string;
  export default entries;
}

/** The part of the clipboard's data that is needed here. */
export interface Pasted {
  getData(type: string): string;
  readonly files?: Iterable<File>;
}

/**
 * The files that pasting brings: cells copied in a spreadsheet program as a table of a web page, else as text with tabs
 * between them, or files copied in a folder.
 *
 * @param name of the file that the cells become, without its ending.
 */
export function pastedFiles(data: Pasted, name: string): File[] {
  const html = data.getData('text/html');
  if (/<table\b/iu.test(html)) {
    return [new File([`<html><body>${html}</body></html>`], `${name}.html`, { type: 'text/html' })];
  }
  // Beside cells there is a picture of them, which is none of the files.
  const files = [...(data.files ?? [])].filter(({ type }) => !type.startsWith('image/'));
  if (files.length > 0) return files;
  const text = data.getData('text/plain');
  return text.trim() === '' ? [] : [new File([text], `${name}.txt`, { type: 'text/plain' })];
}

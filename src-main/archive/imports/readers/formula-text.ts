/**
 * The text of `="00123"`, as exporting programs write numbers into text files and web pages that Excel is not to take for
 * amounts; null for anything else.
 */
export const formulaText = (field: string): string | null =>
  field.startsWith('="') ? (/^="((?:[^"]|"")*)"$/u.exec(field)?.[1]?.replaceAll('""', '"') ?? null) : null;

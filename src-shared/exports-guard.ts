/**
 * Text that a spreadsheet program would take for a formula when it opens a text file: `=`, `+`, `-`, `@`, their
 * full-width twins, tab, carriage return and line feed at its beginning, white space before them or not.
 */
const formulaLike = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The same with any number of apostrophes before it: what guarding must tell apart from what it has guarded. */
const guardable = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const guarded = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Whether a text would be a formula. In .xlsx it becomes a text cell and needs no mark. */
export const isFormulaLike = (text: string): boolean => formulaLike.test(text);

/**
 * A cell of a text file: what would be a formula gets an apostrophe before it, the spreadsheet programs' own mark
 * for text. Text that has the apostrophe already gets another, so that {@link unguardCell} is its exact inverse.
 *
 * @example guardCell('+86 138 1234 5678') // "'+86 138 1234 5678"
 */
export const guardCell = (text: string): string => (guardable.test(text) ? `'${text}` : text);

/** Takes back what {@link guardCell} did; text that it did not touch stays as it is. */
export const unguardCell = (text: string): string => (guarded.test(text) ? text.slice(1) : text);

import { z } from 'zod';
import { tokenSchema } from './files.ts';
import { sheetLanguages, type SheetLanguage } from './labels.ts';

/** A sheet to fill in, for those who want one: in which language, and where to write it. */
export const templateInputSchema = z.object({ language: z.enum(sheetLanguages), target: tokenSchema });

/** What the names of example rows begin with: such rows are left out by an import. */
export const exampleMarks: Record<SheetLanguage, string> = { 'zh-CN': '（示例）', en: '(Example) ' };

const exampleLike = /^\s*[（([【]\s*(?:示例|例子|举例|样例|example|sample)\s*[）)\]】]/iu;

/** Whether a cell marks its row as an example of how to fill the sheet in. */
export const isExample = (text: string): boolean => exampleLike.test(text);

/** Titles of the template's second sheet, which explains the columns and holds nobody. */
export const templateNotes: Record<SheetLanguage, string> = {
  'zh-CN': '怎么填这张表（这一页不会导入）',
  en: 'How to fill in the sheet (this page is not imported)',
};

/** Whether a sheet is the page of a template that only explains, told by its first cell. */
export const isTemplateNotes = (firstCell: string): boolean =>
  sheetLanguages.some((language) => templateNotes[language] === firstCell.trim());

import { statSync } from 'node:fs';
import type { z } from 'zod';
import { FailureError } from '../../../src-shared/failures.ts';
import type { exportResultSchema } from '../../../src-shared/exports.ts';
import type { SheetLanguage } from '../../../src-shared/labels.ts';
import { exampleMarks, templateNotes, type templateInputSchema } from '../../../src-shared/template.ts';
import { writeBeside } from '../atomic-file.ts';
import { listCustomFields } from '../custom-fields.ts';
import { explain } from '../explain.ts';
import { refuseArchiveFiles } from '../own-files.ts';
import type { Session } from '../session.ts';
import { textCell, type Cell } from './cells.ts';
import type { ColumnHelp, Sheet } from './sheet.ts';
import { ownTemplateColumn } from './template-own-fields.ts';
import { templateColumns, templateWords, type TemplateColumn } from './template-texts.ts';
import { columnName } from './xlsx-text.ts';
import { writeXlsx } from './xlsx.ts';

/**
 * Writes the template to the file the user chose: a sheet to fill in, with lists, hints and two examples, the
 * archive's custom fields among its columns, and one that explains it.
 *
 * @throws FailureError with the target's path in it
 */
export async function writeTemplate(
  session: Session,
  input: z.infer<typeof templateInputSchema>,
): Promise<z.infer<typeof exportResultSchema>> {
  const target = session.files.writePath(input.target);
  const { language } = input;
  const own = listCustomFields(session.sqlite).map((field) => ownTemplateColumn(field, language));
  const columns = [...templateColumns(language), ...own];
  try {
    refuseArchiveFiles(session.folder, target);
    await writeBeside(target, (partial) =>
      writeXlsx(partial, sheetToFillIn(language, columns), notes(language, columns)),
    );
    return { rows: 2, sizeBytes: statSync(target).size };
  } catch (error) {
    throw new FailureError(explain(error, { path: target, log: session.log }), { cause: error });
  }
}

async function* once(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  yield rows;
}

function sheetToFillIn(language: SheetLanguage, columns: readonly TemplateColumn[]): Sheet {
  const example = (which: 0 | 1): Cell[] =>
    columns.map(({ examples }, index) => {
      const text = index === 0 ? exampleMarks[language] + examples[which] : examples[which];
      return text === '' ? textCell('') : { type: 'text', text, tone: 'example' };
    });
  return {
    name: templateWords[language].sheet,
    columns: columns.map(({ header, width, asText, note, choices }, index) => ({
      header,
      width,
      ...(asText === undefined ? {} : { asText }),
      help: {
        title: header.slice(0, 32),
        text: note,
        ...(choices === undefined ? {} : { choices: choicesOf(language, choices, index) }),
      },
    })),
    rows: once([example(0), example(1)]),
  };
}

/** Excel takes no more characters as a list within a cell's rule. */
const longestList = 255;

/** What does not fit into the rule of a column stands on the second sheet, behind the line that explains it. */
function choicesOf(
  language: SheetLanguage,
  choices: readonly string[],
  index: number,
): NonNullable<ColumnHelp['choices']> {
  if (isShort(choices)) return choices;
  const { lines, notesSheet } = templateWords[language];
  // Its header, the lines, a blank one, and the heading of the explanations.
  const row = lines.length + 4 + index;
  return { sheet: notesSheet, range: `$C$${row}:$${columnName(choices.length + 1)}$${row}` };
}

const isShort = (choices: readonly string[]): boolean =>
  choices.join(',').length <= longestList && !choices.some((choice) => /[,"]/u.test(choice));

/** Its first cell says what it is: that is how an import knows to leave the page out. */
function notes(language: SheetLanguage, columns: readonly TemplateColumn[]): Sheet {
  const words = templateWords[language];
  const lines = words.lines.map((line) => [textCell(line)]);
  const explained = columns.map(({ header, note, choices = [] }) => [
    textCell(header),
    textCell(note),
    ...(isShort(choices) ? [] : choices.map(textCell)),
  ]);
  return {
    name: words.notesSheet,
    columns: [
      { header: templateNotes[language], width: 28 },
      { header: '', width: 90 },
    ],
    filter: false,
    rows: once([...lines, [textCell('')], [textCell(words.column), textCell(words.how)], ...explained]),
  };
}

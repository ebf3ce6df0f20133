import { statSync } from 'node:fs';
import type { z } from 'zod';
import { FailureError } from '../../../src-shared/failures.ts';
import type { exportResultSchema } from '../../../src-shared/exports.ts';
import type { SheetLanguage } from '../../../src-shared/labels.ts';
import { exampleMarks, templateNotes, type templateInputSchema } from '../../../src-shared/template.ts';
import { refuseArchiveFiles, writeBeside } from '../atomic-file.ts';
import { explain } from '../explain.ts';
import type { Session } from '../session.ts';
import { textCell, type Cell } from './cells.ts';
import type { Sheet } from './sheet.ts';
import { templateColumns, templateWords } from './template-texts.ts';
import { writeXlsx } from './xlsx.ts';

/**
 * Writes the template to the file the user chose: a sheet to fill in, with lists, hints and two examples, and one
 * that explains it.
 *
 * @throws FailureError with the target's path in it
 */
export async function writeTemplate(
  session: Session,
  input: z.infer<typeof templateInputSchema>,
): Promise<z.infer<typeof exportResultSchema>> {
  const target = session.files.writePath(input.target);
  try {
    refuseArchiveFiles(session.folder, target);
    await writeBeside(target, (partial) =>
      writeXlsx(partial, sheetToFillIn(input.language), notes(input.language)),
    );
    return { rows: 2, sizeBytes: statSync(target).size };
  } catch (error) {
    throw new FailureError(explain(error, { path: target, log: session.log }), { cause: error });
  }
}

async function* once(rows: readonly (readonly Cell[])[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  yield rows;
}

function sheetToFillIn(language: SheetLanguage): Sheet {
  const columns = templateColumns(language);
  const example = (which: 0 | 1): Cell[] =>
    columns.map(({ examples }, index) => {
      const text = index === 0 ? exampleMarks[language] + examples[which] : examples[which];
      return text === '' ? textCell('') : { type: 'text', text, tone: 'example' };
    });
  return {
    name: templateWords[language].sheet,
    columns: columns.map(({ header, width, asText, note, choices }) => ({
      header,
      width,
      ...(asText === undefined ? {} : { asText }),
      help: { title: header, text: note, ...(choices === undefined ? {} : { choices }) },
    })),
    rows: once([example(0), example(1)]),
  };
}

/** Its first cell says what it is: that is how an import knows to leave the page out. */
function notes(language: SheetLanguage): Sheet {
  const words = templateWords[language];
  const lines = words.lines.map((line) => [textCell(line)]);
  const explained = templateColumns(language).map(({ header, note }) => [textCell(header), textCell(note)]);
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

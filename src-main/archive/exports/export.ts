import { statSync } from 'node:fs';
import type { z } from 'zod';
import type { exportInputSchema, exportResultSchema } from '../../../src-shared/exports.ts';
import { FailureError } from '../../../src-shared/failures.ts';
import { writeBeside } from '../atomic-file.ts';
import { listCustomFields } from '../custom-fields.ts';
import { selectedCustomerIds } from '../customers/list.ts';
import { loadCustomers } from '../customers/load.ts';
import { explain } from '../explain.ts';
import { breathe, throwIfCancelled, type Report } from '../long-work.ts';
import { refuseArchiveFiles } from '../own-files.ts';
import type { Session } from '../session.ts';
import { prepared } from '../statements.ts';
import type { Cell } from './cells.ts';
import { allColumns, chosenColumns, type ColumnContext, type SheetColumnWriter } from './columns.ts';
import { writeCsv } from './csv.ts';
import type { Sheet } from './sheet.ts';
import { usedColumns } from './used-columns.ts';
import { writeXlsx } from './xlsx.ts';

export type ExportInput = z.infer<typeof exportInputSchema>;
export type ExportResult = z.infer<typeof exportResultSchema>;

/** As many customers as are loaded and written between two turns of the event loop. */
const batch = 200;

/**
 * Writes a selection of customers to the file the user chose, under a temporary name first: cancelled or failed,
 * there is no file, or the one that was there before.
 *
 * @throws FailureError with the target's path in it; `cancelled`
 */
export const exportCustomers = async (
  session: Session,
  input: ExportInput,
  report: Report,
  signal?: AbortSignal,
): Promise<ExportResult> => {
  const target = session.files.writePath(input.target);
  try {
    refuseArchiveFiles(session.folder, target);
    const ids = await selectedCustomerIds(session.reader, input.selection, input.sort);
    const columns = await columnsOf(session, input, ids);
    let rows = 0;
    const sheet: Sheet = {
      name: input.language === 'en' ? 'Customers' : '客户',
      columns,
      rows: rowsOf(session, ids, columns, signal, (done) => {
        rows = done;
        report({ phase: 'exporting', done, total: ids.length });
      }),
    };
    await writeBeside(target, (partial) =>
      input.format === 'xlsx' ? writeXlsx(partial, sheet) : writeCsv(partial, sheet, input.encoding),
    );
    return { rows, sizeBytes: statSync(target).size };
  } catch (error) {
    throw new FailureError(explain(error, { path: target, log: session.log }), { cause: error });
  }
};

const columnsOf = async (
  session: Session,
  input: ExportInput,
  ids: readonly number[],
): Promise<SheetColumnWriter[]> => {
  const tags = prepared(session.sqlite, 'select id, name from tags').all() as { id: number; name: string }[];
  const context: ColumnContext = {
    language: input.language,
    tagNames: new Map(tags.map(({ id, name }) => [id, name])),
    customFields: listCustomFields(session.sqlite),
  };
  if (input.columns === 'all') return allColumns(await usedColumns(session.sqlite, ids), context);
  return chosenColumns(input.columns, context);
};

async function* rowsOf(
  session: Session,
  ids: readonly number[],
  columns: readonly SheetColumnWriter[],
  signal: AbortSignal | undefined,
  written: (rows: number) => void,
): AsyncGenerator<Cell[][]> {
  let rows = 0;
  for (let start = 0; start < ids.length; start += batch) {
    throwIfCancelled(signal);
    const customers = loadCustomers(session.sqlite, ids.slice(start, start + batch));
    yield customers.map((customer) => columns.map((column) => column.cell(customer)));
    rows += customers.length;
    written(rows);
    await breathe();
  }
  throwIfCancelled(signal);
}

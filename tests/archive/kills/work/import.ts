import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitImport } from '../../../../src-main/archive/imports/imports.ts';
import { undoChange } from '../../../../src-main/archive/history/undo.ts';
import { planFile } from '../../../support/import-file.ts';
import { openToWork, stepsOf } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

/** Rows of the sheet: so many that a thread makes the index of them. */
const rows = 2_050;

export const known = '第7号贸易有限公司';
const sheet = `客户名称,联系人,手机,负责人\n${Array.from(
  { length: rows },
  (_, row) => `第${row}号贸易有限公司,王伟,${13_800_000_000 + row},老陈`,
).join('\n')}\n`;

/** Before and after: `customers, with an owner, imports in effect`. */
export const states = { before: '1 0 0', after: `${rows} ${rows} 1` } as const;

/** Imports a sheet that adds to one customer and brings all others, and undoes the import. */
export const begin: Begin = async ({ folder, now, doing, done, step }) => {
  const { client, archive } = await openToWork(folder);
  const file = join(dirname(folder), '台账.csv');
  writeFileSync(file, sheet);
  let state = now;
  return async () => {
    const session = archive.holder.session();
    if (state === states.before) {
      const { planId } = await planFile(client, file);
      doing(states.after);
      await commitImport(session, { planId }, async () => {}, stepsOf({ step }));
      done();
    }
    doing(states.before);
    await undoChange(session, undefined, { report: stepsOf({ step }) });
    done();
    state = states.before;
  };
};

import { join } from 'node:path';
import { migrate, migrations } from '../../../../src-main/archive/database/migrate.ts';
import { archiveFileName } from '../../../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../../../src-main/archive/database/open.ts';
import { keyOfFile } from '../../../support/archive-key.ts';
import type { Begin } from '../worker.ts';
import { upToDate } from './opening.ts';

/** How long (ms) the migration stands still after each of its texts, so that kills fall between any two. */
const pause = 4;

/** Brings an archive of an older schema to this one. */
export const begin: Begin = ({ folder, doing, done, step }) => {
  const path = join(folder, archiveFileName);
  const still = new Int32Array(new SharedArrayBuffer(4));
  return Promise.resolve(async () => {
    const sqlite = openDatabase(path, { mustExist: true, key: keyOfFile(path) });
    sqlite.function('reached', (schema) => {
      step(`schema ${String(schema)}`);
      Atomics.wait(still, 0, 0, pause);
      return null;
    });
    doing(upToDate);
    migrate(
      sqlite,
      migrations.map((text, before) => `${text}; select reached(${before + 1});`),
    );
    step('committed');
    done();
    sqlite.close();
  });
};

// Run as a user who may not write to the folder named on the command line: prints what it finds, as JSON.
import { join } from 'node:path';
import { archiveFileName } from '../../../../src-main/archive/database/file-name.ts';
import { lockArchive } from '../../../../src-main/archive/database/lock.ts';
import { isWritable, openUnwritable } from '../../../../src-main/archive/database/unwritable.ts';
import { identifyFile } from '../../../../src-main/archive/database/identify.ts';
import { explain } from '../../../../src-main/archive/explain.ts';
import { silentLog } from '../../../../src-main/archive/log.ts';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { keyOfFile } from '../../../support/archive-key.ts';

const folder = process.argv[2] ?? '';
const path = join(folder, archiveFileName);
const failureOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return explain(error, { path, log: silentLog }).code;
  }
};
const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('kedang-read-')).length;
const before = copies();
const key = keyOfFile(path);
const archive = openUnwritable(path, key);
const names = archive.sqlite.prepare('select name from customers order by id').pluck().all();
const writing = failureOf(() => archive.sqlite.exec('delete from customers'));
archive.close();
const found = {
  identity: identifyFile(path, () => key).kind,
  writable: isWritable(path),
  lock: failureOf(() => lockArchive(folder)),
  names,
  writing,
  copiesLeft: copies() - before,
};
process.stdout.write(`found ${JSON.stringify(found)}\n`);

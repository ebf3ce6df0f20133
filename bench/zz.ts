import { mkdirSync } from 'node:fs';
import { benchFolder, open, scratch } from './bench-archive.ts';
import { table } from './measure.ts';
import { backupRows } from './rows/writing.ts';
mkdirSync(scratch, { recursive: true });
const folder = await benchFolder(console.error);
const { archive, client } = await open(folder);
console.log(table(await backupRows(client, archive.holder.session())));
await archive.close();

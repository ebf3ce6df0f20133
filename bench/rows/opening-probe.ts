import { join } from 'node:path';
import { archiveFileName } from '../../src-main/archive/database/file-name.ts';
import { openDatabase } from '../../src-main/archive/database/open.ts';
import { open } from '../bench-archive.ts';
import { once } from '../measure.ts';
import { keyOfFile } from '../../tests/support/archive-key.ts';

/** Opens the archive named on the command line and prints what it took, as JSON. */
async function measure(folder: string): Promise<void> {
  const path = join(folder, archiveFileName);
  const key = keyOfFile(path);
  const bareMs = await once(() => {
    const bare = openDatabase(path, { mustExist: true, readonly: true, key });
    bare.prepare('select * from customers order by id limit 100').all();
    bare.close();
  });
  const start = performance.now();
  const { archive, client } = await open(folder);
  await client.customers.list({ filter: {} });
  const firstPageMs = performance.now() - start;
  const finderMs = await once(() => archive.holder.session().finder.ready);
  // What the program gives back it gives back right after; nothing is collected on behalf of the figure.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const idleMB = process.memoryUsage().rss / 1e6;
  await archive.close();
  process.stdout.write(JSON.stringify({ bareMs, firstPageMs, finderMs, idleMB }));
}

const [, , folder] = process.argv;
if (folder) await measure(folder);

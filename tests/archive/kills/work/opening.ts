import { silentLog } from '../../../../src-main/archive/log.ts';
import { openToWork } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

/** What an archive is called that opening has brought up to date. */
export const upToDate = '现在的格式';

/** Opens an archive of before, which brings it up to date, and closes it. */
export const begin: Begin = ({ folder, doing, done, step }) =>
  Promise.resolve(async () => {
    doing(upToDate);
    step('open');
    const { archive } = await openToWork(folder, { ...silentLog, note: (event) => step(event) });
    done();
    await archive.close();
  });

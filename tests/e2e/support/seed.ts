import { createRouterClient } from '@orpc/server';
import { openArchive } from '../../../src-main/archive/archive.ts';
import type { Session } from '../../../src-main/archive/session.ts';
import { type CustomerDraftInput } from '../../../src-shared/customers.ts';
import { finish } from '../../support/drive.ts';
import type { Prepare } from './app.ts';

const noFiles = {
  readPath: (token: string) => token,
  writePath: (token: string) => token,
};

/**
 * An archive with these customers, and with what `further` adds, for `launch`: it is there before the app starts.
 *
 * @example const app = await launch(archiveWith([{ name: '杭州八骏科技有限公司' }]));
 */
export function archiveWith(
  drafts: readonly CustomerDraftInput[],
  businessName = '杭州八骏贸易有限公司',
  further: (session: Session) => Promise<void> = async () => {},
): Prepare {
  return async (folder) => {
    const archive = await openArchive({ folder, files: noFiles, appVersion: '0.1.0' });
    const client = createRouterClient(archive.router, { context: {} });
    await finish(client.archive.create({ businessName }));
    for (const draft of drafts) await client.customers.create({ draft });
    await further(archive.holder.session());
    await archive.close();
  };
}

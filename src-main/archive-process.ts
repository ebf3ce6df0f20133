import { RPCHandler } from '@orpc/server/message-port';
import type { FromArchive, ToArchive } from './archive-messages.ts';
import { openArchive } from './archive/archive.ts';
import { backupPlace } from './hosting/backup-places.ts';
import { createGrants } from './hosting/grants.ts';

/*
 * Entry of the utility process: opens the archive that the main process names, and serves every port it is given.
 * Requests wait in their ports until the archive is open.
 */

const grants = createGrants();
let opened: ReturnType<typeof openArchive> | undefined;

const tell = (message: FromArchive) => process.parentPort.postMessage(message);

const archive = () => {
  if (opened === undefined) throw new Error('The archive was not opened yet.');
  return opened;
};

process.parentPort.on('message', (event) => {
  const message: ToArchive = event.data;
  void receive(message, event.ports);
});

async function receive(message: ToArchive, ports: Electron.MessagePortMain[]): Promise<void> {
  switch (message.kind) {
    case 'open':
      for (const grant of message.grants) grants.add(grant);
      opened = openArchive({
        folder: message.folder,
        createFolder: message.createFolder,
        appVersion: message.appVersion,
        files: grants,
        locking: () => tell({ kind: 'locking' }),
      });
      return;
    case 'port': {
      const { router } = await archive();
      for (const port of ports) {
        new RPCHandler(router).upgrade(port);
        port.start();
      }
      return;
    }
    case 'grant':
      grants.add(message.grant);
      return tell({ kind: 'done', id: message.id, value: null });
    case 'place': {
      const { router } = await archive();
      return tell({ kind: 'done', id: message.id, value: await backupPlace(router, message.place) });
    }
    case 'lock':
      return (await archive()).lock();
    case 'close':
      await (await archive()).close({ backup: message.backup });
      tell({ kind: 'closed' });
      process.exit(0);
  }
}

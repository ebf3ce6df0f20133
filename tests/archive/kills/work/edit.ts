import { finish } from '../../../support/drive.ts';
import { openToWork } from '../open-archive.ts';
import type { Begin } from '../worker.ts';

/** Edits one customer, changes all others at once, trashes some, undoes and redoes: `notes owner trashed` is the state. */
export const begin: Begin = async ({ folder, now, doing, done, step }) => {
  const { client, archive } = await openToWork(folder);
  const all = archive.holder.session().sqlite.prepare('select id from customers order by id').pluck().all();
  let [notes = 0, owner = 0, trashed = 0] = now.split(' ').map(Number);
  const does = async (name: string, next: readonly number[], work: () => Promise<unknown>): Promise<void> => {
    doing(next.join(' '));
    step(name);
    await work();
    done();
    [notes = 0, owner = 0, trashed = 0] = next;
  };
  const [counter = 0, ...others] = all.map(Number);
  return async () => {
    if (trashed > 0) await does('undo', [notes, owner, 0], () => finish(client.changes.undo({})));
    const { version } = await client.customers.get({ id: counter });
    await does('edit', [notes + 1, owner, 0], () =>
      client.customers.update({ id: counter, baseVersion: version, patch: { notes: String(notes + 1) } }),
    );
    await does('bulk', [notes, notes, 0], () =>
      finish(
        client.customers.bulk({
          selection: { ids: others },
          action: { type: 'set', field: 'owner', value: String(notes) },
        }),
      ),
    );
    const some = others.slice(0, 20);
    await does('trash', [notes, owner, some.length], () =>
      finish(client.customers.bulk({ selection: { ids: some }, action: { type: 'trash' } })),
    );
    await does('undo', [notes, owner, 0], () => finish(client.changes.undo({})));
    await does('redo', [notes, owner, some.length], () => finish(client.changes.redo({})));
  };
};

import { createTag, listTags, removeTag, updateTag } from '../tags.ts';
import type { Wires } from './wires.ts';

export const tagsRoutes = ({ os, session, running, keeper }: Wires) => ({
  list: os.tags.list.handler(() => listTags(session().sqlite)),
  create: os.tags.create.handler(({ input }) => createTag(session(), input)),
  update: os.tags.update.handler(({ input, signal }) =>
    running(signal, (report, aborted) => updateTag(session(), input, keeper.beforeBulk, report, aborted)),
  ),
  remove: os.tags.remove.handler(({ input, signal }) =>
    running(signal, (report, aborted) => removeTag(session(), input, keeper.beforeBulk, report, aborted)),
  ),
});

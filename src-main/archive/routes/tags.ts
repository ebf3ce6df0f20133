import { createTag, listTags, removeTag, updateTag } from '../tags.ts';
import type { Wires } from './wires.ts';

export const tagsRoutes = ({ os, session }: Wires) => ({
  list: os.tags.list.handler(() => listTags(session().sqlite)),
  create: os.tags.create.handler(({ input }) => createTag(session(), input)),
  update: os.tags.update.handler(({ input }) => updateTag(session(), input)),
  remove: os.tags.remove.handler(({ input }) => removeTag(session(), input.id)),
});

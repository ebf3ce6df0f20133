import { discardDraft, getDraft, listDrafts, saveDraft } from '../drafts.ts';
import type { Wires } from './wires.ts';

export const draftsRoutes = ({ os, session }: Wires) => ({
  list: os.drafts.list.handler(() => listDrafts(session())),
  get: os.drafts.get.handler(({ input }) => getDraft(session(), input.key)),
  save: os.drafts.save.handler(({ input }) => saveDraft(session(), input)),
  discard: os.drafts.discard.handler(({ input }) => discardDraft(session(), input.key)),
});

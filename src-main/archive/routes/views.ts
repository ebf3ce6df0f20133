import { createView, listViews, removeView, updateView } from '../views.ts';
import type { Wires } from './wires.ts';

export const viewsRoutes = ({ os, session }: Wires) => ({
  list: os.views.list.handler(() => listViews(session())),
  create: os.views.create.handler(({ input }) => createView(session(), input)),
  update: os.views.update.handler(({ input }) => updateView(session(), input)),
  remove: os.views.remove.handler(({ input }) => removeView(session(), input.id)),
});

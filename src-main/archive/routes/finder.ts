import { find } from '../find.ts';
import type { Wires } from './wires.ts';

export const finderRoutes = ({ os, session }: Wires) => ({
  search: os.finder.search.handler(({ input }) => find(session(), input)),
});

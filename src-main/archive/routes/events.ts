import type { Wires } from './wires.ts';

export const eventsRoutes = ({ os, holder }: Wires) => ({
  changes: os.events.changes.handler(({ signal }) =>
    holder.surroundings.events.subscribe('change', signal ? { signal } : {}),
  ),
});

import type { Wires } from './wires.ts';

export const workRoutes = ({ os, cancel }: Wires) => ({
  cancel: os.work.cancel.handler(({ input }) => cancel(input.workId)),
});

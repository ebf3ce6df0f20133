import {
  createCustomField,
  listCustomFields,
  removeCustomField,
  updateCustomField,
} from '../custom-fields.ts';
import type { Wires } from './wires.ts';

export const customFieldsRoutes = ({ os, session, running, keeper }: Wires) => ({
  list: os.customFields.list.handler(() => listCustomFields(session().sqlite)),
  create: os.customFields.create.handler(({ input }) => createCustomField(session(), input)),
  update: os.customFields.update.handler(({ input }) => updateCustomField(session(), input)),
  remove: os.customFields.remove.handler(({ input, signal }) =>
    running(signal, (report, aborted) =>
      removeCustomField(session(), input, keeper.beforeBulk, report, aborted),
    ),
  ),
});

import { readPasted } from '../../../src-shared/pasted.ts';
import { changeInBulk, purgeCustomers } from '../customers/bulk.ts';
import { nextCode } from '../customers/codes.ts';
import { customerFacets, fieldValues } from '../customers/facets.ts';
import { countSelected, listCustomers } from '../customers/list.ts';
import { getCustomer } from '../customers/load.ts';
import { similarCustomers } from '../customers/similar.ts';
import { createCustomer, updateCustomer } from '../customers/write.ts';
import { customerHistory } from '../history/changes.ts';
import { readSettings } from '../settings.ts';
import type { Wires } from './wires.ts';

export const customersRoutes = ({ os, session, running, keeper }: Wires) => ({
  list: os.customers.list.handler(({ input }) => listCustomers(session(), input)),
  count: os.customers.count.handler(({ input }) => countSelected(session(), input.selection)),
  facets: os.customers.facets.handler(({ input, signal }) =>
    customerFacets(session().reader, input.filter, signal),
  ),
  get: os.customers.get.handler(({ input }) => getCustomer(session().sqlite, input.id)),
  create: os.customers.create.handler(({ input }) => createCustomer(session(), input.draft)),
  update: os.customers.update.handler(({ input }) => updateCustomer(session(), input)),
  bulk: os.customers.bulk.handler(({ input, signal }) =>
    running(signal, (report, aborted) => changeInBulk(session(), input, keeper.beforeBulk, report, aborted)),
  ),
  purge: os.customers.purge.handler(({ input, signal }) =>
    running(signal, (report, aborted) =>
      purgeCustomers(session(), input, keeper.beforeBulk, report, aborted),
    ),
  ),
  similar: os.customers.similar.handler(({ input }) => similarCustomers(session(), input)),
  readPasted: os.customers.readPasted.handler(({ input }) => readPasted(input.text)),
  values: os.customers.values.handler(({ input }) => fieldValues(session().reader, input.field, input.text)),
  nextCode: os.customers.nextCode.handler(() => {
    const { sqlite, clock } = session();
    return nextCode(sqlite, readSettings(sqlite).codePattern, clock());
  }),
  history: os.customers.history.handler(({ input }) => customerHistory(session().sqlite, input)),
});

import { exportCustomers } from '../exports/export.ts';
import type { Wires } from './wires.ts';

export const exportsRoutes = ({ os, session, running }: Wires) => ({
  customers: os.exports.customers.handler(({ input, signal }) =>
    running(signal, (report, aborted) => exportCustomers(session(), input, report, aborted)),
  ),
});

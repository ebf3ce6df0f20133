import { navigate } from '../app/location.ts';

/** The parameter of a list's address that asks for the export of what it shows. */
export const exportParameter = 'export';

/** Asks for the export of the list one is at, with its filter; from anywhere else, of all customers. */
export const openExport = (): void => {
  const [path, search = ''] = window.location.hash.replace(/^#/u, '').split('?', 2);
  const parameters = new URLSearchParams(path === '/customers' ? search : '');
  parameters.set(exportParameter, '1');
  navigate(`/customers?${parameters.toString()}`);
};

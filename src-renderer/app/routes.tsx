import { lazy } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { NotFound } from './not-found.tsx';

const customersRoom = () => import('../customers/customers-page.tsx');
const CustomersPage = lazy(async () => ({ default: (await customersRoom()).CustomersPage }));
const CustomerPage = lazy(async () => ({
  default: (await import('../customer/customer-page.tsx')).CustomerPage,
}));
const NewCustomerPage = lazy(async () => ({
  default: (await import('../customer/new-customer-page.tsx')).NewCustomerPage,
}));
const ImportPage = lazy(async () => ({ default: (await import('../imports/import-page.tsx')).ImportPage }));
const BatchPage = lazy(async () => ({
  default: (await import('../imports/batch/batch-page.tsx')).BatchPage,
}));
const BackupsPage = lazy(async () => ({
  default: (await import('../backups/backups-page.tsx')).BackupsPage,
}));
const HistoryPage = lazy(async () => ({
  default: (await import('../history/history-page.tsx')).HistoryPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../settings/settings-page.tsx')).SettingsPage,
}));

/**
 * Fetches the room that most starts lead to, while the connection is still being made. A host that ends meanwhile is no
 * trouble yet: whoever goes to the room asks for it again.
 */
export const loadFirstRoom = (): void => void customersRoom().catch(() => undefined);

const idOf = (text: string): number | null => (/^[1-9]\d{0,14}$/u.test(text) ? Number(text) : null);

/** Which room an address leads to. */
export const Routes = () => (
  <Switch>
    <Route path="/">
      <Redirect to="/customers" replace />
    </Route>
    <Route path="/customers">
      <CustomersPage />
    </Route>
    <Route path="/trash">
      <CustomersPage trash />
    </Route>
    <Route path="/customers/new">
      <NewCustomerPage />
    </Route>
    <Route path="/customers/:id">
      {({ id }) => {
        const customerId = idOf(id);
        return customerId === null ? <NotFound /> : <CustomerPage key={customerId} id={customerId} />;
      }}
    </Route>
    <Route path="/import">
      <ImportPage />
    </Route>
    <Route path="/imports/:id">
      {({ id }) => {
        const changeId = idOf(id);
        return changeId === null ? <NotFound /> : <BatchPage key={changeId} changeId={changeId} />;
      }}
    </Route>
    <Route path="/backups">
      <BackupsPage />
    </Route>
    <Route path="/history">
      <HistoryPage />
    </Route>
    <Route path="/settings">
      <SettingsPage />
    </Route>
    <Route>
      <NotFound />
    </Route>
  </Switch>
);

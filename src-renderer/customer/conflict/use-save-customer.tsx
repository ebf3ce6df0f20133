import { notifications } from '@mantine/notifications';
import { IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerDraft, CustomerPatch } from '../../../src-shared/customers.ts';
import type { Failure } from '../../../src-shared/failures.ts';
import { useApi } from '../../app/api.ts';
import { toFailure } from '../../app/failures/to-failure.ts';
import { useWritten } from '../../app/written.tsx';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { patchBetween } from '../values/patch.ts';

/** An edit as it is sent: what the customer was, what it shall be, and the version the edit began on. */
export interface SaveRequest {
  readonly base: CustomerDraft;
  readonly mine: CustomerDraft;
  readonly baseVersion: number;
}

export type ChangedMeanwhile = Extract<Failure, { code: 'customerChanged' }>;

/** Both sides changed the same fields; `decide` takes what is to be saved, or null to go back to the form. */
export interface Conflict {
  readonly failure: ChangedMeanwhile;
  readonly request: SaveRequest;
  readonly patch: CustomerPatch;
  readonly current: Customer;
  readonly decide: (patch: CustomerPatch | null) => void;
}

/** Saved; or not, with the failure, or with null when the user went back to the form. */
export type Outcome =
  | { readonly saved: true; readonly customer: Customer }
  | { readonly saved: false; readonly failure: Failure | null };

export interface SaveCustomer {
  /** Writes an edit; one after the other. A conflict asks, and the promise waits for the answer. */
  readonly save: (request: SaveRequest) => Promise<Outcome>;
  readonly conflict: Conflict | null;
}

/** Saving changes of one customer, announcing them, and settling what another window changed meanwhile. */
export const useSaveCustomer = (id: number): SaveCustomer => {
  const { t } = useTranslation();
  const { client, archive } = useApi();
  const { announce } = useWritten();
  const queryClient = useQueryClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const ownSaves = useRef(new Set<string>());

  const write = useCallback(
    async (patch: CustomerPatch, baseVersion: number): Promise<Customer> => {
      const updated = await client.archive.customers.update({ id, baseVersion, patch });
      ownSaves.current.add(updated.customer.updatedAt);
      queryClient.setQueryData(archive.customers.get.queryKey({ input: { id } }), updated.customer);
      announce(updated);
      const others = updated.meanwhile.filter(({ at }) => !ownSaves.current.has(at));
      if (others.length > 0) {
        const fields = others
          .map(({ field, custom }) => custom?.name ?? fieldLabel(t, field))
          .join(t('history.listSeparator'));
        notifications.show({
          color: 'blue',
          icon: <IconUsers size={18} />,
          message: t('customer.conflict.meanwhile', { fields }),
          closeButtonProps: { 'aria-label': t('common.action.close') },
        });
      }
      return updated.customer;
    },
    [id, client, archive, announce, queryClient, t],
  );

  const settle = useCallback(
    async (request: SaveRequest): Promise<Outcome> => {
      let patch = patchBetween(request.base, request.mine);
      let { baseVersion } = request;
      for (;;) {
        try {
          return { saved: true, customer: await write(patch, baseVersion) };
        } catch (error) {
          const failure = toFailure(error);
          if (failure.code !== 'customerChanged') return { saved: false, failure };
          const current = await client.archive.customers.get({ id });
          const contested = patch;
          const decided = await new Promise<CustomerPatch | null>((decide) =>
            setConflict({ failure, request, patch: contested, current, decide }),
          );
          setConflict(null);
          if (decided === null) return { saved: false, failure: null };
          queryClient.setQueryData(archive.customers.get.queryKey({ input: { id } }), current);
          if (Object.keys(decided).length === 0) return { saved: true, customer: current };
          patch = decided;
          baseVersion = failure.version;
        }
      }
    },
    [id, client, archive, write, queryClient],
  );

  const save = useCallback(
    (request: SaveRequest): Promise<Outcome> => {
      const outcome = last.current
        .then(() => settle(request))
        .catch((error: unknown): Outcome => ({
          saved: false,
          failure: toFailure(error),
        }));
      last.current = outcome;
      return outcome;
    },
    [settle],
  );
  return { save, conflict };
};

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedCustomer } from '../../src-shared/backups.ts';
import type { DataColumn } from '../kit/data-table/types.ts';
import { StandingSign } from './standing-sign.tsx';

/** Columns of a list of customers then and now. */
export const useComparedColumns = (withStanding: boolean): readonly DataColumn<ComparedCustomer>[] => {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('fields.name'),
        width: 240,
        render: ({ name }) => name,
        whole: ({ name }) => name,
      },
      { id: 'code', title: t('fields.code'), width: 110, numeric: true, render: ({ code }) => code },
      { id: 'contactName', title: t('fields.contactName'), width: 110, render: (row) => row.contactName },
      { id: 'mobile', title: t('fields.mobile'), width: 140, numeric: true, render: ({ mobile }) => mobile },
      ...(withStanding
        ? [
            {
              id: 'standing',
              title: t('backups.standing.title'),
              width: 140,
              render: ({ standing }: ComparedCustomer) => <StandingSign standing={standing} />,
            },
          ]
        : []),
    ],
    [t, withStanding],
  );
};

import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconSearchOff, IconTrash, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../src-shared/customers.ts';
import type { Tag } from '../../src-shared/tags.ts';
import { navigate } from '../app/location.ts';
import { useCustomFields } from '../custom-fields/use-custom-fields.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { withoutParts, type FilterPart } from './filter/parts.ts';
import { partWords } from './filter/words.ts';
import { writeAddress } from './list-address.ts';
import { useBiggestExcluder } from './use-biggest-excluder.ts';

const NoCustomers = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconUsers}
      title={t('customers.empty.none.title')}
      actions={
        <>
          <Button leftSection={<IconFileImport size={16} />} onClick={() => navigate('/import')}>
            {t('customers.empty.none.import')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => navigate('/customers/new')}
          >
            {t('customers.empty.none.create')}
          </Button>
        </>
      }
    >
      {t('customers.empty.none.body')}
    </EmptyState>
  );
};

const EmptyTrash = () => {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconTrash}
      title={t('customers.empty.trash.title')}
      actions={
        <Button variant="default" onClick={() => navigate('/customers')}>
          {t('customers.empty.trash.back')}
        </Button>
      }
    >
      {t('customers.empty.trash.body')}
    </EmptyState>
  );
};

interface EmptyListProps {
  /** What was asked when nothing was found. */
  readonly filter: CustomerFilter;
  /** Its parts that can be taken out. */
  readonly parts: readonly FilterPart[];
  readonly trash: boolean;
  readonly tags: readonly Tag[];
  /** Customers in the trash that fit; 0 while not known. */
  readonly inTrash: number;
  readonly onChange: (filter: CustomerFilter) => void;
  readonly onClear: () => void;
}

/** In place of rows: what to do when there is nobody yet, when the trash is empty, or when nobody fits. */
export const EmptyList = ({ filter, parts, trash, tags, inTrash, onChange, onClear }: EmptyListProps) => {
  const { t, i18n } = useTranslation();
  const fields = useCustomFields();
  const excluder = useBiggestExcluder(filter, parts);
  if (parts.length === 0) return trash ? <EmptyTrash /> : <NoCustomers />;
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('customers.empty.noMatch.title')}
      actions={
        <>
          {excluder !== null && (
            <Button onClick={() => onChange(withoutParts(filter, excluder.parts))}>
              {t('customers.empty.noMatch.drop', {
                condition: excluder.parts
                  .map((part) => partWords(t, filter, part, tags, { fields, language: i18n.language }))
                  .join(t('history.listSeparator')),
                count: excluder.count,
              })}
            </Button>
          )}
          {(parts.length > 1 || excluder === null) && (
            <Button variant="default" onClick={onClear}>
              {t('customers.empty.noMatch.clear')}
            </Button>
          )}
          {inTrash > 0 && (
            <Button
              variant="subtle"
              leftSection={<IconTrash size={16} />}
              onClick={() => navigate(`/trash?${writeAddress({ filter })}`)}
            >
              {t('customers.empty.noMatch.inTrash', { count: inTrash })}
            </Button>
          )}
        </>
      }
    >
      {t('customers.empty.noMatch.body')}
    </EmptyState>
  );
};

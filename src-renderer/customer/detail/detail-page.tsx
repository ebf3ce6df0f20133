import { Alert, Button, Group, Text } from '@mantine/core';
import { IconRestore, IconTrash } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Customer } from '../../../src-shared/customers.ts';
import type { Draft } from '../../../src-shared/drafts.ts';
import { goBack } from '../../app/location.ts';
import { DateText } from '../../kit/date-text.tsx';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import { useSaveCustomer } from '../conflict/use-save-customer.tsx';
import { CustomerHistory } from '../history/customer-history.tsx';
import { valuesOf } from '../values/from-customer.ts';
import { toDraft } from '../values/to-draft.ts';
import { DetailHeader } from './detail-header.tsx';
import classes from './detail.module.css';
import { GroupsView } from './groups-view.tsx';
import { InPlaceProvider, useInPlaceState } from './use-in-place.ts';
import { useInPlaceDraft } from './use-in-place-draft.ts';
import { useMove } from './use-move.ts';

/** Says that an edit was begun and not saved, and offers to go on with it. */
const DraftNote = ({
  draft,
  onContinue,
  onDiscard,
}: {
  draft: Draft;
  onContinue: () => void;
  onDiscard: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <Alert color="blue" variant="light" icon={<IconRestore size={18} />} p="xs" role="status">
      <Group gap="sm">
        <Text size="sm">
          <Trans
            t={t}
            i18nKey="customer.draft.waits"
            components={{ when: <DateText at={draft.savedAt} /> }}
          />
        </Text>
        <Button size="compact-xs" onClick={onContinue}>
          {t('customer.draft.continue')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onDiscard}>
          {t('customer.draft.discard')}
        </Button>
      </Group>
    </Alert>
  );
};

/** All about one customer: fields on the left, what happened on the right. */
export const DetailPage = ({
  customer,
  draft,
  onEdit,
  onDiscardDraft,
}: {
  customer: Customer;
  /** An edit that was kept and still differs from the customer. */
  draft: Draft | null;
  onEdit: () => void;
  onDiscardDraft: () => void;
}) => {
  const { t, i18n } = useTranslation();
  const { save, conflict } = useSaveCustomer(customer.id);
  const inPlace = useInPlaceState(customer, save, useInPlaceDraft(customer.id, draft !== null));
  const { move, moving } = useMove(customer.id);
  const values = { ...valuesOf(customer, i18n.language), ...inPlace.pending };

  const back = (): void => goBack(customer.trashedAt === null ? '/customers' : '/trash');
  const saveTags = (tagIds: number[]): void => {
    const base = toDraft(valuesOf(customer, i18n.language));
    const mine = { ...base, tagIds };
    const same = tagIds.length === base.tagIds.length && tagIds.every((id) => base.tagIds.includes(id));
    if (!same) void save({ base, mine, baseVersion: customer.version });
  };
  const onMove = async (type: 'trash' | 'restore'): Promise<void> => {
    if ((await move(type)) && type === 'trash') back();
  };

  return (
    <InPlaceProvider value={inPlace}>
      <div className={classes.screen}>
        <DetailHeader
          customer={customer}
          onBack={back}
          onEdit={() => {
            inPlace.commit();
            onEdit();
          }}
          onTags={saveTags}
          onMove={(type) => void onMove(type)}
          moving={moving}
        />
        <div className={classes.body}>
          <div className={classes.left}>
            <div className={classes.inner}>
              {customer.trashedAt !== null && (
                <Alert color="gray" icon={<IconTrash size={18} />} p="xs" role="status">
                  <Trans
                    t={t}
                    i18nKey="customer.detail.trashed"
                    components={{ when: <DateText at={customer.trashedAt} /> }}
                  />
                </Alert>
              )}
              {draft !== null && customer.trashedAt === null && (
                <DraftNote draft={draft} onContinue={onEdit} onDiscard={onDiscardDraft} />
              )}
              <GroupsView customer={customer} values={values} />
            </div>
          </div>
          <aside className={classes.right} aria-label={t('history.title')}>
            <CustomerHistory id={customer.id} name={customer.name} />
          </aside>
        </div>
      </div>
      <ConflictDialog conflict={conflict} />
    </InPlaceProvider>
  );
};

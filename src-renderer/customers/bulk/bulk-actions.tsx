import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction, CustomerFilter, CustomerRow, Selection } from '../../../src-shared/customers.ts';
import type { Tag } from '../../../src-shared/tags.ts';
import { useKey } from '../../app/keys.tsx';
import { ConfirmModal } from '../../kit/confirm-modal.tsx';
import type { TickedRows } from '../use-ticked.ts';
import { BulkBar } from './bulk-bar.tsx';
import { movesOut, useBulk } from './use-bulk.tsx';

interface BulkActionsProps {
  readonly ticked: TickedRows;
  readonly onExport: (selection: Selection) => void;
  readonly total: number;
  readonly filter: CustomerFilter;
  readonly tags: readonly Tag[];
  readonly trash: boolean;
  /** The row the keyboard is at: what `T` means while nothing is ticked. */
  readonly active: CustomerRow | undefined;
}

/** From how many customers on moving them to the trash is asked about, although it can be undone. */
const many = 50;

/** The bar of bulk actions with its keys, its questions and its progress. */
export const BulkActions = memo(function BulkActions({
  ticked,
  onExport,
  total,
  filter,
  tags,
  trash,
  active,
}: BulkActionsProps) {
  const { t } = useTranslation();
  const bulk = useBulk();
  const { count, selection, clear } = ticked;
  const [asking, setAsking] = useState<'trash' | 'purge' | null>(null);
  const [tagging, setTagging] = useState(false);
  // Ticked by `T` alone, to show whom the tags will go to; unticked when that is over.
  const [forTags, setForTags] = useState(false);

  const endTagging = (): void => {
    setTagging(false);
    if (forTags) clear();
    setForTags(false);
  };

  const act = async (action: BulkAction): Promise<void> => {
    setAsking(null);
    setTagging(false);
    if (selection === null) return;
    const done = await bulk.run(selection, action);
    if ((done && movesOut(action, filter)) || forTags) clear();
    setForTags(false);
  };
  const purge = async (): Promise<void> => {
    setAsking(null);
    if (selection !== null && (await bulk.purge(selection))) clear();
  };
  const moveToTrash = (): void => {
    if (count >= many) setAsking('trash');
    else void act({ type: 'trash' });
  };

  useKey(
    't',
    () => {
      if (trash || (count === 0 && active === undefined)) return false;
      if (count === 0 && active !== undefined) {
        ticked.tickOnly(active.id);
        setForTags(true);
      }
      setTagging(true);
      return true;
    },
    { label: t('customers.keys.tag'), group: 'list' },
  );
  useKey('mod+a', ticked.tickAll, {
    label: t('customers.keys.selectAll'),
    group: 'list',
    enabled: total > 0,
  });
  useKey('delete', moveToTrash, {
    label: t('customers.keys.trash'),
    group: 'list',
    enabled: count > 0 && !trash,
  });
  useKey('escape', clear, { label: t('customers.keys.unselect'), group: 'list', enabled: count > 0 });

  return (
    <>
      {(count > 0 || ticked.busy) && (
        <BulkBar
          count={count}
          total={total}
          tags={tags}
          trash={trash}
          busy={ticked.busy}
          tagging={tagging}
          onTagging={(opened) => (opened ? setTagging(true) : endTagging())}
          onAction={(action) => void act(action)}
          onExport={() => {
            if (selection !== null) onExport(selection);
          }}
          onTrash={moveToTrash}
          onPurge={() => setAsking('purge')}
          onChooseAll={ticked.tickAll}
          onClear={clear}
        />
      )}
      <ConfirmModal
        opened={asking === 'trash'}
        title={t('customers.trash.title', { count })}
        action={t('customers.trash.confirm', { count })}
        danger
        onConfirm={() => void act({ type: 'trash' })}
        onClose={() => setAsking(null)}
      >
        {t('customers.trash.what')}
      </ConfirmModal>
      <ConfirmModal
        opened={asking === 'purge'}
        title={t('customers.purge.title', { count })}
        action={t('customers.purge.confirm', { count })}
        danger
        onConfirm={() => void purge()}
        onClose={() => setAsking(null)}
      >
        <p>{t('customers.purge.what', { count })}</p>
        <p>{t('customers.purge.undo')}</p>
      </ConfirmModal>
      {bulk.progress}
    </>
  );
});

import { notifications } from '@mantine/notifications';
import { IconUsers } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../src-shared/customers.ts';
import type { Draft } from '../../../src-shared/drafts.ts';
import { failureMessage } from '../../app/failures/failure-message.ts';
import { useTellFailure } from '../../app/failures/use-failure-toast.tsx';
import { goingFromHere } from '../../app/location.ts';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import { useSaveCustomer } from '../conflict/use-save-customer.tsx';
import { editContent, editOfDraft } from '../values/edit-content.ts';
import { valuesOf } from '../values/from-customer.ts';
import { noteLabel } from '../values/note-label.ts';
import { historyField, patchBetween } from '../values/patch.ts';
import { rebase } from '../values/rebase.ts';
import { toDraft } from '../values/to-draft.ts';
import { DraftBanner } from './draft-banner.tsx';
import { FormHints } from './form-hints.tsx';
import { FormScreen } from './form-screen.tsx';
import { createFormStore } from './form-store.ts';
import { useFormErrors } from './use-form-errors.ts';
import { useKeptDraft } from './use-kept-draft.ts';

/** The whole form of a customer that exists. `onDone` is called when it is saved or left. */
export const EditForm = ({
  customer,
  draft,
  onDone,
}: {
  customer: Customer;
  draft: Draft | null;
  onDone: () => void;
}) => {
  const { t, i18n } = useTranslation();
  const tellFailure = useTellFailure();
  const [restored] = useState(() => editOfDraft(draft, customer, i18n.language));
  const [store] = useState(() => createFormStore(restored?.values ?? valuesOf(customer, i18n.language)));
  const edit = useRef({
    base: restored?.base ?? toDraft(store.values()),
    baseVersion: restored?.baseVersion ?? customer.version,
  });
  const [saving, setSaving] = useState(false);
  const [errors, tellError] = useFormErrors(store);
  const { save, conflict } = useSaveCustomer(customer.id);
  const keeper = useKeptDraft(`customer-${customer.id}`, store, (values) =>
    editContent(edit.current.base, values, edit.current.baseVersion),
  );

  // Another window saved: what was not edited here follows it at once; the rest is settled when this one is saved.
  const seen = useRef(customer.version);
  useEffect(() => {
    if (customer.version === seen.current) return;
    seen.current = customer.version;
    const before = { base: edit.current.base, values: store.values() };
    const after = rebase(before, valuesOf(customer, i18n.language));
    const followed = Object.keys(patchBetween(toDraft(before.values), toDraft(after.values)));
    edit.current = { base: after.base, baseVersion: edit.current.baseVersion };
    if (followed.length === 0) return;
    store.replace(after.values);
    notifications.show({
      color: 'blue',
      icon: <IconUsers size={18} />,
      message: t('customer.conflict.followed', {
        fields: followed.map((field) => fieldLabel(t, historyField(field))).join(t('history.listSeparator')),
      }),
      closeButtonProps: { 'aria-label': t('common.action.close') },
    });
  }, [customer, store, i18n, t]);

  const submit = async (): Promise<void> => {
    if (saving) return;
    const thenGo = goingFromHere();
    const mine = toDraft(store.values(), noteLabel(t));
    if (mine.name === '') return tellError('name', t('failures.nameMissing.what'));
    if (Object.keys(patchBetween(edit.current.base, mine)).length === 0) {
      await keeper.discard();
      return thenGo(onDone);
    }
    setSaving(true);
    const outcome = await save({ ...edit.current, mine });
    setSaving(false);
    if (outcome.saved) {
      await keeper.discard();
      return thenGo(onDone);
    }
    if (outcome.failure?.code === 'codeTaken') tellError('code', failureMessage(t, outcome.failure).what);
    else if (outcome.failure !== null) tellFailure(outcome.failure);
    return undefined;
  };
  const leave = async (discard: boolean): Promise<void> => {
    const thenGo = goingFromHere();
    await (discard ? keeper.discard() : keeper.flush());
    thenGo(onDone);
  };

  return (
    <>
      <FormScreen
        store={store}
        keeper={keeper}
        title={t('customer.editTitle', { name: customer.name })}
        errors={errors}
        saving={saving}
        isUnsaved={() => Object.keys(patchBetween(edit.current.base, toDraft(store.values()))).length > 0}
        onSave={() => void submit()}
        onLeave={(discard) => void leave(discard)}
        banner={
          draft !== null && restored !== null ? (
            <DraftBanner
              savedAt={draft.savedAt}
              onDiscard={() => {
                edit.current = {
                  base: toDraft(valuesOf(customer, i18n.language)),
                  baseVersion: customer.version,
                };
                store.replace(valuesOf(customer, i18n.language));
              }}
              onRestore={() => {
                edit.current = { base: restored.base, baseVersion: restored.baseVersion };
                store.replace(restored.values);
              }}
            />
          ) : undefined
        }
        aside={<FormHints editing />}
      />
      <ConflictDialog conflict={conflict} />
    </>
  );
};

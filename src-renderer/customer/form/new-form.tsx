import { Button } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../../src-shared/drafts.ts';
import { useApi } from '../../app/api.ts';
import { failureMessage } from '../../app/failures/failure-message.ts';
import { toFailure } from '../../app/failures/to-failure.ts';
import { useTellFailure } from '../../app/failures/use-failure-toast.tsx';
import { useKey } from '../../app/keys.tsx';
import { goBack, goingFromHere, navigate } from '../../app/location.ts';
import { useWritten } from '../../app/written.tsx';
import { isUnread } from '../values/custom-values.ts';
import {
  type CustomerValues,
  emptyValues,
  openValues,
  storedValuesSchema,
} from '../values/customer-values.ts';
import { noteLabel } from '../values/note-label.ts';
import { patchBetween } from '../values/patch.ts';
import { toDraft } from '../values/to-draft.ts';
import { DraftBanner } from './draft-banner.tsx';
import { FormHints } from './form-hints.tsx';
import { FormScreen } from './form-screen.tsx';
import { createFormStore } from './form-store.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { PastedPanel } from './pasted-panel.tsx';
import { SimilarPanel } from './similar-panel.tsx';
import { focusField, useFormErrors } from './use-form-errors.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { usePasted, usePasteKey } from './use-pasted.ts';
import type { DraftContent } from '../values/edit-content.ts';

/** Whether something stands in the form that was not there when it opened. The kind alone is nothing. */
const hasContent = (start: CustomerValues, values: CustomerValues): boolean =>
  values.registeredCapital.trim() !== '' ||
  values.custom.some(isUnread) ||
  Object.keys(patchBetween(toDraft(start), toDraft(values))).some((field) => field !== 'kind');

const contentOf = (values: CustomerValues): DraftContent => ({ baseVersion: null, values: { ...values } });

/** The form of a new customer, with the draft of the last time if there is one. */
export const NewForm = ({ draft }: { draft: Draft | null }) => {
  const { t } = useTranslation();
  const { client, archive } = useApi();
  const queryClient = useQueryClient();
  const { announce } = useWritten();
  const tellFailure = useTellFailure();
  const [restored] = useState(() => {
    const stored = draft === null ? null : storedValuesSchema.safeParse(draft.values);
    return stored?.success === true ? openValues(stored.data) : null;
  });
  const [store] = useState(() => createFormStore(restored ?? emptyValues()));
  /** What the form began with; after “save and next” some values stay for the next customer. */
  const start = useRef<CustomerValues>(emptyValues());
  const [showsRestored, setShowsRestored] = useState(restored !== null);
  const [asksForText, setAsksForText] = useState(false);
  const [saving, setSaving] = useState(false);
  const busy = useRef(false);
  const [errors, tellError] = useFormErrors(store);
  const pasted = usePasted(store);
  const keeper = useKeptDraft('new', store, (values) =>
    hasContent(start.current, values) ? contentOf(values) : null,
  );

  const read = (text: string): void => {
    setAsksForText(false);
    void pasted.read(text).then(() => focusField('name'));
  };
  const armPaste = usePasteKey(read, () => setAsksForText(true));
  useKey(
    'mod+shift+v',
    () => {
      armPaste();
      // The browser's own paste goes on: it brings the text.
      return false;
    },
    { label: t('customer.keys.paste'), group: 'form', inFields: true },
  );

  const next = ({ kind, owner, source }: CustomerValues): void => {
    start.current = { ...emptyValues(), kind, owner, source };
    store.replace(start.current);
    pasted.close();
    setShowsRestored(false);
    void queryClient.invalidateQueries({ queryKey: archive.customers.nextCode.key() });
    focusField('name');
  };

  const save = async (andNext: boolean): Promise<void> => {
    if (busy.current) return;
    const values = store.values();
    const customer = toDraft(values, noteLabel(t));
    if (customer.name === '') {
      tellError('name', t('failures.nameMissing.what'));
      return;
    }
    const thenGo = goingFromHere();
    busy.current = true;
    setSaving(true);
    try {
      const written = await client.archive.customers.create({ draft: customer });
      await keeper.discard();
      announce(written);
      if (andNext) next(values);
      else thenGo(() => navigate(`/customers/${written.customer.id}`, { replace: true }));
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'codeTaken') tellError('code', failureMessage(t, failure).what);
      else tellFailure(failure);
    } finally {
      busy.current = false;
      setSaving(false);
    }
  };

  const leave = async (discard: boolean): Promise<void> => {
    const thenGo = goingFromHere();
    await (discard ? keeper.discard() : keeper.flush());
    thenGo(() => goBack('/customers'));
  };
  const openInstead = async (id: number): Promise<void> => {
    const thenGo = goingFromHere();
    await keeper.flush();
    thenGo(() => navigate(`/customers/${id}`));
  };

  return (
    <>
      <FormScreen
        store={store}
        keeper={keeper}
        title={t('customer.newTitle')}
        errors={errors}
        saving={saving}
        isUnsaved={() => hasContent(start.current, store.values())}
        onSave={() => void save(false)}
        onSaveAndNext={() => void save(true)}
        onLeave={(discard) => void leave(discard)}
        onPasteMore={read}
        actions={
          <Button
            variant="default"
            leftSection={<IconClipboardText size={16} />}
            onClick={() => setAsksForText(true)}
          >
            {t('customer.paste.title')}
          </Button>
        }
        banner={
          showsRestored && draft !== null && restored !== null ? (
            <DraftBanner
              savedAt={draft.savedAt}
              onDiscard={() => store.replace(emptyValues())}
              onRestore={() => store.replace(restored)}
            />
          ) : undefined
        }
        aside={
          <>
            <PastedPanel {...pasted} />
            <SimilarPanel onOpen={(id) => void openInstead(id)} />
            <FormHints />
          </>
        }
      />
      <PasteDialog opened={asksForText} onClose={() => setAsksForText(false)} onRead={read} />
    </>
  );
};

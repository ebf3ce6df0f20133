import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKey } from '../../app/keys.tsx';
import { KeyHint } from '../../kit/key-hint.tsx';
import type { DraftKeeper } from './draft-keeper.ts';
import { FormGroups } from './form-groups.tsx';
import { FormNotesProvider } from './form-notes.tsx';
import { type FormStore, FormStoreProvider } from './form-store.ts';
import classes from './form.module.css';
import { KindField } from './inputs/choice-field.tsx';
import { KeeperText } from './keeper-text.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { keepEscapeInLists, moveOnWithEnter } from './move-on.ts';
import type { DraftContent } from '../values/edit-content.ts';

/** The whole form with its header, for a new customer and for editing one. */
export const FormScreen = ({
  store,
  keeper,
  title,
  errors,
  saving,
  isUnsaved,
  onSave,
  onSaveAndNext,
  onLeave,
  onPasteMore,
  actions,
  banner,
  aside,
}: {
  store: FormStore;
  keeper: DraftKeeper<DraftContent>;
  title: string;
  errors: Readonly<Record<string, string>>;
  saving: boolean;
  isUnsaved: () => boolean;
  onSave: () => void;
  onSaveAndNext?: () => void;
  /** The form is left; `discard` says whether its draft goes too. */
  onLeave: (discard: boolean) => void;
  onPasteMore?: (text: string) => void;
  actions?: ReactNode;
  banner?: ReactNode;
  aside: ReactNode;
}) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const leave = (): void => (isUnsaved() ? setAsking(true) : onLeave(true));
  const inForm = { group: 'form', inFields: true } as const;
  useKey('mod+enter mod+s', onSave, { label: t('customer.keys.save'), ...inForm });
  useKey('mod+shift+enter', onSaveAndNext ?? onSave, {
    label: t('customer.keys.saveAndNext'),
    ...inForm,
    enabled: onSaveAndNext !== undefined,
  });
  useKey('alt+k', () => store.set(({ kind }) => ({ kind: kind === 'company' ? 'person' : 'company' })), {
    label: t('customer.keys.kind'),
    ...inForm,
  });
  useKey('escape', leave, { label: t('customer.keys.leave'), ...inForm });

  return (
    <FormStoreProvider value={store}>
      <FormNotesProvider errors={errors}>
        <div className={classes.screen}>
          <header className={classes.header}>
            <div className={classes.title}>
              <h1 className={classes.name}>{title}</h1>
              <KindField />
              <KeeperText keeper={keeper} />
            </div>
            <div className={classes.actions}>
              {actions}
              <Button variant="default" onClick={leave}>
                {t('common.action.cancel')}
              </Button>
              {onSaveAndNext !== undefined && (
                <Button variant="default" onClick={onSaveAndNext} disabled={saving}>
                  {t('customer.form.saveAndNext')}
                </Button>
              )}
              <Button onClick={onSave} loading={saving} rightSection={<KeyHint keys="mod+s" />}>
                {t('common.action.save')}
              </Button>
            </div>
          </header>
          <div className={classes.body}>
            <div
              ref={form}
              role="form"
              aria-label={title}
              className={classes.form}
              onKeyDown={moveOnWithEnter}
              onKeyDownCapture={keepEscapeInLists}
            >
              <div className={classes.inner}>
                {banner}
                <FormGroups onPasteMore={onPasteMore} />
              </div>
            </div>
            <aside className={classes.aside} aria-label={t('customer.form.aside')}>
              {aside}
            </aside>
          </div>
        </div>
        <LeaveDialog
          opened={asking}
          onStay={() => setAsking(false)}
          onKeep={() => onLeave(false)}
          onDiscard={() => onLeave(true)}
        />
      </FormNotesProvider>
    </FormStoreProvider>
  );
};

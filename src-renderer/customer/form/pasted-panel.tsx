import { Button, CloseButton, Group, Text } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { toDraft } from '../values/to-draft.ts';
import { historyField } from '../values/patch.ts';
import { useWords } from '../use-words.ts';
import classes from './panels.module.css';
import type { PastedActions } from './use-pasted.ts';

/** What the pasted text filled, with undo; what it left alone, and what it did not understand. */
export const PastedPanel = ({ pasted, takeBack, replace, restToNotes, close }: PastedActions) => {
  const { t } = useTranslation();
  const words = useWords();
  if (pasted === null) return null;
  const { filled, kept, values } = pasted.filling;
  const draft = toDraft(values);
  const shown = filled.filter((field) => field !== 'capitalUnit');
  return (
    <section aria-label={t('customer.paste.title')} aria-live="polite" className={classes.panel}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Group gap={6} wrap="nowrap" c="var(--sign-good)">
          <IconClipboardCheck size={16} aria-hidden />
          <Text size="sm" fw={600} component="h2">
            {shown.length === 0
              ? t('customer.paste.nothing')
              : t('customer.paste.filled', { count: shown.length })}
          </Text>
        </Group>
        <CloseButton size="sm" aria-label={t('common.action.close')} onClick={close} />
      </Group>
      <ul className={classes.filled}>
        {shown.map((field) => (
          <li key={field}>
            <span className={classes.what}>{fieldLabel(t, historyField(field))}</span>{' '}
            {words.draft(draft, field)}
          </li>
        ))}
        {kept.map(({ field, value }) => (
          <li key={field}>
            <span className={classes.what}>{t('customer.paste.kept', { field: fieldLabel(t, field) })}</span>{' '}
            {value}{' '}
            <Button size="compact-xs" variant="subtle" onClick={() => replace(field, value)}>
              {t('customer.paste.replace')}
            </Button>
          </li>
        ))}
        {pasted.rest !== '' && (
          <li>
            <span className={classes.what}>{t('customer.paste.rest')}</span> {pasted.rest}{' '}
            <Button size="compact-xs" variant="subtle" onClick={restToNotes}>
              {t('customer.paste.toNotes')}
            </Button>
          </li>
        )}
      </ul>
      {shown.length > 0 && (
        <Button size="compact-sm" variant="default" mt={8} onClick={takeBack}>
          {t('customer.paste.undo')}
        </Button>
      )}
    </section>
  );
};

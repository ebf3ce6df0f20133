import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerDraft, CustomerPatch } from '../../../src-shared/customers.ts';
import { KeyLayer, useKey } from '../../app/keys.tsx';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { DateText } from '../../kit/date-text.tsx';
import { valuesOf } from '../values/from-customer.ts';
import { canKeepBoth, keepBoth } from '../values/merge.ts';
import { patchField, withoutField } from '../values/patch.ts';
import { toDraft } from '../values/to-draft.ts';
import { useWords } from '../use-words.ts';
import classes from './conflict.module.css';
import type { ChangedMeanwhile, Conflict } from './use-save-customer.tsx';

type Choice = 'mine' | 'theirs' | 'both';
type Meanwhile = ChangedMeanwhile['meanwhile'][number];

const Side = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div className={classes.side}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Contested = ({
  changed,
  mine,
  theirs,
  choice,
  onChoose,
}: {
  changed: Meanwhile;
  mine: CustomerDraft;
  theirs: CustomerDraft;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) => {
  const { t } = useTranslation();
  const words = useWords();
  const label = changed.custom?.name ?? fieldLabel(t, changed.field);
  const or = (text: string): string => (text === '' ? t('customer.history.empty') : text);
  const isList = canKeepBoth(patchField(changed.field));
  const choices: Choice[] = isList ? ['both', 'mine', 'theirs'] : ['mine', 'theirs'];
  return (
    <section aria-label={label} className={classes.field}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={6}>
        <Text fw={600} size="sm">
          {label}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('customer.conflict.choose', { field: label })}
          value={choice}
          onChange={(value) => onChoose(value as Choice)}
          data={choices.map((value) => ({ value, label: t(`customer.conflict.choice.${value}`) }))}
        />
      </Group>
      <dl className={classes.sides}>
        <Side name={t('customer.conflict.mine')}>{or(words.draft(mine, changed.field, changed.custom))}</Side>
        <Side name={t('customer.conflict.theirs')}>
          {or(words.draft(theirs, changed.field, changed.custom))}
          <Text size="xs" c="dimmed" component="div">
            {isList
              ? [
                  changed.after === '' ? '' : t('customer.conflict.added', { what: changed.after }),
                  changed.before === '' ? '' : t('customer.conflict.removed', { what: changed.before }),
                ]
                  .filter(Boolean)
                  .join(t('customer.doubtSeparator'))
              : t('customer.conflict.was', {
                  before: or(words.stored(changed.field, changed.before, changed.custom)),
                })}
            {'　'}
            {changed.actor === '' ? t('customer.conflict.someone') : changed.actor}{' '}
            <DateText at={changed.at} />
          </Text>
        </Side>
      </dl>
    </section>
  );
};

const Content = ({ failure, request, patch, current, decide }: Conflict) => {
  const { t, i18n } = useTranslation();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>(() =>
    Object.fromEntries(
      failure.meanwhile.map(({ field }) => [field, canKeepBoth(patchField(field)) ? 'both' : 'mine']),
    ),
  );
  const theirs = toDraft(valuesOf(current, i18n.language));
  const save = (): void => {
    let decided: CustomerPatch = patch;
    for (const [field, choice] of Object.entries(choices)) {
      const name = patchField(field);
      const others = withoutField(decided, name);
      if (choice !== 'mine') decided = others;
      if (choice === 'both' && canKeepBoth(name)) {
        decided = { ...others, ...keepBoth(name, request.base, request.mine, theirs) };
      }
    }
    decide(decided);
  };
  useKey('mod+enter mod+s', save, { inFields: true });
  return (
    <Stack gap="md">
      <Text size="sm">{t('customer.conflict.explained')}</Text>
      {failure.meanwhile.map((changed) => (
        <Contested
          key={changed.field}
          changed={changed}
          mine={request.mine}
          theirs={theirs}
          choice={choices[changed.field] ?? 'mine'}
          onChoose={(choice) => setChoices({ ...choices, [changed.field]: choice })}
        />
      ))}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => decide(null)} data-autofocus>
          {t('customer.conflict.back')}
        </Button>
        <Button onClick={save}>{t('customer.conflict.save')}</Button>
      </Group>
    </Stack>
  );
};

/** Two windows changed the same fields: shows both sides, field by field, and saves what is chosen. */
export const ConflictDialog = ({ conflict }: { conflict: Conflict | null }) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={conflict !== null}
      onClose={() => conflict?.decide(null)}
      title={t('customer.conflict.title')}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
    >
      <KeyLayer>{conflict !== null && <Content key={conflict.failure.version} {...conflict} />}</KeyLayer>
    </Modal>
  );
};

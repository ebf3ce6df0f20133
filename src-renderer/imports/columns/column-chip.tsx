import { Popover, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconAlertCircle,
  IconChevronDown,
  IconCircleCheck,
  IconCircleMinus,
  IconHelpCircle,
  IconUserCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnGuess, ImportTarget } from '../../../src-shared/imports.ts';
import { KeyLayer } from '../../app/keys.tsx';
import { useOwnFields } from '../own-fields.ts';
import { targetLabel } from '../targets.ts';
import { columnLetter, confidenceOf, couldBeField, headerText, type Confidence } from './column-looks.ts';
import classes from './columns.module.css';

const icons = {
  sure: IconCircleCheck,
  likely: IconHelpCircle,
  unsure: IconAlertCircle,
  chosen: IconUserCheck,
  ignored: IconCircleMinus,
} satisfies Record<Confidence, unknown>;

interface ColumnChipProps {
  readonly guess: ColumnGuess;
  readonly target: ImportTarget;
  /** Further fields that the column feeds. */
  readonly also: readonly ImportTarget[];
  readonly chosen: boolean;
  readonly opened: boolean;
  readonly onOpen: (opened: boolean) => void;
  /** The choice itself. */
  readonly children: ReactNode;
}

/** What a column will become, how sure that is, and why, on hover; pressed, it opens the choice. */
export const ColumnChip = ({ guess, target, also, chosen, opened, onOpen, children }: ColumnChipProps) => {
  const { t } = useTranslation();
  const confidence = confidenceOf(guess, target, chosen);
  const Icon = icons[confidence];
  const letter = columnLetter(guess.index);
  const header = headerText(t, guess);
  const own = useOwnFields();
  const label = [target, ...also]
    .map((one) => {
      const named = targetLabel(t, one, own);
      return one.field.startsWith('new:') ? t('imports.target.newNamed', { name: named }) : named;
    })
    .join(' + ');
  const word = t(`imports.confidence.${confidence}`);
  const samples = guess.samples.slice(0, 3).map((sample) => sample.replace(/\s+/gu, ' '));
  const reason = chosen ? 'chosen' : guess.reason;
  const tip = (
    <>
      <div>
        {label} · {word}
      </div>
      <div>{t('imports.reason.because', { reason: t(`imports.reason.${reason}`) })}</div>
      <div>{t('imports.reason.filled', { count: guess.filled })}</div>
      {target.field === 'ignore' && guess.newField !== null && couldBeField(guess) && (
        <div>{t('imports.reason.newField', { name: guess.newField.name })}</div>
      )}
      {samples.length > 0 && (
        <div>{t('imports.reason.samples', { samples: samples.join(t('history.listSeparator')) })}</div>
      )}
    </>
  );
  return (
    <Popover opened={opened} onChange={onOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Tooltip multiline maw={320} disabled={opened} position="bottom-start" label={tip}>
          <UnstyledButton
            className={classes.chip}
            data-confidence={confidence}
            // The grid holds the focus; Enter there does the same.
            tabIndex={-1}
            aria-expanded={opened}
            aria-label={t('imports.columns.chip', { letter, header, target: label, confidence: word })}
            onClick={() => onOpen(!opened)}
          >
            <Icon size={14} className={classes.sign} aria-hidden />
            <span className={classes.chipText}>{label}</span>
            <IconChevronDown size={12} className={classes.chevron} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('imports.target.menu', { letter, header })}>
        <KeyLayer>{children}</KeyLayer>
      </Popover.Dropdown>
    </Popover>
  );
};

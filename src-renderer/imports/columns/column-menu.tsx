import { CloseButton, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOrders, dayInOrder } from '../../../src-shared/date-order.ts';
import type { ColumnGuess, ImportTarget } from '../../../src-shared/imports.ts';
import {
  addAlso,
  alsoOf,
  dateOrderOf,
  hasDateOrder,
  joinTarget,
  setAlso,
  setDateOrder,
  setWord,
  wordFieldOf,
  wordsOf,
} from '../column-details.ts';
import { chooseNewField, chooseTarget, sheetOf, targetOf, withSheet, type SheetWork } from '../state.ts';
import { useOwnFields } from '../own-fields.ts';
import { importStore } from '../store.ts';
import { sameTarget, targetKey, targetLabel } from '../targets.ts';
import { columnLetter, headerText } from './column-looks.ts';
import { ColumnWords } from './column-words.tsx';
import classes from './columns.module.css';
import { TargetMenu } from './target-menu.tsx';

/** What choosing a field does: the column becomes it, feeds it as well, or is put together with the column that has it. */
const modes = ['become', 'also', 'join'] as const;
type Mode = (typeof modes)[number];

interface ColumnMenuProps {
  readonly sheet: SheetWork;
  readonly guess: ColumnGuess;
  readonly taken: ReadonlyMap<number, ImportTarget>;
  readonly onClose: () => void;
}

const change = (to: (sheet: SheetWork) => SheetWork): void =>
  importStore.update((now) => withSheet(now, to(sheetOf(now))));

/** All that can be said about a column: which fields it feeds, what its words stand for, how its dates are read. */
export const ColumnMenu = ({ sheet, guess, taken, onClose }: ColumnMenuProps) => {
  const { t } = useTranslation();
  const own = useOwnFields();
  const [mode, setMode] = useState<Mode>('become');
  const { index } = guess;
  const letter = columnLetter(index);
  const target = targetOf(sheet, index);
  const also = alsoOf(sheet, index);
  const field = wordFieldOf(sheet, index);
  const pick = (picked: ImportTarget): void => {
    if (mode === 'also') change((now) => addAlso(now, index, picked));
    else if (mode === 'join') change((now) => joinTarget(now, index, picked));
    else change((now) => chooseTarget(now, index, picked));
    onClose();
  };
  return (
    <>
      <TargetMenu
        label={t('imports.target.menu', { letter, header: headerText(t, guess) })}
        value={target}
        taken={taken}
        onPick={pick}
        suggested={guess.newField ?? { name: guess.header.slice(0, 50), type: 'text', options: [] }}
        onNewField={(made) => {
          importStore.update((now) => chooseNewField(now, index, made));
          onClose();
        }}
      />
      <div className={classes.details}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('imports.mode.label')}
          value={mode}
          data={modes.map((value) => ({ value, label: t(`imports.mode.${value}`) }))}
          onChange={(value) => setMode(modes.find((one) => one === value) ?? 'become')}
        />
        {also.map((further) => {
          const label = targetLabel(t, further, own);
          return (
            <div key={targetKey(further)} className={classes.word}>
              <span className={classes.wordText}>{t('imports.mode.alsoIn', { target: label })}</span>
              <CloseButton
                size="xs"
                aria-label={t('imports.mode.remove', { target: label })}
                onClick={() =>
                  change((now) =>
                    setAlso(
                      now,
                      index,
                      alsoOf(now, index).filter((one) => !sameTarget(one, further)),
                    ),
                  )
                }
              />
            </div>
          );
        })}
        {hasDateOrder(sheet, guess) && (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('imports.dates.label')}
            value={dateOrderOf(sheet, index) ?? ''}
            data={dateOrders.map((order) => ({
              value: order,
              label: t(`imports.dates.${order}`, dayInOrder(guess.dateOrder?.example ?? '', order)),
            }))}
            onChange={(value) => {
              const order = dateOrders.find((one) => one === value);
              if (order) change((now) => setDateOrder(now, index, order));
            }}
          />
        )}
        {field !== null && (
          <ColumnWords
            readingId={sheet.readingId}
            sheet={sheet.understanding.sheet}
            column={index}
            field={field}
            said={wordsOf(sheet, index)}
            onSay={(from, to) => change((now) => setWord(now, index, from, to))}
          />
        )}
      </div>
    </>
  );
};

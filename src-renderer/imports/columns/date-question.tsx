import { Alert, Button, Group } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateOrders, dayInOrder } from '../../../src-shared/date-order.ts';
import { askedColumns, setDateOrder } from '../column-details.ts';
import page from '../imports.module.css';
import { sheetOf, withSheet, type ImportWork } from '../state.ts';
import { importStore } from '../store.ts';
import { columnLetter, headerText } from './column-looks.ts';

/** Asks once for each column of dates that can be read in two ways. */
export const DateQuestion = ({ work }: { work: ImportWork }) => {
  const { t } = useTranslation();
  const asked = askedColumns(sheetOf(work));
  return asked.map((guess) => {
    const example = guess.dateOrder?.example ?? '';
    const place = { letter: columnLetter(guess.index), header: headerText(t, guess) };
    return (
      <div className={page.notice} key={guess.index}>
        <Alert color="yellow" py={6} icon={<IconCalendarQuestion size={18} />}>
          <Group gap="xs">
            <span>{t('imports.dates.question', { ...place, example })}</span>
            {dateOrders.map((order) => (
              <Button
                key={order}
                size="compact-xs"
                variant="default"
                onClick={() =>
                  importStore.update((now) => withSheet(now, setDateOrder(sheetOf(now), guess.index, order)))
                }
              >
                {t(`imports.dates.${order}`, dayInOrder(example, order))}
              </Button>
            ))}
          </Group>
        </Alert>
      </div>
    );
  });
};

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../src-shared/changes.ts';
import { describeAction, fieldLabel } from '../../i18n/describe-action.ts';
import { DateText } from '../../kit/date-text.tsx';
import { useWords } from '../use-words.ts';
import classes from './history.module.css';

type Field = HistoryEntry['fields'][number];

const contactParts = new Set(['name', 'title', 'department', 'fromDate', 'toDate', 'left', 'notes']);

/** The name of a field in the history: 张三 职务, 地址. */
const useFieldName = (): ((field: Field) => string) => {
  const { t } = useTranslation();
  return ({ field, of, custom }) => {
    if (custom !== undefined) return custom.name;
    const [part = field, column] = field.split('.');
    const name =
      part === 'contacts' && column !== undefined && contactParts.has(column)
        ? t(`fields.contact.${column as 'name'}`)
        : part === 'contacts' && of !== undefined
          ? t('fields.methods')
          : fieldLabel(t, part);
    return of === undefined || of === '' ? name : t('customer.history.of', { name: of, field: name });
  };
};

/** One field, before → after. */
const FieldLine = ({ field, onUndo }: { field: Field; onUndo: (() => void) | undefined }) => {
  const { t } = useTranslation();
  const words = useWords();
  const name = useFieldName()(field);
  const [before, after] = [field.before, field.after].map((value) =>
    words.stored(field.field, value, field.custom),
  );
  const undo = t('customer.history.undoField', { field: name });
  return (
    <li className={classes.field}>
      <div className={classes.what}>
        <span className={classes.fieldName}>{name}</span>
        <span className={classes.values}>
          {before !== '' && <del className={classes.before}>{before}</del>}
          {before !== '' && <IconArrowRight size={12} aria-hidden className={classes.arrow} />}
          {after === '' ? (
            <span className={classes.empty}>{t('customer.history.cleared')}</span>
          ) : (
            <ins className={classes.after}>{after}</ins>
          )}
        </span>
      </div>
      {onUndo !== undefined && (
        <Tooltip label={undo}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={undo}
            onClick={onUndo}
            className={classes.undo}
          >
            <IconArrowBackUp size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
};

/** One change in the history of a customer: what it was, field by field, who and when, and ways to take it back. */
export const HistoryEntryView = ({
  entry,
  onUndo,
}: {
  entry: HistoryEntry;
  onUndo: (entry: HistoryEntry, field?: string) => void;
}) => {
  const { t } = useTranslation();
  const { change, fields, undoable } = entry;
  const action =
    change.action.type === 'updateCustomer'
      ? t('customer.history.updated')
      : change.action.type === 'undoField'
        ? t('customer.history.takenBack')
        : describeAction(t, change.action);
  const sentence = change.kind === 'do' ? action : t(`customer.history.${change.kind}`, { what: action });
  const trashing = fields.some(({ field }) => field === 'trashedAt');
  // Taking an import back for one customer alone would delete it; the trash is the way to do that.
  const broughtIn = fields.length === 0 && ['import', 'sampleData', 'salvage'].includes(change.action.type);
  const shown = fields.filter(({ field }) => field !== 'trashedAt');
  // The rows of a list are taken back together, since the archive takes back a field as a whole.
  const parts = new Set(shown.map(({ field }) => field.split('.')[0] ?? field));
  const firstOf = (field: Field): boolean =>
    shown.find((other) => other.field.split('.')[0] === field.field.split('.')[0]) === field;
  return (
    <li className={classes.entry} data-undone={!change.inEffect || undefined}>
      <div className={classes.head}>
        <span className={classes.action}>{sentence}</span>
        {undoable && !broughtIn && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconArrowBackUp size={13} />}
            aria-label={t('customer.history.undoChange', { what: sentence })}
            onClick={() => onUndo(entry)}
          >
            {t('common.action.undo')}
          </Button>
        )}
        {!change.inEffect && <span className={classes.undoneMark}>{t('customer.history.undone')}</span>}
      </div>
      {shown.length > 0 && (
        <ul className={classes.fields}>
          {shown.map((field, index) => (
            <FieldLine
              // One change tells each field once, in an order that never changes.
              // eslint-disable-next-line react/no-array-index-key
              key={index}
              field={field}
              onUndo={
                undoable && parts.size > 1 && !trashing && firstOf(field)
                  ? () => onUndo(entry, field.field.split('.')[0])
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <DateText at={change.at} />
        {change.actor !== '' && <span>{change.actor}</span>}
      </div>
    </li>
  );
};

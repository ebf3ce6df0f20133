import { Alert, Button, Group, NativeSelect } from '@mantine/core';
import { IconLayoutRows } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Layout } from '../../../src-shared/imports.ts';
import page from '../imports.module.css';
import { chooseTarget, sheetOf, targetOf, withSheet, type ImportWork } from '../state.ts';
import { importStore } from '../store.ts';
import { targetLabel } from '../targets.ts';
import type { ImportActions } from '../use-import.ts';

const uses = ['tags', 'owner', 'source', 'region'] as const;

/** What the headings of a sheet say about the customers below them: 张三 their owner, 华东区 a tag. */
const HeadingUse = ({ work, column, example }: { work: ImportWork; column: number; example: string }) => {
  const { t } = useTranslation();
  const target = targetOf(sheetOf(work), column);
  const known = uses.find((use) => use === target.field && target.contact === null);
  const isOther = known === undefined && target.field !== 'ignore';
  return (
    <NativeSelect
      size="xs"
      aria-label={t('imports.layout.useLabel', { example })}
      value={known ?? (isOther ? 'other' : '')}
      data={[
        { value: '', label: t('imports.layout.use.unused') },
        ...uses.map((value) => ({ value, label: t(`imports.layout.use.${value}`) })),
        // Chosen above its column, where there is everything to choose from.
        ...(isOther ? [{ value: 'other', label: targetLabel(t, target) }] : []),
      ]}
      onChange={({ currentTarget: { value } }) => {
        if (value === 'other') return;
        const field = uses.find((use) => use === value) ?? 'ignore';
        importStore.update((now) =>
          withSheet(now, chooseTarget(sheetOf(now), column, { field, contact: null })),
        );
      }}
    />
  );
};

/** The sentence of a layout, by what it is and whether it is taken as that. */
const layoutText = (t: TFunction, { type, taken, headings, count, example }: Layout): string => {
  const values = { count, example };
  if (type !== 'headings') return t(taken ? `imports.layout.${type}` : 'imports.layout.unmade', values);
  if (!taken) return t('imports.layout.asIs', values);
  return t(headings === 'company' ? 'imports.layout.companies' : 'imports.layout.groups', values);
};

/** Says that a sheet is more than rows below a header, and offers to take it as it stands. */
export const LayoutNote = ({ work, actions }: { work: ImportWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { readingId, understanding } = sheetOf(work);
  const { layout, sheet } = understanding;
  if (layout === null) return null;
  const { type, taken, column, headings, example, aside } = layout;
  return (
    <div className={page.notice}>
      <Alert color="blue" py={6} icon={<IconLayoutRows size={18} />} role="status">
        <Group gap="xs">
          <span>
            {layoutText(t, layout)}
            {taken &&
              aside.length > 0 &&
              t('imports.layout.aside', { texts: aside.join(t('history.listSeparator')) })}
          </span>
          {column !== null && headings !== 'company' && (
            <HeadingUse work={work} column={column} example={example} />
          )}
          <Button
            size="compact-xs"
            variant="default"
            loading={actions.understanding}
            onClick={() => void actions.understand(readingId, sheet, { asIs: taken })}
          >
            {t(
              taken
                ? 'imports.layout.notSo'
                : type === 'headings'
                  ? 'imports.layout.again'
                  : 'imports.layout.remake',
            )}
          </Button>
        </Group>
      </Alert>
    </div>
  );
};

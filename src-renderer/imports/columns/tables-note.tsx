import { Alert, Button, Group } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import page from '../imports.module.css';
import type { SheetWork } from '../sheet-work.ts';
import type { ImportActions } from '../use-import.ts';

/** Says that a sheet holds further tables that do not come in with the one that is looked at, and puts those of one header together. */
export const TablesNote = ({ sheet, actions }: { sheet: SheetWork; actions: ImportActions }) => {
  const { t } = useTranslation();
  const { readingId, understanding } = sheet;
  const { tables, table, alike } = understanding;
  const joined = alike?.joined === true;
  const isOne = tables.length > 1 && table !== null;
  if (!isOne && !joined) return null;
  return (
    <div className={page.notice}>
      <Alert color="gray" py={6} icon={<IconLayoutGrid size={18} />} role="status">
        <Group gap="xs">
          <span>
            {joined
              ? t('imports.tables.joined', { count: alike.count })
              : t('imports.tables.note', { count: tables.length, number: (table ?? 0) + 1 })}
          </span>
          {alike !== null && (
            <Button
              size="compact-xs"
              variant="default"
              loading={actions.understanding}
              onClick={() => void actions.understand(readingId, understanding.sheet, { joined: !joined })}
            >
              {joined ? t('imports.layout.notSo') : t('imports.tables.join', { count: alike.count })}
            </Button>
          )}
        </Group>
      </Alert>
    </div>
  );
};

import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconBookmark, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../../src-shared/imports.ts';
import { navigate } from '../../app/location.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useWritten } from '../../app/written.tsx';
import { useViews } from '../../customers/views/use-views.ts';
import { NameDialog } from '../../kit/name-dialog.tsx';
import { UndoDialog } from '../undo-dialog.tsx';
import { batchFiles } from './sources-text.ts';

/** Where to go from an import: to its customers, to a view of them, and back or forth again. */
export const BatchActions = ({ batch }: { batch: ImportBatch }) => {
  const { t } = useTranslation();
  const { redo } = useWritten();
  const { create } = useViews();
  const { columns } = usePreferences();
  const [asking, setAsking] = useState(false);
  const [naming, setNaming] = useState(false);
  const [redoing, setRedoing] = useState(false);
  const { changeId, inEffect } = batch;
  const file = batchFiles(t, batch);
  return (
    <Group gap="xs">
      {inEffect ? (
        <>
          <Button
            leftSection={<IconUsers size={16} />}
            onClick={() => navigate(`/customers?changeId=${changeId}`)}
          >
            {t('imports.done.show')}
          </Button>
          <Button variant="default" leftSection={<IconBookmark size={16} />} onClick={() => setNaming(true)}>
            {t('batches.saveView')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} />}
            onClick={() => setAsking(true)}
          >
            {t('imports.done.undo')}
          </Button>
        </>
      ) : (
        <Button
          variant="default"
          loading={redoing}
          leftSection={<IconArrowForwardUp size={16} />}
          onClick={() => {
            setRedoing(true);
            void redo(changeId).finally(() => setRedoing(false));
          }}
        >
          {t('batches.redo')}
        </Button>
      )}
      <UndoDialog batch={asking ? { changeId, file } : null} onClose={() => setAsking(false)} />
      {naming && (
        <NameDialog
          label={t('customers.view.name')}
          missing={t('customers.view.nameMissing')}
          title={t('batches.saveView')}
          initial={file.replace(/\.[a-z]{2,4}$/iu, '').slice(0, 50)}
          onSave={(name) => create(name, { filter: { changeId }, columns, sort: null })}
          onClose={() => setNaming(false)}
        />
      )}
    </Group>
  );
};

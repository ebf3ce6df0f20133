import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import page from '../imports.module.css';
import { targetOf, type SheetWork } from '../sheet-work.ts';

/** Says which custom fields columns went to before, that are gone, as long as these columns go nowhere. */
export const LostFieldsNote = ({ sheet }: { sheet: SheetWork }) => {
  const { t } = useTranslation();
  const lost = sheet.understanding.columns.flatMap(({ index, lost: name }) =>
    name !== null && targetOf(sheet, index).field === 'ignore' ? [name] : [],
  );
  if (lost.length === 0) return null;
  return (
    <div className={page.notice}>
      <Alert color="gray" py={6} icon={<IconInfoCircle size={18} />} role="status">
        {t('imports.columns.lostFields', {
          count: lost.length,
          names: lost.map((name) => t('imports.columns.quoted', { name })).join(t('history.listSeparator')),
        })}
      </Alert>
    </div>
  );
};

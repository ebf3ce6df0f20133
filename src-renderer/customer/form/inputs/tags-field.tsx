import { useTranslation } from 'react-i18next';
import { TagPicker } from '../../tags/tag-picker.tsx';
import { useField } from '../form-store.ts';

/** The tags of the customer. */
export const TagsField = () => {
  const { t } = useTranslation();
  const [tagIds, set] = useField('tagIds');
  return <TagPicker label={t('fields.tags')} value={tagIds} onChange={set} />;
};

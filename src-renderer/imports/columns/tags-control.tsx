import { Button, Popover } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer } from '../../app/keys.tsx';
import { TagPicker } from '../../customer/tags/tag-picker.tsx';

/** Tags that are put on everybody of this import. */
export const TagsControl = ({
  tagIds,
  onChange,
}: {
  tagIds: readonly number[];
  onChange: (tagIds: number[]) => void;
}) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTag size={14} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {tagIds.length === 0
            ? t('imports.tags.control')
            : t('imports.tags.chosen', { count: tagIds.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('imports.tags.title')}>
        <KeyLayer>
          <TagPicker label={t('imports.tags.title')} value={tagIds} onChange={onChange} standing />
        </KeyLayer>
      </Popover.Dropdown>
    </Popover>
  );
};

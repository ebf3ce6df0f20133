import { Button, Popover } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../src-shared/customers.ts';
import { KeyLayer, useKey } from '../../app/keys.tsx';
import { KeyHint } from '../../kit/key-hint.tsx';
import { keepEscapeInLists } from '../form/move-on.ts';
import { TagPicker } from '../tags/tag-picker.tsx';

/** T: the tags of the customer, saved as one change when the list closes. */
export const TagsButton = ({
  customer,
  onSave,
}: {
  customer: Customer;
  onSave: (tagIds: number[]) => void;
}) => {
  const { t } = useTranslation();
  const [tagIds, setTagIds] = useState<readonly number[] | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    if (tagIds !== null) onSave([...tagIds]);
    setTagIds(null);
    button.current?.focus();
  };
  useKey('t', () => setTagIds(customer.tagIds), { label: t('customer.keys.tags'), group: 'customer' });
  return (
    <Popover
      opened={tagIds !== null}
      onChange={(opened) => {
        if (!opened) close();
      }}
      width={320}
      trapFocus
      position="bottom-end"
    >
      <Popover.Target>
        <Button
          ref={button}
          variant="default"
          size="sm"
          leftSection={<IconTag size={15} />}
          rightSection={<KeyHint keys="t" />}
          aria-haspopup="dialog"
          onClick={() => (tagIds === null ? setTagIds(customer.tagIds) : close())}
        >
          {t('fields.tags')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('fields.tags')} onKeyDownCapture={keepEscapeInLists}>
        <KeyLayer>
          <TagPicker
            label={t('customer.tags.of', { name: customer.name })}
            value={tagIds ?? []}
            onChange={setTagIds}
            standing
          />
          <Button mt="sm" fullWidth variant="light" onClick={close}>
            {t('customer.tags.done')}
          </Button>
        </KeyLayer>
      </Popover.Dropdown>
    </Popover>
  );
};

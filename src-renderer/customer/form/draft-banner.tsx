import { Alert, Button, Group, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { DateText } from '../../kit/date-text.tsx';

/** Says that unsaved work came back, and offers to discard it; a discard can be taken back as long as the form is open. */
export const DraftBanner = ({
  savedAt,
  onDiscard,
  onRestore,
}: {
  savedAt: string;
  onDiscard: () => void;
  onRestore: () => void;
}) => {
  const { t } = useTranslation();
  const [discarded, setDiscarded] = useState(false);
  const toggle = (): void => {
    if (discarded) onRestore();
    else onDiscard();
    setDiscarded(!discarded);
  };
  return (
    <Alert color="blue" variant="light" icon={<IconRestore size={18} />} p="xs" mb="sm" role="status">
      <Group gap="sm">
        <Text size="sm">
          {discarded ? (
            t('customer.draft.discarded')
          ) : (
            <Trans i18nKey="customer.draft.restored" components={{ when: <DateText at={savedAt} /> }} t={t} />
          )}
        </Text>
        <Button size="compact-xs" variant="default" onClick={toggle}>
          {discarded ? t('customer.draft.takeBack') : t('customer.draft.discard')}
        </Button>
      </Group>
    </Alert>
  );
};

import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SimilarCustomer } from '../../../src-shared/customers.ts';
import { useKey } from '../../app/keys.tsx';
import { KeyHint } from '../../kit/key-hint.tsx';
import form from './form.module.css';
import classes from './panels.module.css';
import { useSimilar } from './use-similar.ts';

const SimilarRow = ({
  similar,
  number,
  onOpen,
}: {
  similar: SimilarCustomer;
  number: number;
  onOpen: (id: number) => void;
}) => {
  const { t } = useTranslation();
  const key = `alt+${number}`;
  useKey(key, () => onOpen(similar.id), {
    label: t('customer.keys.openSimilar', { number }),
    group: 'form',
    inFields: true,
    enabled: number <= 9,
  });
  return (
    <li>
      <UnstyledButton className={classes.similar} onClick={() => onOpen(similar.id)}>
        <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
          <Text size="sm" fw={500} className={classes.name}>
            {similar.name}
          </Text>
          {number <= 9 && <KeyHint keys={key} />}
        </Group>
        <Group gap={6} mt={2}>
          <Badge size="sm" radius="sm" variant="outline" className={classes.reason}>
            {t(`customer.similar.reason.${similar.reason}`)}
          </Badge>
          <Text size="xs" c="dimmed" className="numeric">
            {similar.detail === similar.name ? similar.code : `${similar.code}　${similar.detail}`}
          </Text>
          {similar.trashed && (
            <Text size="xs" c="dimmed">
              {t('customer.similar.trashed')}
            </Text>
          )}
        </Group>
      </UnstyledButton>
    </li>
  );
};

/** Customers that may be this one already. It never takes the focus; a click or Alt with the number opens one instead. */
export const SimilarPanel = ({ onOpen }: { onOpen: (id: number) => void }) => {
  const { t } = useTranslation();
  const similar = useSimilar();
  return (
    <section aria-label={t('customer.similar.title')} aria-live="polite" className={classes.panel}>
      {similar.length === 0 ? (
        <Text size="xs" c="dimmed" className={form.hints}>
          {t('customer.similar.quiet')}
        </Text>
      ) : (
        <>
          <Group gap={6} mb={6} c="var(--sign-possible)">
            <IconUsers size={16} aria-hidden />
            <Text size="sm" fw={600} component="h2">
              {t('customer.similar.found', { count: similar.length })}
            </Text>
          </Group>
          <ul className={classes.list}>
            {similar.map((one, index) => (
              <SimilarRow key={one.id} similar={one} number={index + 1} onOpen={onOpen} />
            ))}
          </ul>
          <Text size="xs" c="dimmed" mt={6}>
            {t('customer.similar.explained')}
          </Text>
        </>
      )}
    </section>
  );
};

import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchByKeys, type MatchByKey } from '../../../src-shared/import-plan.ts';
import { KeyLayer } from '../../app/keys.tsx';
import classes from './check.module.css';

/** The keys in their order, those that do not count behind the others. */
const ordered = (used: readonly MatchByKey[]): MatchByKey[] => [
  ...used,
  ...matchByKeys.filter((key) => !used.includes(key)),
];

/** By what two rows, or a row and a customer, are taken for the same: which keys count, and which first. */
export const MatchBy = ({
  value,
  busy,
  onChange,
}: {
  value: readonly MatchByKey[];
  busy: boolean;
  onChange: (keys: readonly MatchByKey[]) => void;
}) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [keys, setKeys] = useState(() => ({ order: ordered(value), used: new Set(value) }));
  const { order, used } = keys;
  const chosen = order.filter((key) => used.has(key));
  const open = (wanted: boolean): void => {
    if (wanted) setKeys({ order: ordered(value), used: new Set(value) });
    setOpened(wanted);
  };
  const move = (from: number, to: number): void => {
    const next = order.filter((_, at) => at !== from);
    const key = order[from];
    if (key !== undefined) setKeys({ order: next.toSpliced(to, 0, key), used });
  };
  return (
    <Popover opened={opened} onChange={open} position="bottom-start" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFingerprint size={14} />}
          aria-expanded={opened}
          disabled={busy}
          onClick={() => open(!opened)}
        >
          {value.length === matchByKeys.length
            ? t('imports.matchBy.control')
            : t('imports.matchBy.some', { count: value.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('imports.matchBy.title')}>
        <KeyLayer>
          <Stack gap="xs">
            <Text size="sm" fw={600}>
              {t('imports.matchBy.title')}
            </Text>
            <Text size="xs" c="dimmed">
              {t('imports.matchBy.body')}
            </Text>
            <ol className={classes.keys}>
              {order.map((key, at) => {
                const label = t(`imports.matchBy.key.${key}`);
                return (
                  <li key={key} className={classes.key}>
                    <Checkbox
                      size="xs"
                      label={label}
                      checked={used.has(key)}
                      onChange={(event) => {
                        const next = new Set(used);
                        if (event.currentTarget.checked) next.add(key);
                        else next.delete(key);
                        setKeys({ order, used: next });
                      }}
                    />
                    <span className={classes.keyMoves}>
                      <ActionIcon
                        size="sm"
                        variant="subtle"
                        color="gray"
                        aria-label={t('imports.matchBy.up', { key: label })}
                        disabled={at === 0}
                        onClick={() => move(at, at - 1)}
                      >
                        <IconArrowUp size={14} />
                      </ActionIcon>
                      <ActionIcon
                        size="sm"
                        variant="subtle"
                        color="gray"
                        aria-label={t('imports.matchBy.down', { key: label })}
                        disabled={at === order.length - 1}
                        onClick={() => move(at, at + 1)}
                      >
                        <IconArrowDown size={14} />
                      </ActionIcon>
                    </span>
                  </li>
                );
              })}
            </ol>
            {chosen.length === 0 && (
              <Text size="xs" role="status">
                {t('imports.matchBy.none')}
              </Text>
            )}
            <Group justify="flex-end">
              <Button
                size="xs"
                disabled={chosen.join() === value.join()}
                onClick={() => {
                  setOpened(false);
                  onChange(chosen);
                }}
              >
                {t('imports.matchBy.apply')}
              </Button>
            </Group>
          </Stack>
        </KeyLayer>
      </Popover.Dropdown>
    </Popover>
  );
};

import { Button, Checkbox, Group, NumberInput, Popover, Stack } from '@mantine/core';
import { IconTableRow } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer } from '../../app/keys.tsx';

type Header = readonly [number, number] | null;

interface HeaderControlProps {
  readonly header: Header;
  /** Rows of the sheet. */
  readonly rows: number;
  readonly busy: boolean;
  readonly onChange: (header: [number, number] | null) => void;
}

/** A header has at most so many rows. */
const most = 10;

const HeaderForm = ({
  header,
  rows,
  onApply,
}: Omit<HeaderControlProps, 'busy' | 'onChange'> & {
  onApply: (header: [number, number] | null) => void;
}) => {
  const { t } = useTranslation();
  const [none, setNone] = useState(header === null);
  const [first, setFirst] = useState((header?.[0] ?? 0) + 1);
  const [last, setLast] = useState((header?.[1] ?? 0) + 1);
  const clamp = (value: string | number, least: number): number =>
    Math.min(Math.max(least, Math.round(Number(value)) || least), Math.max(1, rows));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const to = Math.min(Math.max(first, last), first + most - 1);
        onApply(none ? null : [first - 1, to - 1]);
      }}
    >
      <Stack gap="sm">
        <Group gap="xs" grow>
          <NumberInput
            size="xs"
            label={t('imports.header.first')}
            min={1}
            max={rows}
            allowDecimal={false}
            disabled={none}
            data-autofocus
            value={first}
            onChange={(value) => setFirst(clamp(value, 1))}
          />
          <NumberInput
            size="xs"
            label={t('imports.header.last')}
            min={first}
            max={Math.min(rows, first + most - 1)}
            allowDecimal={false}
            disabled={none}
            value={Math.max(first, last)}
            onChange={(value) => setLast(clamp(value, first))}
          />
        </Group>
        <Checkbox
          size="xs"
          label={t('imports.header.none')}
          checked={none}
          onChange={(event) => setNone(event.currentTarget.checked)}
        />
        <Button size="xs" type="submit">
          {t('imports.header.apply')}
        </Button>
      </Stack>
    </form>
  );
};

/** Which rows are the header, and the way to say otherwise. */
export const HeaderControl = ({ header, rows, busy, onChange }: HeaderControlProps) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const label = (): string => {
    if (header === null) return t('imports.header.controlNone');
    const [first, last] = [header[0] + 1, header[1] + 1];
    return first === last
      ? t('imports.header.control', { first })
      : t('imports.header.controlRange', { first, last });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={240} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTableRow size={14} />}
          loading={busy}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {label()}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('imports.header.title')}>
        <KeyLayer>
          <HeaderForm
            header={header}
            rows={rows}
            onApply={(next) => {
              setOpened(false);
              onChange(next);
            }}
          />
        </KeyLayer>
      </Popover.Dropdown>
    </Popover>
  );
};

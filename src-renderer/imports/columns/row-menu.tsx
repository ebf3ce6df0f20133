import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Header = readonly [number, number] | null;

export interface RowMenuAt {
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

/** The right button on a row: whether it is the header, or where the header begins and ends. */
export const RowMenu = ({
  at,
  header,
  onHeader,
  onClose,
}: {
  at: RowMenuAt | null;
  header: Header;
  onHeader: (header: [number, number] | null) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  if (at === null) return null;
  const { row } = at;
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal returnFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('imports.header.menu', { row: row + 1 })}>
        <Menu.Label>{t('imports.header.menu', { row: row + 1 })}</Menu.Label>
        <Menu.Item onClick={() => onHeader([row, row])}>{t('imports.header.only')}</Menu.Item>
        {header !== null && row < header[1] && (
          <Menu.Item onClick={() => onHeader([row, header[1]])}>{t('imports.header.from')}</Menu.Item>
        )}
        {header !== null && row > header[0] && row < header[0] + 10 && (
          <Menu.Item onClick={() => onHeader([header[0], row])}>{t('imports.header.to')}</Menu.Item>
        )}
        <Menu.Item disabled={header === null} onClick={() => onHeader(null)}>
          {t('imports.header.none')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

import {
  IconAddressBook,
  IconBolt,
  IconBuilding,
  IconListSearch,
  IconTable,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Range } from '../../src-shared/customers.ts';
import type { FinderHit } from '../../src-shared/finder.ts';
import { navigate } from '../app/location.ts';
import { useActions } from './actions.ts';

export type FinderGroup = FinderHit['kind'] | 'list' | 'action';

/** One line of the finder. */
export interface FinderItem {
  readonly key: string;
  readonly group: FinderGroup;
  readonly icon: ComponentType<IconProps>;
  readonly title: string;
  readonly subtitle: string;
  readonly ranges: readonly Range[];
  readonly reason: string;
  readonly run: () => void;
}

const looks = {
  customer: { icon: IconBuilding, path: (id: number) => `/customers/${id}` },
  contact: { icon: IconAddressBook, path: (id: number) => `/customers/${id}` },
  view: { icon: IconTable, path: (id: number) => `/customers?view=${id}` },
} as const;
const order: readonly FinderGroup[] = ['customer', 'contact', 'view', 'list', 'action'];

/** What the finder shows for a text: hits by kind, the list, actions. Without a text, the actions. */
export const useItems = (text: string, hits: readonly FinderHit[]): FinderItem[] => {
  const { t } = useTranslation();
  const actions = useActions(text);
  const found: FinderItem[] = hits.map((hit, index) => ({
    key: `${hit.kind}-${hit.id}-${index}`,
    group: hit.kind,
    icon: looks[hit.kind].icon,
    title: hit.title,
    subtitle: hit.subtitle,
    ranges: hit.ranges,
    reason: hit.reason === 'text' ? '' : t(`finder.reason.${hit.reason}`),
    run: () => navigate(looks[hit.kind].path(hit.id)),
  }));
  const plain = { subtitle: '', ranges: [], reason: '' };
  const list: FinderItem[] =
    text === ''
      ? []
      : [
          {
            ...plain,
            key: 'list',
            group: 'list',
            icon: IconListSearch,
            title: t('finder.searchList', { text }),
            run: () => navigate(`/customers?${new URLSearchParams({ text }).toString()}`),
          },
        ];
  const toDo: FinderItem[] = actions.map(({ name, title, run }) => ({
    ...plain,
    key: `action-${name}`,
    group: 'action',
    icon: IconBolt,
    title,
    run,
  }));
  const all = [...found, ...list, ...toDo];
  return order.flatMap((group) => all.filter((item) => item.group === group));
};

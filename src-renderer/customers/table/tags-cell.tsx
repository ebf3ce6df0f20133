import type { CustomerRow } from '../../../src-shared/customers.ts';
import { TagChip } from '../../kit/tag-chip.tsx';
import type { CellContext } from './cell-text.ts';
import classes from './table.module.css';

const most = 2;

/** The first tags of a customer, and how many more there are. */
export const TagsCell = ({ row, context }: { row: CustomerRow; context: CellContext }) => {
  const { t, tags } = context;
  const carried = row.tagIds.flatMap((id) => tags.get(id) ?? []);
  const more = carried.slice(most);
  return (
    <span className={classes.tags}>
      {carried.slice(0, most).map((tag) => (
        <span key={tag.id} className={classes.tag}>
          <TagChip name={tag.name} colour={tag.colour} />
        </span>
      ))}
      {more.length > 0 && (
        <span
          className={classes.moreTags}
          title={t('customers.table.moreTags', {
            tags: more.map(({ name }) => name).join(t('history.listSeparator')),
          })}
        >
          +{more.length}
        </span>
      )}
    </span>
  );
};

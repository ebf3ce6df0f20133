import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Highlight } from '../kit/highlight.tsx';
import classes from './finder.module.css';
import type { FinderGroup, FinderItem } from './items.tsx';

const Option = ({
  id,
  item,
  active,
  onChoose,
}: {
  id: string;
  item: FinderItem;
  active: boolean;
  onChoose: (item: FinderItem) => void;
}) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const Icon = item.icon;
  return (
    // The field above holds the focus; keys are its business.
    <div
      ref={element}
      role="option"
      id={id}
      aria-selected={active}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(item)}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={classes.title}>
        <Highlight text={item.title} ranges={item.ranges} />
      </span>
      <span className={classes.subtitle}>{item.subtitle}</span>
      {item.reason !== '' && <span className={classes.reason}>{item.reason}</span>}
    </div>
  );
};

/** The finder's lines under their headings. */
export const Results = ({
  id,
  text,
  items,
  active,
  nothing,
  onChoose,
}: {
  id: string;
  text: string;
  items: readonly FinderItem[];
  active: number;
  nothing: boolean;
  onChoose: (item: FinderItem) => void;
}) => {
  const { t } = useTranslation();
  const groups = [...new Set(items.map(({ group }) => group))];
  const inGroup = (group: FinderGroup) =>
    items.flatMap((item, index) => (item.group === group ? [{ item, index }] : []));
  return (
    <>
      {nothing && (
        <div className={classes.nothing} role="status">
          <div>{t('finder.nothing', { text })}</div>
          <div className={classes.subtitle}>{t('finder.nothingHint')}</div>
        </div>
      )}
      <div className={classes.results} role="listbox" id={`${id}-results`} aria-label={t('finder.results')}>
        {groups.map((group) => (
          <div role="group" key={group} aria-labelledby={`${id}-group-${group}`}>
            <div id={`${id}-group-${group}`} className={classes.group} role="presentation">
              {t(`finder.group.${group}`)}
            </div>
            {inGroup(group).map(({ item, index }) => (
              <Option
                key={item.key}
                id={`${id}-${index}`}
                item={item}
                active={index === active}
                onChoose={onChoose}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
};

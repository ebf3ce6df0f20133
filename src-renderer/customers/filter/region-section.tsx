import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../../../src-shared/customers.ts';
import classes from './filter.module.css';
import { OptionRow } from './option-row.tsx';
import { RailSection } from './rail-section.tsx';
import { regionNodes, type RegionNode } from './region-tree.ts';

const few = 8;

interface BranchProps {
  readonly node: RegionNode;
  readonly depth: number;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

const Branch = ({ node, depth, chosen, onToggle }: BranchProps) => {
  const { t } = useTranslation();
  const inside = chosen.some((path) => path.startsWith(`${node.value}/`));
  const [open, setOpen] = useState(inside);
  return (
    <>
      <div className={classes.branch} style={{ paddingInlineStart: depth * 14 }}>
        <ActionIcon
          size={18}
          variant="transparent"
          color="gray"
          className={classes.branchToggle}
          data-leaf={node.children.length === 0 || undefined}
          disabled={node.children.length === 0}
          aria-expanded={open}
          aria-label={t(open ? 'customers.filter.fold' : 'customers.filter.expand', { name: node.name })}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={13} className={classes.chevron} data-open={open || undefined} />
        </ActionIcon>
        <OptionRow
          label={node.name}
          checked={chosen.includes(node.value)}
          indeterminate={inside}
          count={node.count}
          onToggle={() => onToggle(node.value)}
        />
      </div>
      {open &&
        node.children.map((child) => (
          <Branch key={child.value} node={child} depth={depth + 1} chosen={chosen} onToggle={onToggle} />
        ))}
    </>
  );
};

interface RegionSectionProps {
  readonly facet: Facet | undefined;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** Provinces that unfold into cities and districts; only those where customers are. */
export const RegionSection = ({ facet, chosen, onToggle }: RegionSectionProps) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const nodes = regionNodes(facet, chosen);
  const isChosen = ({ value }: RegionNode): boolean =>
    chosen.some((path) => path === value || path.startsWith(`${value}/`));
  const shown = all ? nodes : nodes.filter((node, index) => index < few || isChosen(node));
  return (
    <RailSection title={t('fields.region')} active={chosen.length > 0}>
      {shown.map((node) => (
        <Branch key={node.value} node={node} depth={0} chosen={chosen} onToggle={onToggle} />
      ))}
      <div className={classes.branch}>
        <span className={classes.branchToggle} data-leaf />
        <OptionRow
          label={t('customers.filter.empty')}
          checked={chosen.includes('')}
          count={null}
          onToggle={() => onToggle('')}
        />
      </div>
      {nodes.length > few && (
        <UnstyledButton className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('customers.filter.fewerValues')
            : t('customers.filter.moreValues', { count: nodes.length - shown.length })}
        </UnstyledButton>
      )}
    </RailSection>
  );
};

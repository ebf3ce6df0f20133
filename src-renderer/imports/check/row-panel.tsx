import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, PlanRow } from '../../../src-shared/import-plan.ts';
import { navigate } from '../../app/location.ts';
import { DoubtText } from '../../customer/doubt-text.tsx';
import { useOwnFields } from '../own-fields.ts';
import { KeyHint } from '../../kit/key-hint.tsx';
import { SidePanel } from '../../kit/side-panel.tsx';
import classes from './check.module.css';
import { DecisionButtons } from './decision-buttons.tsx';
import { matchReason, sameFile, skipReason, type PlanMatch } from './match-text.ts';
import { addsTo } from './plan-cells.ts';
import { planFieldLabel, planValue } from './plan-value.ts';
import { StatusBadge } from './status-badge.tsx';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h3 className={classes.partTitle}>{title}</h3>
    {children}
  </section>
);

const Match = ({ match, sure, names }: { match: PlanMatch; sure: boolean; names: readonly string[] }) => {
  const { t } = useTranslation();
  return (
    <Part title={t(sure ? 'imports.panel.matchSure' : 'imports.panel.match')}>
      <Text size="sm" fw={600}>
        {match.name}
      </Text>
      <Text size="sm">{matchReason(t, match)}</Text>
      {match.customerId === null ? (
        <Text size="sm" c="dimmed">
          {sameFile(t, match, names)}
        </Text>
      ) : (
        <Anchor
          size="sm"
          href={`#/customers/${match.customerId}`}
          onClick={(event) => {
            event.preventDefault();
            navigate(`/customers/${match.customerId}`);
          }}
        >
          {t('imports.panel.open')}
        </Anchor>
      )}
    </Part>
  );
};

/** All about one row of the plan: whom it belongs to, what it changes, what is doubtful, and the decision. */
export const RowPanel = ({
  row,
  names,
  onDecide,
  onAccept,
  onClose,
}: {
  row: PlanRow;
  names: readonly string[];
  onDecide: (decision: Decision) => void;
  onAccept: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const own = useOwnFields();
  // A row that adds nothing was matched for sure; one that somebody decided to skip may not have been.
  const addsNothing = row.status === 'skip' && !row.decided;
  const sure = row.status !== 'possible' && (row.changes.length > 0 || addsNothing);
  return (
    <SidePanel title={t('imports.panel.title', { row: row.row + 1 })} width={320} onClose={onClose}>
      <Stack gap="md">
        <div>
          <StatusBadge status={row.status} />{' '}
          {row.status === 'skip' && <span className={classes.why}>{skipReason(t, row)}</span>}
          <Text fw={600} mt={4}>
            {row.name}
          </Text>
        </div>
        {row.match !== null && <Match match={row.match} names={names} sure={sure} />}
        <Part title={t('imports.panel.decide')}>
          <DecisionButtons row={row} onDecide={onDecide} />
          {row.status === 'possible' && (
            <Text size="xs" c="dimmed" mt={6}>
              {t('imports.panel.undecided')}
            </Text>
          )}
          {row.status === 'doubtful' && (
            <Button
              mt={6}
              size="xs"
              fullWidth
              variant="default"
              justify="space-between"
              leftSection={<IconCheck size={14} />}
              rightSection={<KeyHint keys="4" />}
              onClick={onAccept}
            >
              {t('imports.decision.accept')}
            </Button>
          )}
        </Part>
        {row.changes.length > 0 && (
          <Part title={t('imports.panel.changes')}>
            <dl className={classes.facts}>
              {row.changes.map(({ field, before, after }) => (
                <Fragment key={`${field} ${after}`}>
                  <dt>{planFieldLabel(t, field, own)}</dt>
                  <dd>
                    {before !== '' && !addsTo({ field, before, after }) && (
                      <>
                        <del className={classes.before}>{planValue(t, field, before, own)}</del>{' '}
                      </>
                    )}
                    <ins className={classes.after}>
                      {addsTo({ field, before, after })
                        ? t('imports.panel.added', { text: after.slice(before.length).trim() })
                        : planValue(t, field, after, own)}
                    </ins>
                  </dd>
                </Fragment>
              ))}
            </dl>
          </Part>
        )}
        {row.left.length > 0 && (
          <Part title={t('imports.panel.left')}>
            <dl className={classes.facts}>
              {row.left.map(({ field, before, after }) => (
                <Fragment key={`${field} ${before} ${after}`}>
                  <dt>{planFieldLabel(t, field, own)}</dt>
                  <dd>
                    {t('imports.panel.leftValue', {
                      stays: planValue(t, field, before, own),
                      says: planValue(t, field, after, own),
                    })}
                  </dd>
                </Fragment>
              ))}
            </dl>
            <Text size="xs" c="dimmed" mt={4}>
              {t('imports.panel.leftHint')}
            </Text>
          </Part>
        )}
        {row.doubts.length > 0 && (
          <Part title={t('imports.panel.doubts')}>
            {row.doubts.map((doubt) => (
              <Text key={`${doubt.field} ${doubt.reason}`} size="sm">
                {doubt.value} <DoubtText doubts={[doubt]} />
              </Text>
            ))}
            <Text size="xs" c="dimmed" mt={4}>
              {t('imports.panel.doubtsHint')}
            </Text>
          </Part>
        )}
        {row.values.length > 0 && (
          <Part title={t('imports.panel.values')}>
            <dl className={classes.facts}>
              {row.values.map(({ field, column, value, raw }) => (
                <Fragment key={`${column} ${field}`}>
                  <dt>{planFieldLabel(t, field, own)}</dt>
                  <dd title={raw === value ? undefined : t('imports.check.raw', { raw })}>
                    {planValue(t, field, value, own)}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </Part>
        )}
      </Stack>
    </SidePanel>
  );
};

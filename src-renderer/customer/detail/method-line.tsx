import { ActionIcon, CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy, IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ContactMethod } from '../../../src-shared/contact-methods.ts';
import type { Doubt } from '../../../src-shared/customers.ts';
import { DoubtText } from '../doubt-text.tsx';
import { useOpenExternal } from '../use-open-external.ts';
import classes from './detail.module.css';

/** The address that calls or writes to a method; null where there is none. */
const linkOf = ({
  type,
  normal,
}: ContactMethod): { url: string; icon: typeof IconPhone; action: 'call' | 'mail' } | null => {
  if (normal === '') return null;
  if (type === 'email') return { url: `mailto:${normal}`, icon: IconMail, action: 'mail' };
  return type === 'mobile' || type === 'phone'
    ? { url: `tel:${normal}`, icon: IconPhone, action: 'call' }
    : null;
};

/** One phone, mail …: a click on it copies it, the sign beside it calls or writes. */
export const MethodLine = ({ method, doubts }: { method: ContactMethod; doubts: readonly Doubt[] }) => {
  const { t } = useTranslation();
  const openExternal = useOpenExternal();
  const link = linkOf(method);
  const Icon = link?.icon;
  return (
    <div className={classes.method}>
      <span className={classes.label}>
        {t(`fields.methodType.${method.type}`)}
        {method.label !== '' && <span className={classes.methodLabel}>{method.label}</span>}
      </span>
      <CopyButton value={method.value} timeout={1_500}>
        {({ copied, copy }) => (
          <UnstyledButton
            className={classes.copy}
            onClick={copy}
            aria-label={t(copied ? 'customer.detail.copied' : 'customer.detail.copyMethod', {
              value: method.value,
            })}
          >
            <span className="numeric">{method.value}</span>
            {copied ? (
              <span className={classes.copied}>
                <IconCheck size={14} aria-hidden /> {t('common.action.copied')}
              </span>
            ) : (
              <IconCopy size={14} className={classes.copyIcon} aria-hidden />
            )}
          </UnstyledButton>
        )}
      </CopyButton>
      {link !== null && Icon !== undefined && (
        <Tooltip label={t(`customer.detail.${link.action}`)}>
          <ActionIcon
            component="a"
            href={link.url}
            size="sm"
            variant="subtle"
            color="teal"
            aria-label={t(`customer.detail.${link.action}Method`, { value: method.value })}
            onClick={(event: React.MouseEvent) => {
              event.preventDefault();
              openExternal(link.url);
            }}
          >
            <Icon size={15} />
          </ActionIcon>
        </Tooltip>
      )}
      <DoubtText doubts={doubts} />
    </div>
  );
};

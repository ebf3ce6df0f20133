import type { TFunction } from 'i18next';
import type { Failure } from '../../../src-shared/failures.ts';
import type { FailureSentence } from '../../i18n/sentence.ts';
import { fieldLabel } from '../../i18n/describe-action.ts';
import { formatBytes, formatNumber } from '../../kit/format.ts';

/** The parameters a sentence shows, already in words. */
const parameters = (t: TFunction, failure: Failure): Record<string, string> => {
  switch (failure.code) {
    case 'invalidInput':
      return {
        problems: failure.issues.map((issue) => fieldLabel(t, issue.path)).join(t('history.listSeparator')),
      };
    case 'notFound':
      return { thing: t(`failureWords.thing.${failure.what}`) };
    case 'nameTaken':
      return { name: failure.name, thing: t(`failureWords.named.${failure.what}`) };
    case 'fieldInUse':
      return { name: failure.name, count: formatNumber(failure.count) };
    case 'customerChanged':
      return {
        meanwhile: failure.meanwhile
          .map(({ field, custom }) => custom?.name ?? fieldLabel(t, field))
          .join(t('history.listSeparator')),
      };
    case 'sheetTooLarge': {
      const bytes = failure.limit === 'bytes' || failure.limit === 'inflatedBytes';
      const max = bytes ? formatBytes(failure.max) : formatNumber(failure.max);
      return { name: failure.name, limit: t(`failureWords.limit.${failure.limit}`, { max }) };
    }
    case 'passwordUnfit':
      return { reason: t(`failureWords.password.${failure.reason}`) };
    case 'wrongRecoveryKey':
      return { reason: t(`failureWords.recoveryKey.${failure.reason}`) };
    case 'internal':
      return { incident: failure.incident === '' ? t('failureWords.unknownIncident') : failure.incident };
    default:
      return Object.fromEntries(Object.entries(failure).map(([name, value]) => [name, String(value)]));
  }
};

/** What happened, what was not lost and what to do, in the user's language. Every failure has one. */
export const failureMessage = (t: TFunction, failure: Failure): FailureSentence => {
  // `incident` stands for the parameters of all sentences: which of them a sentence takes, its code decides.
  const values = { incident: '', ...parameters(t, failure) };
  return {
    what: t(`failures.${failure.code}.what` as 'failures.internal.what', values),
    safe: t(`failures.${failure.code}.safe` as 'failures.internal.safe', values),
    next: t(`failures.${failure.code}.next` as 'failures.internal.next', values),
  };
};

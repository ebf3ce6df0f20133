import type { SameShape } from './shape.ts';
import type { zhCN } from './zh-CN.ts';
import { backups } from './en/backups.ts';
import { batches } from './en/batches.ts';
import { common } from './en/common.ts';
import { customer } from './en/customer.ts';
import { customers } from './en/customers.ts';
import { exports } from './en/exports.ts';
import { failures, failureWords } from './en/failures.ts';
import { fields } from './en/fields.ts';
import { finder } from './en/finder.ts';
import { firstRun } from './en/first-run.ts';
import { history } from './en/history.ts';
import { imports } from './en/imports.ts';
import { keys } from './en/keys.ts';
import { moving } from './en/moving.ts';
import { salvage } from './en/salvage.ts';
import { protection } from './en/protection.ts';
import { settings } from './en/settings.ts';

/** All texts in English. */
export const en = {
  backups,
  batches,
  common,
  customer,
  customers,
  exports,
  failures,
  failureWords,
  fields,
  finder,
  firstRun,
  history,
  imports,
  keys,
  moving,
  salvage,
  protection,
  settings,
} satisfies SameShape<typeof zhCN>;

import { backups } from './zh-CN/backups.ts';
import { batches } from './zh-CN/batches.ts';
import { common } from './zh-CN/common.ts';
import { customer } from './zh-CN/customer.ts';
import { customers } from './zh-CN/customers.ts';
import { exports } from './zh-CN/exports.ts';
import { failures, failureWords } from './zh-CN/failures.ts';
import { fields } from './zh-CN/fields.ts';
import { finder } from './zh-CN/finder.ts';
import { firstRun } from './zh-CN/first-run.ts';
import { history } from './zh-CN/history.ts';
import { imports } from './zh-CN/imports.ts';
import { keys } from './zh-CN/keys.ts';
import { moving } from './zh-CN/moving.ts';
import { salvage } from './zh-CN/salvage.ts';
import { protection } from './zh-CN/protection.ts';
import { settings } from './zh-CN/settings.ts';

/** All texts in Chinese: the source that every other language follows. */
export const zhCN = {
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
} as const;

// Takes the lock of the folder named on the command line and holds it until it is killed.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { lockArchive } from '../../../../src-main/archive/database/lock.ts';

lockArchive(process.argv[2] ?? '');

// Nobody here refers to the lock any more: collecting garbage must not drop it.
setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');
setInterval(() => {
  if (typeof collectGarbage === 'function') collectGarbage();
}, 20);
let turns = 0;
const said = setInterval(() => {
  turns += 1;
  if (turns < 5) return;
  clearInterval(said);
  process.stdout.write('held\n');
}, 20);

// Takes the lock of the folder named on the command line, says so, and holds it until it is killed.
import { lockArchive } from '../../../../src-main/archive/database/lock.ts';

lockArchive(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => {}, 1_000);

// Opens the archive in the folder named on the command line and has it open until it is killed.
import { openToWork } from './kills/open-archive.ts';

await openToWork(process.argv[2] ?? '');
process.stdout.write('ready\n');
setInterval(() => {}, 60_000);

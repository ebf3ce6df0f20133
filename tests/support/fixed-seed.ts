import fc from 'fast-check';
import { isSoak } from './soak.ts';

/**
 * Property tests draw the same examples in every run, so that a run says something about the change it follows. The soak
 * (`KEDANG_SOAK=1`) draws new ones each time; what it finds becomes an example of its test.
 */
if (!isSoak) fc.configureGlobal({ seed: 20_261_126 });

import { exportInputSchema, exportResultSchema } from '../exports.ts';
import { progressThen } from '../progress.ts';
import { operation } from './operation.ts';

export const exportsOperations = {
  customers: operation.input(exportInputSchema).output(progressThen(exportResultSchema)),
};

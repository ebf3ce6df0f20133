import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/api.ts';
import { TextField } from './text-field.tsx';

/** 客户编号; left empty it becomes the next of the pattern, which stands there as a hint. */
export const CodeField = () => {
  const { archive } = useApi();
  const { data } = useQuery(archive.customers.nextCode.queryOptions());
  return <TextField field="code" placeholder={data} numeric />;
};

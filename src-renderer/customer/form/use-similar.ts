import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SimilarCustomer } from '../../../src-shared/customers.ts';
import { useApi } from '../../app/api.ts';
import type { CustomerValues } from '../values/customer-values.ts';
import { methodType } from '../values/to-draft.ts';
import { useFormValue } from './form-store.ts';

const none: readonly SimilarCustomer[] = [];

/** What customers are compared by, as text: the same text needs no new question. */
const question = (values: CustomerValues): string => {
  const phones = [values.methods, ...values.contacts.map(({ methods }) => methods)]
    .flat()
    .filter(
      (method) =>
        ['mobile', 'phone'].includes(methodType(method)) && /\d{5}/u.test(method.value.replace(/\D/gu, '')),
    )
    .map(({ value }) => value.trim());
  return JSON.stringify({
    name: values.name.trim(),
    code: values.code.trim(),
    creditCode: values.creditCode.trim(),
    identityNumber: values.identityNumber.trim(),
    phones: [...new Set(phones)].slice(0, 50),
  });
};

const nothing = JSON.stringify({ name: '', code: '', creditCode: '', identityNumber: '', phones: [] });

/** Customers that may be the one that is being typed, the surest first. */
export const useSimilar = (): readonly SimilarCustomer[] => {
  const { archive } = useApi();
  const [asked] = useDebouncedValue(useFormValue(question), 160);
  const { data } = useQuery(
    archive.customers.similar.queryOptions({
      input: JSON.parse(asked) as { name: string; code: string; phones: string[] },
      enabled: asked !== nothing,
      placeholderData: keepPreviousData,
    }),
  );
  return asked === nothing ? none : (data ?? none);
};

import { z } from 'zod';
import { contactDraftSchema, contactSchema } from './contacts.ts';
import { contactMethodDraftSchema, contactMethodSchema } from './contact-methods.ts';
import { customPartSchema } from './custom-conditions.ts';
import { customKeySchema, customValueSchema, mostCustomFields } from './custom-fields.ts';
import { line, text } from './text.ts';

export const kinds = ['company', 'person'] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

export const stages = ['lead', 'prospect', 'active', 'dormant', 'lost'] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;

export const levels = ['A', 'B', 'C'] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

export const genders = ['male', 'female'] as const;
export const genderSchema = z.enum(genders);
export type Gender = z.infer<typeof genderSchema>;

/** '' stands for “not given” in every optional field of a customer. */
const orEmpty = <T extends z.ZodType>(schema: T) => z.union([schema, z.literal('')]);

/**
 * The plain fields of a customer, as they may be written. Only `name` is required; everything else may be
 * empty, and what looks wrong is saved and marked (see `doubts.ts`), never refused.
 */
export const customerFieldsSchema = z.object({
  kind: kindSchema.default('company'),
  /** 客户编号; '' asks the archive for the next one of the pattern. */
  code: line(50).default(''),
  name: line(500),
  shortName: line(200).default(''),
  stage: orEmpty(stageSchema).default(''),
  level: orEmpty(levelSchema).default(''),
  industry: line(100).default(''),
  size: line(100).default(''),
  /** 省/市/区 by name, as in the national division list where it is known: 浙江省, 杭州市, 西湖区. */
  province: line(50).default(''),
  city: line(50).default(''),
  district: line(50).default(''),
  address: text(500).default(''),
  postcode: line(20).default(''),
  source: line(100).default(''),
  owner: line(100).default(''),
  gender: orEmpty(genderSchema).default(''),
  /** `YYYY-MM-DD`, `--MM-DD` without a year, `lunar:MM-DD` or `lunar:YYYY-MM-DD`; anything else is kept and doubted. */
  birthday: line(50).default(''),
  /** 居民身份证号 (GB 11643). */
  identityNumber: line(50).default(''),
  /** 统一社会信用代码 (GB 32100). */
  creditCode: line(50).default(''),
  website: line(300).default(''),
  legalRepresentative: line(100).default(''),
  /** 注册资本 in 分 (RMB cents); null when not given. */
  registeredCapital: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
  /** ISO date. */
  foundedOn: line(30).default(''),
  /** 开票资料 */
  taxId: line(50).default(''),
  bankName: line(200).default(''),
  bankAccount: line(100).default(''),
  registeredAddress: text(500).default(''),
  registeredPhone: line(100).default(''),
  notes: text(50_000).default(''),
});
export type CustomerFields = z.infer<typeof customerFieldsSchema>;
export type CustomerField = keyof CustomerFields;

export const customerDraftSchema = customerFieldsSchema.extend({
  aliases: z.array(line(200)).max(50).default([]),
  /** Methods of the customer itself; those of a contact stand in the contact. */
  methods: z.array(contactMethodDraftSchema).max(100).default([]),
  contacts: z.array(contactDraftSchema).max(200).default([]),
  tagIds: z.array(z.number().int().positive()).max(200).default([]),
  /** Values of custom fields, in the order of the fields; a field without one is not named. */
  custom: z.array(customValueSchema).max(mostCustomFields).default([]),
});
/** A whole customer as the entry form sends it. */
export type CustomerDraft = z.infer<typeof customerDraftSchema>;
export type CustomerDraftInput = z.input<typeof customerDraftSchema>;

// Zod keeps the defaults of a partial object, which would turn “not sent” into “made empty”.
const withoutDefaults = <S extends z.ZodRawShape>(shape: S) =>
  Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [
      key,
      (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).optional(),
    ]),
  );

/**
 * Any subset of a draft. A list that is present replaces the whole list: entries with an id are kept and updated.
 * Not so `custom`: it sets the fields it names, '' empties one, and leaves the others alone.
 */
export const customerPatchSchema = z.strictObject(
  withoutDefaults(customerDraftSchema.shape),
) as unknown as z.ZodType<Partial<CustomerDraft>, Partial<CustomerDraftInput>>;
export type CustomerPatch = Partial<CustomerDraft>;

export const doubtReasons = [
  'phoneInvalid',
  'phoneDestroyed',
  'emailInvalid',
  'identityNumberInvalid',
  'identityNumberDestroyed',
  'identityNumberUsedTwice',
  'creditCodeInvalid',
  'dateInvalid',
  'dateInFuture',
  'genderContradictsIdentityNumber',
  'birthdayContradictsIdentityNumber',
  'postcodeInvalid',
  'taxIdInvalid',
  'nameLooksLikeNumber',
  'regionUnknown',
  'customValueUnfit',
  /** Only in imports: a number of more than 15 digits, or in scientific notation, whose end a spreadsheet has lost. */
  'numberDestroyed',
  /** Only in imports: a cell that holds nothing but the ##### of a column that was too narrow. */
  'cellDestroyed',
  /** Only in imports: 3/4/2023 while nobody has said whether the day or the month stands first. */
  'dateAmbiguous',
] as const;
export const doubtSchema = z.object({
  /** A customer field, or `methods.<id>` / `contacts.<id>`-like path for nested values. */
  field: z.string(),
  reason: z.enum(doubtReasons),
  /** The doubtful text as written. */
  value: z.string(),
});
export type Doubt = z.infer<typeof doubtSchema>;
export type DoubtReason = Doubt['reason'];

export const customerSchema = customerDraftSchema.extend({
  id: z.number().int(),
  methods: z.array(contactMethodSchema),
  contacts: z.array(contactSchema),
  doubts: z.array(doubtSchema),
  /** Counts up with every change of the customer or anything that belongs to it. */
  version: z.number().int(),
  /** ISO 8601 instants in UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
});
export type Customer = z.infer<typeof customerSchema>;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const idList = z.array(z.number().int().positive()).max(500);
const textList = z.array(z.string().max(100)).max(200);

/** What the list is narrowed to. Flat, so that it can stand in a URL; every part that is absent excludes nothing. */
export const customerFilterSchema = z.object({
  text: z.string().max(200).optional(),
  tagsAny: idList.optional(),
  tagsAll: idList.optional(),
  tagsNone: idList.optional(),
  kind: z.array(kindSchema).optional(),
  /** '' selects customers without one, here and in the five lists below. */
  stage: z.array(orEmpty(stageSchema)).optional(),
  level: z.array(orEmpty(levelSchema)).optional(),
  industry: textList.optional(),
  source: textList.optional(),
  owner: textList.optional(),
  /** `浙江省`, `浙江省/杭州市` or `浙江省/杭州市/西湖区`. */
  region: textList.optional(),
  /** Local calendar days, both ends included. */
  createdFrom: isoDate.optional(),
  createdTo: isoDate.optional(),
  updatedFrom: isoDate.optional(),
  updatedTo: isoDate.optional(),
  phone: z.enum(['has', 'lacks']).optional(),
  doubtful: z.boolean().optional(),
  trashed: z.boolean().optional(),
  /** Customers that this change touched: the customers of one import. */
  changeId: z.number().int().positive().optional(),
  /** Conditions on custom fields, see {@link customPartSchema}; those on a field that is gone narrow nothing. */
  custom: z.array(customPartSchema).max(200).optional(),
});
export type CustomerFilter = z.infer<typeof customerFilterSchema>;

export const customerColumns = [
  'code',
  'name',
  'shortName',
  'kind',
  'contactName',
  'mobile',
  'tags',
  'stage',
  'level',
  'industry',
  'size',
  'region',
  'address',
  'source',
  'owner',
  'gender',
  'birthday',
  'creditCode',
  'identityNumber',
  'legalRepresentative',
  'registeredCapital',
  'foundedOn',
  'email',
  'notes',
  'doubts',
  'createdAt',
  'updatedAt',
] as const;
export const builtInColumnSchema = z.enum(customerColumns);
export type BuiltInColumn = z.infer<typeof builtInColumnSchema>;

/** A column of the list: a built-in one, or `custom:<id>`. */
export const customerColumnSchema = z.union([builtInColumnSchema, customKeySchema]);
export type CustomerColumn = z.infer<typeof customerColumnSchema>;

export const customerSortSchema = z.object({
  column: z.union([builtInColumnSchema.exclude(['tags', 'doubts']), customKeySchema]),
  direction: z.enum(['asc', 'desc']),
});
export type CustomerSort = z.infer<typeof customerSortSchema>;

/** Half-open range of UTF-16 positions. */
export const rangeSchema = z.tuple([z.number().int(), z.number().int()]);
export type Range = z.infer<typeof rangeSchema>;

/** Where the search text was found. `field` is a column or, when no column shows it, what it is (alias, notes, phone …). */
export const matchSchema = z.object({ field: z.string(), value: z.string(), ranges: z.array(rangeSchema) });
export type Match = z.infer<typeof matchSchema>;

export const customerRowSchema = customerFieldsSchema
  .pick({
    kind: true,
    code: true,
    name: true,
    shortName: true,
    stage: true,
    level: true,
    industry: true,
    size: true,
    province: true,
    city: true,
    district: true,
    address: true,
    source: true,
    owner: true,
    gender: true,
    birthday: true,
    creditCode: true,
    identityNumber: true,
    legalRepresentative: true,
    registeredCapital: true,
    foundedOn: true,
  })
  .extend({
    id: z.number().int(),
    /** First contact that has not left. */
    contactName: z.string(),
    /** First mobile of the customer or its first contact, else its first phone; as written. */
    mobile: z.string(),
    email: z.string(),
    /** At most 200 characters. */
    notes: z.string(),
    tagIds: z.array(z.number().int()),
    custom: z.array(customValueSchema),
    doubts: z.array(doubtSchema),
    createdAt: z.string(),
    updatedAt: z.string(),
    trashedAt: z.string().nullable(),
    matches: z.array(matchSchema),
  });
export type CustomerRow = z.infer<typeof customerRowSchema>;

/** Values and counts of one filter dimension, most frequent first. */
export const facetSchema = z.array(z.object({ value: z.string(), count: z.number().int() }));
export type Facet = z.infer<typeof facetSchema>;
/** Each dimension counted under all other parts of the filter. `tag` values are tag ids; `region` is `省`, `省/市` or `省/市/区`. */
export const facetsSchema = z.object({
  total: z.number().int(),
  tag: facetSchema,
  kind: facetSchema,
  stage: facetSchema,
  level: facetSchema,
  industry: facetSchema,
  region: facetSchema,
  source: facetSchema,
  owner: facetSchema,
  doubtful: z.number().int(),
  withPhone: z.number().int(),
  trashed: z.number().int(),
  /** Fields of type choice and boolean; '' counts those without a value. */
  custom: z.array(z.object({ fieldId: z.number().int(), values: facetSchema })),
});
export type Facets = z.infer<typeof facetsSchema>;

export const similarReasons = [
  'sameCode',
  'sameCreditCode',
  'sameIdentityNumber',
  'samePhone',
  'sameName',
  'similarName',
  'soundsAlike',
] as const;
export const similarCustomerSchema = z.object({
  id: z.number().int(),
  code: z.string(),
  name: z.string(),
  reason: z.enum(similarReasons),
  /** The phone, name … of the existing customer that fits. */
  detail: z.string(),
  trashed: z.boolean(),
});
export type SimilarCustomer = z.infer<typeof similarCustomerSchema>;

/** Which customers a bulk action means: those ticked, or all that a filter finds except those unticked. */
export const selectionSchema = z.union([
  z.object({ ids: z.array(z.number().int().positive()).min(1).max(200_000) }),
  z.object({
    filter: customerFilterSchema,
    except: z.array(z.number().int().positive()).max(10_000).default([]),
  }),
]);
export type Selection = z.infer<typeof selectionSchema>;

export const bulkActionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('addTags'), tagIds: idList.min(1) }),
  z.object({ type: z.literal('removeTags'), tagIds: idList.min(1) }),
  z.object({
    type: z.literal('set'),
    field: z.enum(['stage', 'level', 'owner', 'source', 'industry']),
    value: line(100),
  }),
  z.object({ type: z.literal('trash') }),
  z.object({ type: z.literal('restore') }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

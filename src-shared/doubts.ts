import type { ContactMethodType } from './contact-methods.ts';
import { isCreditCode, isRegistrationNumber, isTaxId } from './credit-code.ts';
import type { CustomerFields, Doubt, DoubtReason } from './customers.ts';
import { isBirthday, isRealDate } from './dates.ts';
import { isEmail } from './emails.ts';
import { readIdentityNumber } from './identity-number.ts';
import { readPhone, splitPhones } from './phones.ts';
import { knownRegion } from './regions.ts';

export { guessMethodType, normaliseMethod } from './methods.ts';

interface Method {
  id?: number | undefined;
  type: ContactMethodType;
  value: string;
}
interface Contact {
  id?: number | undefined;
  fromDate?: string | undefined;
  toDate?: string | undefined;
  methods?: readonly Method[] | undefined;
}

/** A customer or a draft of one, as far as doubts can arise in it. */
export type Doubtable = Partial<CustomerFields> & {
  methods?: readonly Method[] | undefined;
  contacts?: readonly Contact[] | undefined;
};

/** Local calendar day as an ISO date. */
const dayOf = (now: Date) =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;

type Note = (field: string, reason: DoubtReason, value: string) => void;

const doubtOfPhone = (text: string): DoubtReason | null => {
  const { valid, destroyed } = readPhone(text);
  if (valid) return null;
  return destroyed ? 'phoneDestroyed' : 'phoneInvalid';
};

const methodIsWrong = (method: Method): DoubtReason | null => {
  if (method.type === 'mobile' || method.type === 'phone' || method.type === 'fax')
    return doubtOfPhone(method.value);
  return method.type === 'email' && !isEmail(method.value) ? 'emailInvalid' : null;
};

const doubtMethods = (methods: readonly Method[] | undefined, path: string, note: Note) => {
  methods?.forEach((method, position) => {
    const reason = method.value ? methodIsWrong(method) : null;
    if (reason) note(`${path}methods.${method.id ?? position}`, reason, method.value);
  });
};

const doubtIdentity = (customer: Doubtable, note: Note) => {
  const { identityNumber, birthday, gender } = customer;
  if (!identityNumber) return;
  const identity = readIdentityNumber(identityNumber);
  if (!identity.valid) {
    note(
      'identityNumber',
      identity.destroyed ? 'identityNumberDestroyed' : 'identityNumberInvalid',
      identityNumber,
    );
    return;
  }
  if (gender && gender !== identity.gender) note('gender', 'genderContradictsIdentityNumber', gender);
  // Many keep their lunar birthday beside the solar one of the card: that is no contradiction.
  if (!birthday || birthday.startsWith('lunar:') || !isBirthday(birthday)) return;
  const same = birthday.startsWith('--')
    ? identity.birthday.endsWith(birthday.slice(1))
    : identity.birthday === birthday;
  if (!same) note('birthday', 'birthdayContradictsIdentityNumber', birthday);
};

const doubtRegion = ({ province = '', city = '', district = '' }: Doubtable, note: Note) => {
  if (!province && !city && !district) return;
  if (knownRegion(province, city, district)) return;
  if (!knownRegion(province, '', '')) note('province', 'regionUnknown', province);
  else if (!knownRegion(province, city, '')) note('city', 'regionUnknown', city);
  else note('district', 'regionUnknown', district);
};

/**
 * What looks wrong in a customer; saving works all the same. The field of nested values is `methods.<id>`,
 * `contacts.<id>.fromDate` or `contacts.<id>.methods.<id>`, with the position where there is no id yet. `today` is an
 * ISO date. `identityNumberUsedTwice` needs the other customers and is added by the archive.
 */
export const doubtsOf = (customer: Doubtable, today: string = dayOf(new Date())): Doubt[] => {
  const doubts: Doubt[] = [];
  const note: Note = (field, reason, value) => doubts.push({ field, reason, value });
  const date = (
    field: string,
    value: string | undefined,
    earliest: string,
    latest: string,
    isDate = isRealDate,
  ) => {
    if (!value) return;
    if (!isDate(value) || (/^\d/u.test(value) && value < earliest)) note(field, 'dateInvalid', value);
    else if (/^\d/u.test(value) && value > latest) note(field, 'dateInFuture', value);
  };

  if (customer.name && /^[\d\s.,+\-/()E]*$/iu.test(customer.name))
    note('name', 'nameLooksLikeNumber', customer.name);
  doubtIdentity(customer, note);
  date('birthday', customer.birthday, '1850', today, isBirthday);
  date('foundedOn', customer.foundedOn, '1600', today);
  const { creditCode, taxId, postcode, registeredPhone } = customer;
  if (creditCode && !isCreditCode(creditCode) && !isRegistrationNumber(creditCode))
    note('creditCode', 'creditCodeInvalid', creditCode);
  if (taxId && !isTaxId(taxId)) note('taxId', 'taxIdInvalid', taxId);
  if (postcode && !/^\d{6}$/u.test(postcode)) note('postcode', 'postcodeInvalid', postcode);
  if (registeredPhone && !splitPhones(registeredPhone).phones.some((phone) => phone.valid))
    note('registeredPhone', 'phoneInvalid', registeredPhone);
  doubtRegion(customer, note);
  doubtMethods(customer.methods, '', note);
  customer.contacts?.forEach((contact, position) => {
    const path = `contacts.${contact.id ?? position}.`;
    date(`${path}fromDate`, contact.fromDate, '1900', '9999');
    date(`${path}toDate`, contact.toDate, '1900', '9999');
    doubtMethods(contact.methods, path, note);
  });
  return doubts;
};

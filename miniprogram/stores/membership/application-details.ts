import type { ActionOf } from '../../../cloudfunctions/api';
import type { Input, Output } from '../../../cloudfunctions/kernel/contract';
import { typedNumber } from './phone-number';
import type { FormTexts } from './application-draft';

export type Application = NonNullable<Output<ActionOf<'membership.application'>>['application']>;
/** What is sent of a form. */
export type Details = Omit<Input<ActionOf<'membership.apply'>>, 'requestKey'>;

type Filled = {
  readonly category: string;
  readonly texts: FormTexts;
  readonly phoneCode: string | null;
  readonly isMinor: boolean;
  readonly proofs: { readonly sentIds: readonly string[] };
};

/** A filled form as the library wants it; `consentVersion` is null where there is no consent. */
export function detailsOf(filled: Filled, consentVersion: number | null): Details {
  const { name, phone, birthYear, guardianName, guardianPhone } = filled.texts;
  return {
    category: filled.category,
    name: name.trim(),
    phone: filled.phoneCode === null ? { number: typedNumber(phone) } : { code: filled.phoneCode },
    birthYear: Number(typedNumber(birthYear)),
    guardian: filled.isMinor ? { name: guardianName.trim(), phone: typedNumber(guardianPhone) } : null,
    proofIds: [...filled.proofs.sentIds],
    consentVersion,
  };
}

/** What was typed for an application that is to be corrected. */
export const textsOf = ({ name, phone, birthYear, guardian }: Application): FormTexts => ({
  name,
  phone,
  birthYear: String(birthYear),
  guardianName: guardian?.name ?? '',
  guardianPhone: guardian?.phone ?? '',
});

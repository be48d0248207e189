import * as v from 'valibot';
import { none } from '../kernel/contract-values';
import type { Contract } from '../kernel/contract';

const Time = v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/));
/** `closes` before `opens` is on the next day; midnight is 24:00. */
const Span = v.object({ opens: Time, closes: Time });

const Branch = v.object({
  branchId: v.string(),
  name: v.string(),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  /** Today's opening hours in library time, in order; empty when closed today, null when not known. */
  hours: v.nullable(v.array(Span)),
  isOpen: v.boolean(),
  /** When `isOpen` changes next, within 14 days; null when not known. */
  nextChange: v.nullable(v.object({ day: v.string(), time: Time })),
});

export const library = {
  /** The library's name (null when not set) and its branches, with whether they are open now and until when. */
  today: {
    callers: ['phone'],
    person: 'anyone',
    input: none,
    output: v.object({ name: v.nullable(v.string()), branches: v.array(Branch) }),
    refusals: {},
  },
} as const satisfies Contract;

import type { Action, FamilyRight, FaultCode } from './contract';
import type { Caller } from './caller';
import type { Day } from './library-day';
import type { PatronIdentity, StaffRole } from './person';

/** The card of a WeChat; `replaced` where another WeChat has bound it since, until this one binds or unbinds. */
export type CardOfOpenid =
  ({ readonly state: 'bound' } & PatronIdentity) | { readonly state: 'none' | 'replaced' };

/** What the library knows of the people behind openids. */
export type Identities = {
  cardOf(openid: string): Promise<CardOfOpenid>;
  roleOf(openid: string): Promise<StaffRole | null>;
  /** The other patron of a link of `card`, if the link holds on `today` and gives the right; null otherwise. */
  linkedPatron(card: string, linkId: string, right: FamilyRight, today: Day): Promise<PatronIdentity | null>;
};

/** Someone who may do what an action does, or why not. */
export type Admission =
  { readonly caller: Caller } | { readonly fault: FaultCode; readonly reason?: 'replaced' };

const admitPatron = async (identities: Identities, caller: Caller): Promise<Admission> => {
  const found = await identities.cardOf(caller.openid);
  if (found.state === 'bound') {
    const self = { card: found.card, pseudonym: found.pseudonym };
    return { caller: { ...caller, patron: self, self } };
  }
  return found.state === 'replaced' ? { fault: 'signed-out', reason: 'replaced' } : { fault: 'not-bound' };
};

const admitStaff = async (identities: Identities, caller: Caller, needed: StaffRole): Promise<Admission> => {
  const role = await identities.roleOf(caller.openid);
  const isEnough = role === 'admin' || role === needed;
  return role !== null && isEnough ? { caller: { ...caller, role } } : { fault: 'forbidden' };
};

/** Finds out whether the person behind a phone may do this; a patron comes with the card, staff with the role. */
export const admit = async (
  identities: Identities,
  { callers, person }: Action,
  caller: Caller,
): Promise<Admission> => {
  if (!callers.includes(caller.kind)) return { fault: 'forbidden' };
  if (caller.kind !== 'phone' || person === 'anyone') return { caller };
  return person === 'patron' ? admitPatron(identities, caller) : admitStaff(identities, caller, person);
};

/**
 * For whom a patron acts: where the input names a family link, for its other card. `forbidden` where there is no such
 * link of this patron's or it does not go so far.
 */
export const actFor = async (
  identities: Identities,
  { familyRight }: Action,
  caller: Caller,
  input: unknown,
  today: Day,
): Promise<Admission> => {
  const linkId = (input as { readonly familyLinkId?: unknown }).familyLinkId;
  if (familyRight === undefined || caller.self === undefined || typeof linkId !== 'string') return { caller };
  const patron = await identities.linkedPatron(caller.self.card, linkId, familyRight, today);
  return patron === null ? { fault: 'forbidden' } : { caller: { ...caller, patron } };
};

import type { FamilyRight, FaultCode } from '../../../cloudfunctions/kernel/contract';
import { cards, type Asker, type Owner } from '../askers';
import { thingOf, type Kind, type SealedCodes } from '../things';

/**
 * How an asker is answered: `allowed` (the action did it, and where it writes something has changed), `ignored` (it did
 * nothing and says so to nobody), the fault that kept the asker out, or the very refusal.
 */
export type Cell = 'allowed' | 'ignored' | FaultCode | `refused: ${string}`;
export type Cells = Readonly<Record<Asker, Cell>>;

export type Row = {
  readonly cells: Cells;
  /** What family links let the other card do by this action. */
  readonly family?: FamilyRight;
  /** What each asks for; it may be left out where the action takes nothing. */
  readonly input?: (asker: Asker, codes: SealedCodes) => object;
  /** Reads the answer of an action that says within it why not: the code of the refusal, or null. */
  readonly refusedWithin?: (value: never) => string | null;
  /** It lists things of the asker's own: those who own some see them. */
  readonly lists?: true;
  /** Collections that are empty before this is asked. */
  readonly without?: readonly string[];
};

const machines = { timer: 'forbidden', 'payment platform': 'forbidden' } as const;

export const anyone: Cells = {
  visitor: 'allowed',
  patron: 'allowed',
  'another patron': 'allowed',
  'family member': 'allowed',
  suspended: 'allowed',
  expired: 'allowed',
  librarian: 'allowed',
  admin: 'allowed',
  ...machines,
};
/** Staff whose own card is not bound are no patrons. */
export const patrons: Cells = {
  ...anyone,
  visitor: 'not-bound',
  librarian: 'not-bound',
  admin: 'not-bound',
};
const nobody: Cells = {
  visitor: 'forbidden',
  patron: 'forbidden',
  'another patron': 'forbidden',
  'family member': 'forbidden',
  suspended: 'forbidden',
  expired: 'forbidden',
  librarian: 'forbidden',
  admin: 'forbidden',
  ...machines,
};
export const librarians: Cells = { ...nobody, librarian: 'allowed', admin: 'allowed' };
export const admins: Cells = { ...nobody, admin: 'allowed' };
export const paymentPlatform: Cells = { ...nobody, 'payment platform': 'allowed' };
export const timer: Cells = { ...nobody, timer: 'allowed' };

/** How those are answered who ask for what belongs to `patron`: as if there were no such thing. */
export const others = <Code extends string>(code: Code) =>
  ({ 'another patron': `refused: ${code}`, 'family member': `refused: ${code}` }) as const;

export const standing = {
  suspended: 'refused: membership-suspended',
  expired: 'refused: membership-expired',
} as const;

export const requestKey = 'request-1';

/** Whose thing each asks for: the suspended and the expired for their own, everybody else for that of `patron`. */
const ownerOf = (asker: Asker): Owner => (asker === 'suspended' || asker === 'expired' ? asker : 'patron');
/** The thing of a kind that each asks for. */
export const thingFor = (kind: Kind, asker: Asker): string => thingOf(kind, ownerOf(asker));
/** Likewise of what belongs to a WeChat, with a card or without: a visitor has one too, and staff ask for that. */
export const wechatThingFor = (kind: Kind, asker: Asker): string =>
  thingOf(kind, asker === 'visitor' || !(asker in cards) ? 'visitor' : ownerOf(asker));

import { makeAutoObservable } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { keptOfLink, type FamilyLink, type FamilyLinks } from '../membership/family-links';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';
import { LoansStore } from './loans-store';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

/** What a card of the family has borrowed, on hold and to pay, as far as its link lets it be seen. */
export class FamilyLoans {
  readonly linkId: string;
  readonly family: FamilyLinks;
  readonly loans: LoansStore;
  readonly holds: RemoteValue<'circulation.holds'>;
  readonly fines: RemoteValue<'circulation.fines'>;

  constructor(sources: Sources, family: FamilyLinks, linkId: string) {
    this.linkId = linkId;
    this.family = family;
    this.loans = new LoansStore(sources, linkId);
    const kept = keptOfLink(linkId);
    const ofTheLink = { input: { familyLinkId: linkId }, endedBy: ['forbidden'] } as const;
    this.holds = new RemoteValue(sources, { ...ofTheLink, name: 'circulation.holds', key: kept.holds });
    this.fines = new RemoteValue(sources, { ...ofTheLink, name: 'circulation.fines', key: kept.fines });
    makeAutoObservable(
      this,
      { linkId: false, family: false, loans: false, holds: false, fines: false },
      { autoBind: true },
    );
  }

  /** The link as this card knows it; null while it is not known, and where there is none. */
  get link(): FamilyLink | null {
    return (
      this.family.links.find(({ linkId, whose }) => linkId === this.linkId && whose === 'theirs') ?? null
    );
  }

  /** The library refuses what the link once gave: it was ended, or its last day is over. */
  get isOver(): boolean {
    return this.loans.list.failure === 'forbidden';
  }

  get canRenew(): boolean {
    return this.link?.right === 'renew';
  }

  /** Asks for the link and what it shows together. */
  async load(): Promise<void> {
    const { family, loans, holds, fines } = this;
    await Promise.all([family.load(), loans.list.load(), holds.load(), fines.load()]);
  }
}

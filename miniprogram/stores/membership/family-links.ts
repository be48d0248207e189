import { makeAutoObservable } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };
export type FamilyLink = Output<ActionOf<'membership.familyLinks'>>['links'][number];

/** Under which names the phone keeps what was seen of a linked card. */
export const keptOfLink = (linkId: string) =>
  ({ loans: `loans/${linkId}`, holds: `holds/${linkId}`, fines: `fines/${linkId}` }) as const;

/** Whose loans this card may see and who may see this card's; either side may end a link. */
export class FamilyLinks {
  readonly list: RemoteValue<'membership.familyLinks'>;
  readonly ending: Deed<'membership.endFamily'>;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.list = new RemoteValue(sources, { name: 'membership.familyLinks', input: {}, key: 'family' });
    this.ending = new Deed(sources, 'membership.endFamily');
    makeAutoObservable<this, 'sources'>(
      this,
      { list: false, ending: false, sources: false },
      { autoBind: true },
    );
  }

  get links(): readonly FamilyLink[] {
    return this.list.value?.links ?? [];
  }

  /** Asks for the links; what was kept of a card that is linked no more leaves the phone. */
  async load(): Promise<void> {
    const kept = this.sources.seen.recall<Output<ActionOf<'membership.familyLinks'>>>('family');
    await this.list.load();
    if (this.list.failure !== null) return;
    const holding = new Set(this.links.flatMap(({ linkId, hasEnded }) => (hasEnded ? [] : linkId)));
    const gone = (kept?.value.links ?? []).filter(({ linkId }) => !holding.has(linkId));
    for (const { linkId } of gone)
      for (const name of Object.values(keptOfLink(linkId))) this.sources.seen.forget(name);
  }

  /** Ends a link at once; @returns whether it is gone. */
  async end(linkId: string): Promise<boolean> {
    const ended = await this.ending.run({ linkId });
    const isGone = ended !== null || this.ending.failure === 'no-such-link';
    if (isGone) await this.load();
    return isGone;
  }
}

import { documentRange, misnumberedRange, type FaultList } from '../../../kernel/document-fault';
import type { PatronWalk } from '../../ports/binding';

type Needs = { readonly walk: PatronWalk; readonly faults: FaultList };

/** What one query gives. */
const patronsPerRun = 1000;

/**
 * Timed work, a step a run: puts mistakes in patrons' documents on the list that librarians look at and takes mended
 * ones off, goes on where it ended, and at the end of the walk looks for numbers that are no text.
 */
export const checkPatrons =
  ({ walk, faults }: Needs) =>
  async (): Promise<void> => {
    const after = await walk.place();
    const next = await walk.next(after, patronsPerRun);
    const last = next.cards.length < patronsPerRun ? undefined : next.cards.at(-1);
    await faults.renewRange(documentRange('patrons', after, last), next.faults);
    if (last === undefined) await faults.renewRange(misnumberedRange('patrons'), await walk.misnumbered());
    await walk.keepPlace(last ?? '');
  };

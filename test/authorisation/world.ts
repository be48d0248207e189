import { catalog } from '../../cloudfunctions/catalog/contract';
import { catalogHandlers } from '../../cloudfunctions/catalog/function/handlers';
import { circulation } from '../../cloudfunctions/circulation/contract';
import { circulationHandlers } from '../../cloudfunctions/circulation/function/handlers';
import type { Contract } from '../../cloudfunctions/kernel/contract';
import type { CloudPay } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import { ok } from '../../cloudfunctions/kernel/result';
import { library } from '../../cloudfunctions/library/contract';
import { libraryHandlers } from '../../cloudfunctions/library/function/handlers';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { membership } from '../../cloudfunctions/membership/contract';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import { scheduler } from '../../cloudfunctions/scheduler/contract';
import { fakeFiles, type FakeFiles } from '../support/fake-files';
import { serving, type Ask } from '../support/serving';
import { openSomeLibrary } from '../support/some-library';
import { callerOf, cards, links, type Asker } from './askers';

/** Every contract that a function serves. */
export const contracts: Readonly<Record<string, Contract>> = {
  catalog,
  circulation,
  library,
  membership,
  scheduler,
};

/** A library with a patron for each kind of asker, each with a loan, and with staff and family links. */
export const openWorld = async (files: FakeFiles = fakeFiles(), pay?: CloudPay) => {
  const home = await openSomeLibrary();
  const { database, now, put } = home;
  const standing = { suspended: { status: 'suspended' }, expired: { endsOn: '2026-03-19' } };
  for (const [asker, card] of Object.entries(cards))
    await home.patron(card, asker in standing ? standing[asker as keyof typeof standing] : {});
  for (const card of Object.values(cards))
    await put('wechat_accounts', { _id: `o-${card}`, card, doneRequests: [] });
  await home.addLoans(
    ...Object.values(cards).map((card) => ({
      loanId: `loan-${card}`,
      card,
      barcode: `copy-${card}`,
      bookId: `book-${card}`,
    })),
  );
  await put('staff', { _id: 'o-librarian', role: 'librarian' });
  await put('staff', { _id: 'o-admin', role: 'admin' });
  const link = { card: cards.patron, pseudonym: `p-${cards.patron}`, state: 'active', endsOn: '2026-12-31' };
  const by = cards['family member'];
  await put('family_links', { ...link, _id: links.see, by, right: 'see' });
  await put('family_links', { ...link, _id: links.renew, by, right: 'renew' });
  await put('family_links', { ...link, _id: links.ended, by, right: 'renew', endsOn: '2026-03-19' });
  await put('family_links', { ...link, _id: links.others, by: cards['another patron'], right: 'renew' });
  const served = {
    catalog: serving(catalog, catalogHandlers(database, now), { database, now }),
    circulation: serving(circulation, circulationHandlers(database, now, pay), { database, now }),
    library: serving(library, libraryHandlers(database, now), { database, now }),
    membership: serving(
      membership,
      membershipHandlers(database, now, scryptPins(2), {
        files,
        phoneNumberOf: () => Promise.resolve(null),
      }),
      { database, now },
    ),
    // Its jobs have tests of their own; here it matters who may start them.
    scheduler: serving(scheduler, { run: () => Promise.resolve(ok({ jobs: [] })) }, { database, now }),
  };
  return {
    ...home,
    /** What a function has logged, a line a call. */
    linesOf: (functionName: string) => served[functionName as keyof typeof served].lines,
    /** Asks a function as one of the askers. */
    askAs: (asker: Asker, functionName: string): Ask => {
      const caller = callerOf(asker);
      return served[functionName as keyof typeof served].from(caller);
    },
  };
};
export type World = Awaited<ReturnType<typeof openWorld>>;

import type { Clock } from '../../kernel/clock';
import type { Handlers } from '../../kernel/serve';
import { cloudIdentities } from '../../kernel/wechat/cloud-identities';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudLoanChoices, cloudPastLoans } from '../adapters/cloud-loan-history';
import { cloudReaderMessages } from '../adapters/cloud-reader-messages';
import type { historyActions } from '../contract/history';
import type { messageActions } from '../contract/messages';
import { listMessages, markMessagesRead } from '../use-cases/messages/list-messages';
import {
  chooseLoans,
  exportLoanHistory,
  listLoanHistory,
  showLoanChoices,
} from '../use-cases/loans/loan-history';

/** What a reader is told, and what a reader keeps of past loans. */
export const readerHandlers = (
  database: Database,
  now: Clock,
): Handlers<typeof messageActions & typeof historyActions> => {
  const identities = cloudIdentities(database);
  const cardOf = async (openid: string) => {
    const found = await identities.cardOf(openid);
    return found.state === 'bound' ? found.card : null;
  };
  const telling = { messages: cloudReaderMessages(database, now), cardOf };
  const keeping = { choices: cloudLoanChoices(database), pastLoans: cloudPastLoans(database), now };
  return {
    messages: listMessages(telling),
    markMessagesRead: markMessagesRead(telling),
    loanChoices: showLoanChoices(keeping),
    chooseLoans: chooseLoans(keeping),
    loanHistory: listLoanHistory(keeping),
    exportHistory: exportLoanHistory(keeping),
  };
};

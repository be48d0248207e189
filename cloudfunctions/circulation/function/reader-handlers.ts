import type { Clock } from '../../kernel/clock';
import type { Handlers } from '../../kernel/serve';
import { cloudIdentities } from '../../kernel/wechat/cloud-identities';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudForgetPast } from '../adapters/cloud-forget-borrowers';
import { cloudLoanChoices, cloudPastLoans } from '../adapters/cloud-loan-history';
import { cloudReaderMessages } from '../adapters/cloud-reader-messages';
import type { historyActions } from '../contract/history';
import type { messageActions } from '../contract/messages';
import { listMessages } from '../use-cases/messages/list-messages';
import { markMessagesRead } from '../use-cases/messages/mark-messages-read';
import { chooseLoans } from '../use-cases/loans/choose-loans';
import { exportLoanHistory } from '../use-cases/loans/export-loan-history';
import { listLoanHistory } from '../use-cases/loans/list-loan-history';
import { showLoanChoices } from '../use-cases/loans/show-loan-choices';

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
  const keeping = {
    choices: cloudLoanChoices(database, now),
    pastLoans: cloudPastLoans(database),
    forgetPast: cloudForgetPast(database),
    now,
  };
  return {
    messages: listMessages(telling),
    markMessagesRead: markMessagesRead(telling),
    loanChoices: showLoanChoices(keeping),
    chooseLoans: chooseLoans(keeping),
    loanHistory: listLoanHistory(keeping),
    exportHistory: exportLoanHistory(keeping),
  };
};

import type { Clock } from '../../kernel/clock';
import type { Handlers } from '../../kernel/serve';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { wxStorage } from '../../kernel/wechat/wx-storage';
import { auditAlone } from '../../kernel/wechat/cloud-audit';
import { cloudApplicationReads, cloudApplicationRecords } from '../adapters/cloud-applications';
import { cloudCategories } from '../adapters/cloud-categories';
import { cloudCardNumbers } from '../adapters/cloud-issued-cards';
import { newSecretName } from '../adapters/secret-names';
import { wechatPhoneNumber } from '../adapters/wechat-phone-number';
import type { FileStore, PhoneNumberOf } from '../ports/applications';
import type { applicationActions } from '../contract/applications';
import type { decisionActions } from '../contract/decisions';
import { apply } from '../use-cases/applications/apply';
import { correctApplication } from '../use-cases/applications/correct-application';
import { decideApplication } from '../use-cases/applications/decide-application';
import { linkToOwnProof } from '../use-cases/applications/link-to-own-proof';
import { reviewProof } from '../use-cases/applications/review-proof';
import { listApplications } from '../use-cases/applications/list-applications';
import { reviewApplication } from '../use-cases/applications/review-application';
import { listOnlineCategories } from '../use-cases/applications/list-online-categories';
import { showOwnApplication } from '../use-cases/applications/show-own-application';
import { uploadProof } from '../use-cases/applications/upload-proof';
import { withdrawApplication } from '../use-cases/applications/withdraw-application';

/** What lies outside the database: the storage, and WeChat's own interfaces. */
export type Outside = { readonly files: FileStore; readonly phoneNumberOf: PhoneNumberOf };
export const wechatOutside = (): Outside => ({ files: wxStorage(), phoneNumberOf: wechatPhoneNumber });

/** Applying for an online membership, and deciding about it. */
export const applicationHandlers = (
  database: Database,
  now: Clock,
  outside: Outside,
): Handlers<typeof applicationActions & typeof decisionActions> => {
  const needs = {
    ...outside,
    now,
    reads: cloudApplicationReads(database, now),
    withApplications: cloudApplicationRecords(database, now),
    categories: cloudCategories(database),
    audit: (line: Parameters<typeof auditAlone>[1]) => auditAlone(database, line),
    newName: newSecretName,
    takeCardNumber: cloudCardNumbers(database),
  };
  return {
    onlineCategories: listOnlineCategories(needs.categories),
    application: showOwnApplication(needs.reads, needs.categories),
    uploadProof: uploadProof(needs),
    proofLink: linkToOwnProof(needs),
    apply: apply(needs),
    correctApplication: correctApplication(needs),
    withdrawApplication: withdrawApplication(needs),
    applications: listApplications(needs),
    reviewApplication: reviewApplication(needs),
    reviewProof: reviewProof(needs),
    decideApplication: decideApplication(needs),
  };
};

import { randomBytes } from 'node:crypto';
import type { Handlers } from '../../kernel/serve';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import type { CloudPay, Database } from '../../kernel/wechat/wx-cloud';
import { pseudonymWithin } from '../../membership/adapters/cloud-pseudonyms';
import { cloudFineReads, cloudFines } from '../adapters/cloud-fines';
import { cloudPay } from '../adapters/cloud-pay';
import type { fineActions } from '../contract/fines';
import { askPayment } from '../use-cases/fines/ask-payment';
import { giveBack } from '../use-cases/fines/give-back';
import { noticePayment } from '../use-cases/fines/notice-payment';
import { listFinesAtDesk } from '../use-cases/fines/list-fines-at-desk';
import { listFines } from '../use-cases/fines/list-fines';
import { settleFine } from '../use-cases/fines/settle-fine';
import { startPayment } from '../use-cases/fines/start-payment';
import type { circulationSurroundings } from './surroundings';

/** 25 characters: WeChat takes 32 at most. */
const newPaymentId = (): string => `f${randomBytes(12).toString('hex')}`;

/** What is done about fines and payments. */
export const fineHandlers = (
  database: Database,
  surroundings: ReturnType<typeof circulationSurroundings>,
  pay: CloudPay,
): Handlers<typeof fineActions> => {
  const fineReads = cloudFineReads(database);
  const needs = {
    ...surroundings,
    fineReads,
    inFines: cloudFines(database, pseudonymWithin, surroundings.now),
    platform: cloudPay(database, pay),
    newPaymentId,
  };
  const confirming = { ...needs, reads: fineReads, faults: cloudFaults(database, surroundings.now) };
  return {
    fines: listFines(needs),
    startPayment: startPayment(confirming),
    payment: askPayment(confirming),
    paymentNotice: noticePayment(confirming),
    finesAtDesk: listFinesAtDesk(needs),
    settleFine: settleFine(needs),
    giveBack: giveBack(needs),
  };
};

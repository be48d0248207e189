import { deniesClients, type Collection, type Field } from '../collection';
import { doneRequestFields } from './done-requests';

const stored: Readonly<Record<string, Field>> = {
  proofId: { type: 'string', required: true, personal: true, zh: '文件编号', en: 'Number of the file' },
  bytes: { type: 'integer', required: true, personal: true, zh: '大小（字节）', en: 'Size in bytes' },
  path: { type: 'string', required: true, personal: true, zh: '云存储路径', en: 'Path in the storage' },
  fileId: { type: 'string', personal: true, zh: '云存储编号', en: 'Id in the storage; null while it comes' },
  removeAfter: { type: 'instant', personal: true, zh: '何时起删除', en: 'When it is to be removed' },
};

export const applicants: Collection = {
  name: 'applicants',
  owner: 'membership',
  keptBy: 'functions',
  zh: '申请线上会员的微信：上传的证明与最新的申请',
  en: 'WeChats that apply for a membership: what they uploaded and their newest application',
  fields: {
    _id: { type: 'string', required: true, personal: true, zh: '微信标识', en: 'Openid' },
    pseudonym: {
      type: 'string',
      required: true,
      personal: true,
      zh: '审计日志里的代号',
      en: 'Pseudonym in the audit log',
    },
    folder: {
      type: 'string',
      required: true,
      personal: true,
      zh: '证明的文件夹',
      en: 'Folder of the proofs',
    },
    newestApplication: {
      type: 'string',
      personal: true,
      zh: '最新的申请（applications 的 _id）',
      en: 'Newest application, the _id in applications',
    },
    files: {
      type: 'objects',
      personal: true,
      zh: '上传的证明',
      en: 'Proofs that were uploaded',
      fields: {
        ...stored,
        kind: { type: 'string', required: true, personal: true, zh: '文件类型', en: 'What the file is' },
        applicationId: { type: 'string', personal: true, zh: '所属申请', en: 'Application that shows it' },
      },
    },
    parts: {
      type: 'objects',
      personal: true,
      zh: '正在上传的部分',
      en: 'Parts of files that are still coming',
      fields: {
        ...stored,
        part: { type: 'integer', required: true, personal: true, zh: '第几部分', en: 'Which part, from 0' },
        parts: { type: 'integer', required: true, personal: true, zh: '共几部分', en: 'How many parts' },
      },
    },
    nextRemovalAt: {
      type: 'instant',
      personal: true,
      zh: '下一次删除文件的时间',
      en: 'When the next file is to be removed',
    },
    doneRequests: {
      type: 'objects',
      personal: true,
      zh: '近七天的请求，防止重复',
      en: 'Requests of seven days, so that none counts twice',
      fields: doneRequestFields,
    },
  },
  indexes: [{ name: 'next_removal', fields: [['nextRemovalAt', 1]] }],
  rule: deniesClients,
};

import * as v from 'valibot';

/** WeChat's own wording for the failures that sending is tested with. */
const wordings: Readonly<Record<number, string>> = {
  0: 'ok',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  47003: 'argument invalid!',
};

const Answer = v.union([
  v.object({ timeout: v.literal(true) }),
  v.looseObject({ errcode: v.pipe(v.number(), v.integer()), errmsg: v.optional(v.string()) }),
]);

/** The next answers of one API, used up in order; an empty list forgets those left. */
export const AnswerScript = v.object({
  api: v.pipe(v.string(), v.nonEmpty()),
  answers: v.pipe(v.array(Answer), v.maxLength(1_000)),
});
export type OpenApiAnswer =
  { readonly timeout: true } | { readonly errcode: number; readonly errmsg: string };

export type Answers = {
  script(script: v.InferOutput<typeof AnswerScript>): void;
  scripted(): Readonly<Record<string, number>>;
  /** The scripted answer; otherwise what WeChat would say; undefined for an API that is not known here. */
  next(api: string, parameters: Readonly<Record<string, unknown>>): OpenApiAnswer | undefined;
};

const worded = (answer: v.InferOutput<typeof Answer>): OpenApiAnswer =>
  'timeout' in answer
    ? { timeout: true }
    : { ...answer, errmsg: answer.errmsg ?? wordings[answer.errcode] ?? '' };

const fail = (errcode: number): OpenApiAnswer => ({ errcode, errmsg: wordings[errcode] ?? '' });

const sendSubscribeMessage = ({ touser, template_id: template, data }: Readonly<Record<string, unknown>>) => {
  if (typeof touser !== 'string' || touser === '') return fail(40003);
  if (typeof template !== 'string' || template === '') return fail(40037);
  return typeof data === 'object' && data !== null ? fail(0) : fail(47003);
};

/** The number behind any code is made up here. */
const getPhoneNumber = ({ code }: Readonly<Record<string, unknown>>) => {
  if (typeof code !== 'string' || code === '') return fail(40029);
  const number = '13800138000';
  const phoneInfo = { phoneNumber: number, purePhoneNumber: number, countryCode: '86' };
  return { ...fail(0), phone_info: phoneInfo };
};

const known: Readonly<Record<string, (parameters: Readonly<Record<string, unknown>>) => OpenApiAnswer>> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'phonenumber.getPhoneNumber': getPhoneNumber,
};

/** What WeChat answers to open API calls here. */
export const createAnswers = (): Answers => {
  const queues = new Map<string, OpenApiAnswer[]>();
  return {
    script({ api, answers }) {
      queues.set(api, answers.map(worded));
    },
    scripted: () => Object.fromEntries([...queues].map(([api, queue]) => [api, queue.length])),
    next: (api, parameters) => queues.get(api)?.shift() ?? known[api]?.(parameters),
  };
};

import cloud from 'wx-server-sdk';

/** The SDK's types take no symbol for the environment, though its manual asks for this one. */
const currentEnvironment = cloud.DYNAMIC_CURRENT_ENV as unknown as string;

cloud.init({ env: currentEnvironment });

/** The SDK's types do not know `throwOnNotFound`, though its manual does. */
const options = { env: currentEnvironment, throwOnNotFound: false };

/** The database of the environment that the function runs in. A document that is not there is `null`, no error. */
export const wxDatabase = () => cloud.database(options);

export type Database = ReturnType<typeof wxDatabase>;

/** What a query finds. The SDK's types also know a call with callbacks, which answers nothing. */
export const documentsOf = async <T>(query: { get(): unknown }): Promise<readonly T[]> => {
  const { data } = (await query.get()) as { data: readonly T[] };
  return data;
};

/** A document by its id, `null` where there is none. Its shape is only said: what people write must be parsed. */
export const documentById = async <T extends object>(
  database: Database,
  collection: string,
  id: string,
): Promise<(T & { readonly _id: string }) | null> => {
  const { data } = (await database.collection(collection).doc(id).get()) as { data: unknown };
  return data as (T & { readonly _id: string }) | null;
};

type PayAnswer = Readonly<Record<string, unknown>>;
/** WeChat Pay as functions reach it: WeChat signs for them. Amounts in fen. */
export type CloudPay = {
  unifiedOrder(order: Readonly<Record<string, unknown>>): Promise<PayAnswer>;
  queryOrder(order: Readonly<Record<string, unknown>>): Promise<PayAnswer>;
  closeOrder(order: Readonly<Record<string, unknown>>): Promise<PayAnswer>;
  /** The environment whose function is told of a payment. */
  environment(): string;
};

/** The SDK's types know nothing of payments, though its manual does. */
export const wxPay = (): CloudPay => {
  const { cloudPay } = cloud as unknown as { readonly cloudPay: Omit<CloudPay, 'environment'> };
  return {
    unifiedOrder: (order) => cloudPay.unifiedOrder(order),
    queryOrder: (order) => cloudPay.queryOrder(order),
    closeOrder: (order) => cloudPay.closeOrder(order),
    environment: () => cloud.getWXContext().ENV ?? '',
  };
};

/** Who calls, as the platform tells it. The SDK turns an id of digits only into a number. */
export const wxContext = (): { readonly SOURCE?: string; readonly OPENID?: string | number } =>
  cloud.getWXContext();

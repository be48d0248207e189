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

/** Who calls, as the platform tells it. The SDK turns an id of digits only into a number. */
export const wxContext = (): { readonly SOURCE?: string; readonly OPENID?: string | number } =>
  cloud.getWXContext();

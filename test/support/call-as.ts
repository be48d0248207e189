import type { Call } from '../../cloudfunctions/api';
import type { Workbench } from '../../local/cloud/workbench/workbench-client';

/** Calls deployed functions as the phone of one WeChat; throws where a function failed instead of answering. */
export const callAs = (workbench: Workbench, openid: string): Call => {
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const [functionName = '', action = ''] = name.split('.');
    const { result, error } = await workbench.call({
      openid,
      function: functionName,
      data: { action, input },
    });
    if (error !== undefined) throw new Error(`${name}: ${error.errMsg}`);
    return result;
  };
  return call as Call;
};

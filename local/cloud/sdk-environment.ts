/**
 * The variables by which both SDKs find this cloud and sign their requests, as production sets them. Without
 * `TENCENTCLOUD_RUNENV=SCF` the SDKs would first ask a metadata service that isn't there.
 */
export const sdkEnvironment = (
  url: string,
  envId: string,
  secretId: string,
): Readonly<Record<string, string>> => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: secretId,
  TENCENTCLOUD_SESSIONTOKEN: secretId,
  SCF_NAMESPACE: envId,
  TCB_ENV: envId,
});

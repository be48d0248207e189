import { parse } from 'protobufjs';
import { CloudError } from '../cloud-error';

/** The part of the platform's protobuf messages that open API calls use; field numbers as in wx-server-sdk 4. */
const { root } = parse(
  `syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }`,
);
const Request = root.lookupType('CommApiData');
const Response = root.lookupType('CommOpenApiResp');

type Pair = { key: string; value: Uint8Array; contenttype: string; filename: string };
type DecodedRequest = { apiType: number; openapiData?: { pairs: Pair[] } };

const readValue = ({ value, contenttype, filename }: Pair): unknown => {
  if (filename) return { filename, contenttype, bytes: value.length };
  try {
    return JSON.parse(Buffer.from(value).toString()) as unknown;
  } catch {
    return Buffer.from(value).toString();
  }
};

/** The arguments of an open API call by name; files as `{ filename, contenttype, bytes }`. */
export const decodeArguments = (requestData: unknown): Readonly<Record<string, unknown>> => {
  if (!(requestData instanceof Uint8Array))
    throw new CloudError('INVALID_PARAM', 'requestData must be protobuf');
  const request = Request.decode(requestData) as unknown as DecodedRequest;
  if (request.apiType !== 0 || !request.openapiData)
    throw new CloudError('INVALID_PARAM', `the embedded cloud does not know the apiType ${request.apiType}`);
  return Object.fromEntries(request.openapiData.pairs.map((pair) => [pair.key, readValue(pair)]));
};

/** WeChat's own answer: JSON, with `errcode` 0 or not. */
export const encodeAnswer = (answer: unknown): Buffer =>
  Buffer.from(
    Response.encode({
      respData: Buffer.from(JSON.stringify(answer)),
      contentType: 'application/json',
      errorCode: 0,
      httpCode: 200,
    }).finish(),
  );

/** The platform's failure before WeChat was asked: no permission, timeout, unknown API. */
export const encodePlatformError = (errorCode: number): Buffer =>
  Buffer.from(Response.encode({ errorCode, httpCode: 200 }).finish());

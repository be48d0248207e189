import { call, connectCloud } from '../../miniprogram/platform/cloud';

const failingWith = (errCode: number, errMsg: string) => {
  const whenNotSetUp = jest.fn();
  const callFunction = () => Promise.reject(Object.assign(new Error(errMsg), { errCode, errMsg }));
  Object.assign(globalThis, { wx: { cloud: { init: () => undefined, callFunction } } });
  connectCloud(whenNotSetUp);
  return whenNotSetUp;
};
const failure = (errCode: number, message: string) =>
  `cloud.callFunction:fail Error: errCode: ${errCode}  | errMsg: ${message}`;

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'wx');
});

test.each([
  [-601034, '没有权限，请先开通云开发或者云托管', true],
  [-501000, 'Environment not found', true],
  [-501000, '[100003] env not exists', true],
  [-501000, 'FunctionName parameter could not be found.', false],
  [-504002, 'functions execute fail', false],
  [-404011, 'timeout', false],
])(
  'a call that fails with %d, %s: the developers are asked for: %s',
  async (errCode, message, isNotSetUp) => {
    const whenNotSetUp = failingWith(errCode, failure(errCode, message));
    const reply = await call('library.today', {});
    expect(reply).toMatchObject({ ok: false, reasons: [{ code: 'unavailable' }] });
    expect(whenNotSetUp).toHaveBeenCalledTimes(Number(isNotSetUp));
  },
);

// Tells who calls, before and after waiting for the database, as the real SDK sees it.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
let calls = 0;

exports.main = async (event, context) => {
  calls += 1;
  const before = cloud.getWXContext();
  console.log('asked by', before.OPENID);
  await db.collection('hits').where({ _id: 'hit' }).get();
  return {
    before,
    after: cloud.getWXContext(),
    event,
    calls,
    requestId: context.request_id,
    greeting: process.env.GREETING,
    trigger: process.env.TRIGGER_SRC ?? null,
  };
};

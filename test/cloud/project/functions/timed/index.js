// Tells its time, its event and its caller; started by a timer every five minutes and once a day.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async (event) => {
  const { SOURCE, OPENID } = cloud.getWXContext();
  const report = { now: new Date().toISOString(), event, source: SOURCE, openid: OPENID ?? null };
  if (event.Type === 'Timer') await cloud.database().collection('hits').add({ data: report });
  return report;
};

// Sends a subscription message, and one it has no permission for.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async ({ touser, api = 'subscribeMessage.send' }) => {
  const [group, name] = api.split('.');
  try {
    return await cloud.openapi[group][name]({
      touser,
      templateId: 'due-soon',
      page: 'pages/loans/index',
      data: { thing1: { value: '红楼梦' } },
    });
  } catch (error) {
    return { failed: true, errCode: error.errCode, errMsg: error.errMsg };
  }
};

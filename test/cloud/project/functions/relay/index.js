// Calls another function, as functions do.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async ({ to, data }) => {
  try {
    return await cloud.callFunction({ name: to, data });
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg };
  }
};

// Stores, links, downloads, copies and deletes files through the real SDK.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async ({ verb, cloudPath, text, fileList, fileID }) => {
  try {
    if (verb === 'upload') return await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(text) });
    if (verb === 'link') return await cloud.getTempFileURL({ fileList });
    if (verb === 'delete') return await cloud.deleteFile({ fileList });
    const { fileContent } = await cloud.downloadFile({ fileID });
    return { text: fileContent.toString() };
  } catch (error) {
    return { failed: true, errCode: error.errCode, errMsg: error.errMsg };
  }
};

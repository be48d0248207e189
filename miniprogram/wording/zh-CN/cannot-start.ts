export const cannotStartGlyph = '待';

type CannotStart = { readonly title: string; readonly advice: string; readonly steps: readonly string[] };

/** WeChat is older than the mini program can run on. */
export const oldWechatWording: CannotStart = {
  title: '微信版本太旧',
  advice: '更新微信之后，就能打开图书馆了。',
  steps: [],
};

/** No cloud answers to this appid: said to the developer who can mend it. */
export const notSetUpWording: CannotStart = {
  title: '还没有接上云环境',
  advice: '这一页是给开发者看的：读者看到它，说明小程序还没有配置好。',
  steps: [
    '在 project.config.json 里填自己的 appid',
    '在微信开发者工具里开通云开发，得到环境 id',
    '把环境 id 填进 miniprogram/platform/environment.ts',
    '建好各个集合，上传 dist/cloudfunctions 里的云函数',
  ],
};

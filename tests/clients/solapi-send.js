'use strict';

// In: {baseUrl, apiKey, apiSecret, message}. Sends with both of Solapi's own SDKs, and reads lists back: {coolsms, listed, detail, channels, templates}.
const { default: CoolSms } = require('coolsms-node-sdk');
const { SolapiMessageService } = require('solapi');
const readInput = require('./read-input');

async function main() {
  const { baseUrl, apiKey, apiSecret, message } = await readInput();
  const origin = baseUrl.replace(/\/$/, '');

  // CoolSMS takes another address by a property; solapi has none, but calls the global fetch.
  const old = new CoolSms(apiKey, apiSecret);
  old.baseUrl = origin;
  const coolsms = await old.sendOne(message);

  const fetchThere = globalThis.fetch;
  globalThis.fetch = (url, init) => fetchThere(String(url).replace('https://api.solapi.com', origin), init);
  const service = new SolapiMessageService(apiKey, apiSecret);
  const detail = await service.send([message], { showMessageList: true });
  const listed = await service.getMessages({ messageId: coolsms.messageId });
  const channels = await service.getKakaoChannels();
  const templates = await service.getKakaoAlimtalkTemplates();
  process.stdout.write(JSON.stringify({ coolsms, listed, detail, channels, templates }));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n${JSON.stringify(error)}\n`);
  process.exitCode = 1;
});

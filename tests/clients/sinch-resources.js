'use strict';

// In: {baseUrl, sinch, channelName, senderKey, target}. Runs every operation on apps, webhooks and settings, and prints what the SDK got of each.
const readInput = require('./read-input');
const { clientOf, watchExchanges } = require('./sinch-client');

async function main() {
  const input = await readInput();
  const { app, webhooks, projectSettings } = clientOf(input).conversation;
  const exchanges = watchExchanges();
  const out = {};

  const kakao = {
    channel: 'KAKAOTALK',
    kakaotalk_credentials: { kakaotalk_plus_friend_id: input.channelName, kakaotalk_sender_key: input.senderKey },
  };
  out.created = await app.create({ appCreateRequestBody: { display_name: 'kakao', channel_credentials: [kakao] } });
  const { id: app_id } = out.created;
  out.got = await app.get({ app_id });
  out.updated = await app.update({
    app_id,
    update_mask: ['display_name', 'processing_mode'],
    appUpdateRequestBody: { display_name: 'second name', processing_mode: 'CONVERSATION' },
  });
  out.apps = await app.list({});

  const created = await webhooks.create({
    webhookCreateRequestBody: {
      app_id,
      target: input.target,
      target_type: 'HTTP',
      secret: 's3cr3t',
      triggers: ['MESSAGE_DELIVERY', 'MESSAGE_SUBMIT', 'SMART_CONVERSATIONS'],
    },
  });
  out.webhook = created;
  const { id: webhook_id } = created;
  out.webhookGot = await webhooks.get({ webhook_id });
  out.webhookUpdated = await webhooks.update({
    webhook_id,
    update_mask: ['triggers'],
    webhookUpdateRequestBody: { triggers: ['CONTACT_CREATE'], secret: 'not in the mask' },
  });
  out.webhooks = await webhooks.list({ app_id });
  out.webhookDeleted = await webhooks.delete({ webhook_id });
  out.webhookGone = await statusOf(() => webhooks.get({ webhook_id }));

  const contact_settings = { unified_contact_id_enabled: true };
  out.settings = await projectSettings.get({});
  out.settingsCreated = await projectSettings.create({ createProjectSettingsRequestBody: { contact_settings } });
  out.settingsUpdated = await projectSettings.update({
    updateProjectSettingsRequestBody: { contact_settings: { unified_contact_id_enabled: false } },
  });
  out.settingsDeleted = await projectSettings.delete({});

  out.deleted = await app.delete({ app_id });
  out.gone = await statusOf(() => app.get({ app_id }));
  out.refused = await statusOf(() => app.create({ appCreateRequestBody: { display_name: '', channel_credentials: [] } }));
  process.stdout.write(JSON.stringify({ ...out, exchanges }));
}

/** How the SDK tells of an error. */
async function statusOf(call) {
  try {
    await call();
    return { statusCode: 200 };
  } catch (error) {
    return { name: error.constructor.name, statusCode: error.statusCode, data: error.data };
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n${error.data}\n`);
  process.exitCode = 1;
});

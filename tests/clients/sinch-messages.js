'use strict';

// In: {baseUrl, sinch, to}. Sends, looks, lists, changes and deletes, and prints what the SDK got of each.
const readInput = require('./read-input');
const { clientOf } = require('./sinch-client');

async function main() {
  const input = await readInput();
  const { app, messages } = clientOf(input).conversation;
  const { appId: app_id } = input.sinch;
  const out = {};
  await app.update({ app_id, update_mask: ['processing_mode'], appUpdateRequestBody: { processing_mode: 'CONVERSATION' } });

  const sent = [];
  for (let i = 0; i < 3; i++) {
    out.sent = await messages.send({
      sendMessageRequestBody: {
        app_id,
        recipient: { identified_by: { channel_identities: [{ channel: 'KAKAOTALK', identity: input.to }] } },
        message: {
          template_message: {
            channel_template: {
              KAKAOTALK: { template_id: 'package_template', language_code: 'ko', parameters: { package_id: `P${i}`, expected_delivery: '내일 😀' } },
            },
          },
        },
        message_metadata: `주문 ${i} 😀`,
        correlation_id: 'c1',
        ttl: 60,
        queue: 'HIGH_PRIORITY',
      },
    });
    sent.push(out.sent.message_id);
  }
  const [message_id] = sent;
  out.ids = sent;
  out.got = await messages.get({ message_id });
  out.listed = [];
  for await (const one of messages.list({ app_id, page_size: 1 })) {
    out.listed.push(one.id);
  }
  out.last = (await messages.listLastMessagesByChannelIdentity({
    listLastMessagesByChannelIdentityRequestBody: { channel_identities: [input.to], app_id },
  })).data;
  out.updated = await messages.update({ message_id, updateMessageRequestBody: { metadata: 'changed' } });
  out.deleted = await messages.delete({ message_id });
  out.gone = await statusOf(() => messages.get({ message_id }));
  out.refused = await statusOf(() => messages.send({ sendMessageRequestBody: { app_id, recipient: {}, message: {} } }));
  process.stdout.write(JSON.stringify(out));
}

async function statusOf(call) {
  try {
    await call();
    return null;
  } catch (error) {
    return { name: error.name, statusCode: error.statusCode, data: error.data };
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

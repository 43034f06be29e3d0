'use strict';

// In: {baseUrl, sinch}. Runs every operation on contacts and conversations, and prints what the SDK got of each.
const readInput = require('./read-input');
const { clientOf } = require('./sinch-client');

async function main() {
  const input = await readInput();
  const { contact, conversation } = clientOf(input).conversation;
  const { appId: app_id } = input.sinch;
  const out = {};

  out.created = await contact.create({
    contactCreateRequestBody: {
      channel_identities: [{ channel: 'KAKAOTALK', identity: '+82 10-0000-0001' }],
      language: 'KO',
      display_name: '김',
      external_id: 'customer 1',
    },
  });
  const { id: contact_id } = out.created;
  const other = await contact.create({
    contactCreateRequestBody: { channel_identities: [{ channel: 'SMS', identity: '821000000001' }], language: 'UNSPECIFIED', email: 'kim@example.test' },
  });
  out.got = await contact.get({ contact_id });
  out.updated = await contact.update({
    contact_id,
    update_mask: ['metadata', 'display_name'],
    updateContactRequestBody: { metadata: 'm', display_name: 'Kim', email: 'not in the mask' },
  });
  out.found = (await contact.list({ channel: 'KAKAOTALK', identity: '+82 10 0000 0001' })).data;
  out.byExternalId = (await contact.list({ external_id: 'customer 1' })).data;
  out.conflicts = (await contact.listIdentityConflicts({})).data;
  out.profile = await statusOf(() =>
    contact.getChannelProfile({ getChannelProfileRequestBody: { app_id, recipient: { contact_id }, channel: 'MESSENGER' } }),
  );
  out.merged = await contact.mergeContact({ destination_id: contact_id, mergeContactRequestBody: { source_id: other.id, strategy: 'MERGE' } });
  out.mergedAway = await statusOf(() => contact.get({ contact_id: other.id }));

  for (let i = 2; i < 25; i++) {
    await contact.create({
      contactCreateRequestBody: { channel_identities: [{ channel: 'KAKAOTALK', identity: `8210000000${String(i).padStart(2, '0')}` }], language: 'KO' },
    });
  }
  out.all = [];
  for await (const one of contact.list({ page_size: 10 })) {
    out.all.push(one.id);
  }

  out.talk = await conversation.create({
    createConversationRequestBody: { app_id, contact_id, active: true, active_channel: 'KAKAOTALK', metadata_json: { a: 1, b: 2 } },
  });
  const { id: conversation_id } = out.talk;
  out.talkGot = await conversation.get({ conversation_id });
  out.talkUpdated = await conversation.update({
    conversation_id,
    metadata_update_strategy: 'MERGE_PATCH',
    updateConversationRequestBody: { metadata_json: { b: null, c: 3 }, correlation_id: 'c' },
  });
  out.talks = (await conversation.list({ app_id, only_active: true })).data;
  out.stopped = await conversation.stopActive({ conversation_id });
  out.talkStopped = await conversation.get({ conversation_id });
  out.activeTalks = (await conversation.list({ contact_id, only_active: true })).data;
  out.talkDeleted = await conversation.delete({ conversation_id });
  out.talkGone = await statusOf(() => conversation.get({ conversation_id }));
  out.recent = await statusOf(() => conversation.listRecent({ app_id }));

  out.deleted = await contact.delete({ contact_id });
  out.gone = await statusOf(() => contact.get({ contact_id }));
  out.refused = await statusOf(() => contact.create({ contactCreateRequestBody: { channel_identities: [], language: 'KO' } }));
  process.stdout.write(JSON.stringify(out));
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

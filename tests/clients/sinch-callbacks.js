'use strict';

// In: {secret, callbacks: [{headers, body}]}. Prints what the SDK's own validator and parser make of each: of the text, and of the parsed body.
const readInput = require('./read-input');
const { ConversationCallbackWebhooks } = require('@sinch/conversation');

async function main() {
  const { secret, callbacks } = await readInput();
  const ours = new ConversationCallbackWebhooks(secret);
  const other = new ConversationCallbackWebhooks('another secret');
  const results = callbacks.map(({ headers, body }) => ({
    text: ours.validateAuthenticationHeader(headers, body),
    parsed: ours.validateAuthenticationHeader(headers, JSON.parse(body)),
    otherSecret: other.validateAuthenticationHeader(headers, body),
    changed: ours.validateAuthenticationHeader(headers, body.replace('app_id', 'app_ID')),
    trigger: ours.parseEvent(body).trigger,
  }));
  process.stdout.write(JSON.stringify(results));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

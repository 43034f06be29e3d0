'use strict';

// In: {baseUrl, workspace, authorisation, limit}. Asks for texts that came in twice with the SDK's own typed call and prints {first, again}.
const readInput = require('./read-input');
const { signIn } = require('./infobip-sign-in');

// The SDK returns errors instead of throwing them.
const dataOf = (answer) => (answer.response ?? answer).data;

async function main() {
  const { baseUrl, workspace, authorisation, limit } = await readInput();
  const sms = (await signIn(baseUrl, workspace, authorisation)).channels.sms;
  const first = dataOf(await sms.get(limit));
  const again = dataOf(await sms.get(limit));
  process.stdout.write(JSON.stringify({ first, again }));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

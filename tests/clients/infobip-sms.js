'use strict';

// In: {baseUrl, workspace, authorisation, from, to, text, messageId}. Sends a text, polls its reports until one comes, polls once more and reads its log, all
// with the SDK's own typed calls, and prints {sent, reports, again, logs}.
const readInput = require('./read-input');
const { signIn } = require('./infobip-sign-in');

const PATIENCE_MS = 20_000;

// The SDK returns errors instead of throwing them.
const dataOf = (answer) => (answer.response ?? answer).data;

async function main() {
  const { baseUrl, workspace, authorisation, from, to, text, messageId } = await readInput();
  const sms = (await signIn(baseUrl, workspace, authorisation)).channels.sms;
  const answer = await sms.send({ messages: [{ from, destinations: [{ to, messageId }], text }] });
  const sent = { status: (answer.response ?? answer).status, data: dataOf(answer) };
  const until = Date.now() + PATIENCE_MS;
  let reports = dataOf(await sms.reports.get({ messageId }));
  while (reports.results?.length === 0 && Date.now() < until) reports = dataOf(await sms.reports.get({ messageId }));
  const again = dataOf(await sms.reports.get({ messageId }));
  const logs = dataOf(await sms.logs.get({ messageId }));
  process.stdout.write(JSON.stringify({ sent, reports, again, logs }));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

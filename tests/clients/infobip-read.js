'use strict';

// In: {baseUrl, workspace, authorisation, messageId}. Polls the reports of the message until one comes, polls once more, reads its log, and
// prints {reports, again, logs}.
const readInput = require('./read-input');
const { signIn, httpOf } = require('./infobip-sign-in');

const PATIENCE_MS = 20_000;

async function main() {
  const { baseUrl, workspace, authorisation, messageId } = await readInput();
  const http = httpOf(await signIn(baseUrl, workspace, authorisation));
  const poll = async () => (await http.get('/kakao-alim/1/reports', { messageId, limit: 10 })).data;

  const until = Date.now() + PATIENCE_MS;
  let reports = await poll();
  while (reports.results.length === 0 && Date.now() < until) reports = await poll();
  const again = await poll();
  const logs = (await http.get('/kakao-alim/1/logs', { messageId })).data;
  process.stdout.write(JSON.stringify({ reports, again, logs }));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n${JSON.stringify(error.response?.data)}\n`);
  process.exitCode = 1;
});

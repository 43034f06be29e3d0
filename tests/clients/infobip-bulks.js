'use strict';

// In: {baseUrl, workspace, bulkId, sendAt, cancelled}. Looks at a bulk, moves, pauses and resumes it, cancels another, asks for one that is not there, all with
// the SDK's own calls (which put a slash before the query of a PUT), and prints what each answered: {status, data}.
const readInput = require('./read-input');
const { signIn } = require('./infobip-sign-in');

// The SDK returns errors instead of throwing them.
const shown = (answer) => {
  const { status, data } = answer.response ?? answer;
  return { status, data };
};

async function main() {
  const { baseUrl, workspace, bulkId, sendAt, cancelled } = await readInput();
  const sms = (await signIn(baseUrl, workspace, 'ApiKey')).channels.sms;
  const answers = {};
  answers.schedule = shown(await sms.scheduled.get(bulkId));
  answers.pending = shown(await sms.status.get(bulkId));
  answers.moved = shown(await sms.scheduled.reschedule(bulkId, sendAt));
  answers.paused = shown(await sms.status.update(bulkId, 'PAUSED'));
  answers.stillPaused = shown(await sms.status.get(bulkId));
  answers.resumed = shown(await sms.status.update(bulkId, 'PROCESSING'));
  answers.cancelled = shown(await sms.status.update(cancelled, 'CANCELED'));
  answers.tooLate = shown(await sms.status.update(cancelled, 'PAUSED'));
  answers.unknown = shown(await sms.scheduled.get('no-such-bulk'));
  process.stdout.write(JSON.stringify(answers));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

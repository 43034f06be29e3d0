'use strict';

// In: {baseUrl, apiKey, request}. Sends with Bizgo's own SDK and prints its answer.
const { Bizgo, BizgoOptionsBuilder } = require('@bizgo/bizgo-sdk-comm-js');
const readInput = require('./read-input');

async function main() {
  const { baseUrl, apiKey, request } = await readInput();
  const bizgo = new Bizgo(new BizgoOptionsBuilder().setBaseURL(`${baseUrl.replace(/\/$/, '')}/api/comm`).setApiKey(apiKey).build());
  process.stdout.write(JSON.stringify(await bizgo.send.OMNI(request)));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

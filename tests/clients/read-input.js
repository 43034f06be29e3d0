'use strict';

/** The test's input: one JSON document on the standard input. */
module.exports = async function readInput() {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return JSON.parse(text);
};

// An SMSC made of npm's smpp, which shares no code with Naru. Writes what reaches it to the standard output, a JSON document a line, the port first; ends with
// its standard input. What a text says decides what becomes of it: see react().
// node smpp-smsc.js [fast]
'use strict';

const smpp = require('smpp');

const fast = process.argv[2] === 'fast';
const write = entry => process.stdout.write(JSON.stringify(entry) + '\n');
const sessions = new Set();
const throttled = new Set();
let lastId = 0;

const textOf = pdu => {
  const content = pdu.short_message.message !== undefined && pdu.short_message.message.length > 0 ? pdu.short_message : pdu.message_payload;
  return String(content.message);
};

const receipt = (session, pdu, id, state, note = 'receipt') => {
  session.deliver_sm({
    source_addr: pdu.destination_addr,
    destination_addr: pdu.source_addr,
    esm_class: 4,
    short_message: `id:${id} sub:001 dlvrd:001 submit date:2611220000 done date:2611220000 stat:${state} err:000 text:`,
  }, answer => write({ event: `${note} acknowledged`, id, status: answer.command_status }));
};

const react = (session, pdu) => {
  const text = textOf(pdu);
  if (text.includes('#throttle') && !throttled.has(text)) {
    throttled.add(text);
    session.send(pdu.response({ command_status: smpp.ESME_RTHROTTLED }));
    return;
  }

  if (text.includes('#cut-before')) {
    session.destroy();
    return;
  }

  const id = (++lastId).toString(16).padStart(8, '0');
  write({
    event: 'taken', id, text, to: pdu.destination_addr, from: pdu.source_addr, coding: pdu.data_coding,
    part: pdu.short_message.udh ? Array.from(pdu.short_message.udh[0]) : undefined,
    validity: typeof pdu.validity_period === 'string' ? pdu.validity_period : undefined,
  });
  if (text.includes('#cut-after')) {
    session.destroy();
    return;
  }

  if (text.includes('#early')) {
    receipt(session, pdu, id, 'DELIVRD', 'early receipt');
  }

  session.send(pdu.response({ message_id: id }));
  for (const state of text.includes('#undeliv') ? ['UNDELIV'] : text.includes('#twice') ? ['DELIVRD', 'DELIVRD'] : text.includes('#early') ? [] : ['DELIVRD']) {
    receipt(session, pdu, id, state);
  }
};

const server = smpp.createServer({}, session => {
  sessions.add(session);
  session.on('close', () => sessions.delete(session));
  session.on('error', () => sessions.delete(session));
  session.on('bind_transceiver', pdu => {
    const isKnown = pdu.system_id === 'naru' && pdu.password === 'secret';
    session.send(pdu.response(isKnown ? { system_id: 'npm-smpp' } : { command_status: smpp.ESME_RBINDFAIL }));
    write({ event: isKnown ? 'bound' : 'refused' });
  });
  session.on('submit_sm', pdu => (fast ? session.send(pdu.response({ message_id: String(++lastId) })) : react(session, pdu)));
  session.on('enquire_link', pdu => session.send(pdu.response()));
  session.on('unbind', pdu => {
    session.send(pdu.response());
    session.close();
  });
});

server.listen(0, '127.0.0.1', () => write({ event: 'listens', port: server.address().port }));

require('readline').createInterface({ input: process.stdin })
  .on('line', line => {
    const { from, to, text } = JSON.parse(line);
    for (const session of sessions) {
      session.deliver_sm({ source_addr: from, destination_addr: to, short_message: text }, answer => write({ event: 'text acknowledged', status: answer.command_status }));
    }
  })
  .on('close', () => process.exit(0));

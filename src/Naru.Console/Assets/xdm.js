// A frame's end of the wire that the JavaScript SDK 1.x speaks (easyXDM over postMessage): texts of the form "channel {JSON-RPC 2.0}". The page names channel and
// origin in the frame's address; only that page, at that origin, is heard and told.
const query = new URLSearchParams(location.search);
const channel = query.get('xdm_c') ?? '';
const page = originOf(query.get('xdm_e'));

function originOf(text) {
  try {
    return new URL(text).origin;
  } catch {
    return null;
  }
}

const send = (message) => parent.postMessage(`${channel} ${JSON.stringify({ ...message, jsonrpc: '2.0' })}`, page);

/** What a method throws so that its caller gets more than a text. */
export class Refused extends Error {
  constructor(answer) {
    super('refused');
    this.answer = answer;
  }
}

/** Calls a method of the page's. */
export const tell = (method, ...params) => send({ method, params });

/** Offers these methods to the page; they may be asynchronous. A frame that no page holds does nothing. */
export function serve(methods) {
  if (!page || !channel || parent === window) {
    return;
  }

  addEventListener('message', async (event) => {
    if (event.source !== parent || event.origin !== page || typeof event.data !== 'string' || !event.data.startsWith(`${channel} `)) {
      return;
    }

    const { id, method, params = [] } = JSON.parse(event.data.slice(channel.length + 1));
    const answer = (what) => id && send({ id, ...what });
    if (!Object.hasOwn(methods, method)) {
      answer({ error: { code: -32601, message: 'Procedure not found.' } });
      return;
    }

    try {
      answer({ result: await methods[method](...params) });
    } catch (failure) {
      answer({ error: { code: -32099, message: failure instanceof Refused ? failure.answer : String(failure) } });
    }
  });
  parent.postMessage(`${channel}-ready`, page);
}

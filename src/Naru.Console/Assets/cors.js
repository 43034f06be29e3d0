// Kakao.API.request of the JavaScript SDK 1.x: the page hands over a call of kapi, this frame makes it and gives the answer back.
import { Refused, serve } from './xdm.js';

const bytesOf = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function bodyOf(data, file) {
  if (!file) {
    return new URLSearchParams(data);
  }

  const form = new FormData();
  for (const { name, type, str } of file.data) {
    form.append(file.paramName, new Blob([bytesOf(str)], { type }), name);
  }

  return form;
}

async function request({ url, method, headers, data = {}, file }) {
  const target = new URL(url, location.origin);
  if (target.origin !== location.origin) {
    throw new Refused({ responseText: JSON.stringify({ code: -2, msg: 'url must be a path.' }) });
  }

  const inBody = method === 'post' || method === 'put';
  if (!inBody) {
    for (const [name, value] of Object.entries(data)) {
      target.searchParams.set(name, value);
    }
  }

  const answer = await fetch(target, { method, headers, body: inBody ? bodyOf(data, file) : undefined, credentials: 'omit' });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Refused({ status: answer.status, responseText: text });
  }

  return text ? JSON.parse(text) : {};
}

serve({ request });

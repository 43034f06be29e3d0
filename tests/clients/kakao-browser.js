'use strict';

// What a person's browser does on the login pages: chooses an account, ticks what the app asks for, and ends at the app's redirect address.
const formOf = (html, action) => {
  const form = html.match(new RegExp(`<form[^>]*action="(${action}[^"]*)"[\\s\\S]*?</form>`));
  return form && { action: form[1].replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16))).replaceAll('&amp;', '&'), html: form[0] };
};

async function logIn(authorizeUrl, { person, agree = true }) {
  const cookies = new Map();
  const origin = new URL(authorizeUrl).origin;
  let [url, init] = [authorizeUrl, {}];
  const pages = [];
  for (let steps = 0; steps < 10; steps++) {
    if (!url.startsWith(origin + '/oauth')) return { url, pages };
    const headers = { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) cookies.set(cookie.split('=')[0], cookie.split(';')[0].slice(cookie.indexOf('=') + 1));
    if (answer.status >= 300 && answer.status < 400) {
      [url, init] = [new URL(answer.headers.get('location'), url).href, {}];
      continue;
    }

    const html = await answer.text();
    pages.push({ status: answer.status, html });
    const fields = new URLSearchParams();
    const account = formOf(html, '/oauth/authorize/account');
    const consent = formOf(html, '/oauth/authorize/consent');
    if (account) {
      fields.set('person', person);
    } else if (consent) {
      for (const [, item] of consent.html.matchAll(/name="agree" value="([^"]+)"/g)) fields.append('agree', item);
      fields.set('decision', agree ? 'agree' : 'cancel');
    } else {
      return { url, pages };
    }

    url = new URL((account ?? consent).action, url).href;
    init = { method: 'POST', body: fields.toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
  }

  throw new Error(`The login does not end: ${url}`);
}

module.exports = { logIn };

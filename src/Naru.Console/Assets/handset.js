// Keeps a handset page up to date. The server says only "something changed"; the page then fetches itself and takes over the
// difference, so a lost connection costs nothing but a fetch.
import { refresh } from './morph.js';
import { listen } from './wire.js';

const pace = 150; // At most so often (ms), however many messages arrive.

const live = document.getElementById('live');
const lost = document.getElementById('live-lost');
const announce = document.getElementById('announce');

let fetching = false;
let stale = false;

// A press or a closed sheet changes the address. What an update fetched from the address before must not undo it.
let visits = 0;
let visiting = false;

const lose = listen(document.body.dataset.live, {
  changed: (text) => {
    say(text);
    update();
  },
  show,
});
markUnread();

document.addEventListener('submit', onSubmit);
document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey);

function show(state) {
  if (live.dataset.state === state) {
    return;
  }
  live.dataset.state = state;
  live.textContent = live.dataset[state] ?? '';
  lost.hidden = state !== 'lost';
  lost.textContent = state === 'lost' ? live.dataset.lost : '';
}

// An open room is a log, which speaks for itself.
function say(text) {
  if (text && !document.querySelector('[role=log]')) {
    announce.textContent = text;
  }
}

async function update() {
  if (fetching || visiting) {
    stale = true;
    return;
  }
  fetching = true;
  try {
    do {
      stale = false;
      const visit = visits;
      const address = await refresh(location.href, {}, () => visit === visits);
      if (address) {
        take(address);
      }
      await new Promise((done) => setTimeout(done, pace));
    } while (stale && !visiting);
  } catch {
    lose();
  } finally {
    fetching = false;
  }
}

async function visit(url, options) {
  visits += 1;
  visiting = true;
  try {
    take(await refresh(url, options));
  } finally {
    visiting = false;
  }
  if (stale) {
    update();
  }
}

function take(address) {
  const here = location.pathname + location.search;
  const there = new URL(address);
  if (there.pathname + there.search !== here) {
    history.replaceState(null, '', address);
  }
  markUnread();
}

async function onSubmit(event) {
  const form = event.target;
  if (!form.hasAttribute('data-live-form')) {
    return;
  }
  event.preventDefault();
  try {
    await visit(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    form.reset();
    document.getElementById('sheet')?.focus();
  } catch {
    form.submit();
  }
}

async function onClick(event) {
  const link = event.target.closest?.('a[data-live-link]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  await closeSheet(link);
}

function onKey(event) {
  const close = event.key === 'Escape' && document.querySelector('#sheet [data-live-link]');
  if (close) {
    closeSheet(close);
  }
}

async function closeSheet(link) {
  const back = document.getElementById('sheet')?.dataset.return;
  try {
    await visit(link.href);
    document.getElementById(back)?.focus();
  } catch {
    location.assign(link.href);
  }
}

// Which messages were seen is this browser's own knowledge: the last one that an open room showed.
function markUnread() {
  const room = document.querySelector('[data-read]');
  if (room && Number(room.dataset.last) !== seen(room.dataset.read) && !new URLSearchParams(location.search).has('before')) {
    localStorage.setItem(`naru:${room.dataset.read}`, room.dataset.last);
  }
  for (const badge of document.querySelectorAll('[data-unread]')) {
    const ids = badge.parentElement.querySelector('.recent-ids').value.split(' ').map(Number);
    // A phone that was emptied counts from the beginning again.
    const last = seen(badge.dataset.unread) > Math.max(...ids) ? 0 : seen(badge.dataset.unread);
    const count = ids.filter((id) => id > last).length;
    badge.hidden = count === 0;
    badge.textContent = count >= 100 ? '99+' : String(count);
    badge.setAttribute('aria-label', `${badge.textContent} ${badge.dataset.label}`);
  }
}

function seen(room) {
  return Number(localStorage.getItem(`naru:${room}`) ?? 0);
}

// Keeps an operator page up to date: it fetches itself when something changed and takes over the difference.
import { refresh } from './morph.js';
import { listen } from './wire.js';

const pace = 500; // At most so often (ms).
const live = document.getElementById('live');

let fetching = false;
let stale = false;
let leaving = false;

const lose = listen(document.body.dataset.live, { changed: update, show });

// A form is on its way to the server: what is fetched meanwhile must not put the page back.
document.addEventListener('submit', () => (leaving = true));
window.addEventListener('pageshow', () => (leaving = false));

function show(state) {
  if (live.dataset.state !== state) {
    live.dataset.state = state;
    live.textContent = live.dataset[state] ?? '';
  }
}

async function update() {
  if (fetching) {
    stale = true;
    return;
  }
  fetching = true;
  try {
    do {
      stale = false;
      await refresh(location.href, {}, () => !leaving);
      await new Promise((done) => setTimeout(done, pace));
    } while (stale && !leaving);
  } catch {
    lose();
  } finally {
    fetching = false;
  }
}

// Conveniences only: every page works without this.
import { listen } from './wire.js';

// The number of alarms that nobody has acknowledged, on every page.
const waiting = document.querySelector('[data-waiting]');
if (waiting) {
  listen(waiting.dataset.waiting, {
    changed(count) {
      // The page may have taken over a newer frame meanwhile.
      const badge = document.querySelector('[data-waiting]');
      badge.hidden = !Number(count);
      badge.querySelector('.count').textContent = count;
    },
    show() {},
  });
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) {
    return;
  }
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = button.dataset.copied;
  } catch {
    // Without a secure context there is no clipboard: the secret is marked, so that one key copies it.
    getSelection().selectAllChildren(source);
  }
});

// One question open at a time, and Escape takes it back.
document.addEventListener('toggle', (event) => {
  if (event.target.matches?.('details.confirm[open]')) {
    for (const other of document.querySelectorAll('details.confirm[open]')) {
      other.open = other === event.target;
    }
  }
}, true);

document.addEventListener('keydown', (event) => {
  const open = event.key === 'Escape' && document.querySelector('details.confirm[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});

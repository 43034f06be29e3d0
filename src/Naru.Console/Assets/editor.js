// The template editor: what is written is checked by the server, which answers with the form as it is to look now: preview, findings, counts, and the
// fields that a choice brings. Only what differs is put in place, so the caret stays where it is. Without this script the check button does the same.
import { morph } from './morph.js';

const pause = 300; // So long nobody types (ms) before it is checked.
const form = document.querySelector('form[data-editor]');
const lost = document.getElementById('editor-lost');

let version = 0;
let timer = 0;
let changed = false;

form.addEventListener('input', (event) => {
  touch();
  clearTimeout(timer);
  timer = setTimeout(check, event.target.hasAttribute('data-reshapes') ? 0 : pause);
});

form.addEventListener('submit', (event) => {
  if (event.submitter?.hasAttribute('data-step')) {
    event.preventDefault();
    step(event.submitter);
  } else {
    changed = false;
  }
});

window.addEventListener('beforeunload', (event) => {
  if (changed) {
    event.preventDefault();
  }
});

function touch() {
  version += 1;
  changed = true;
}

async function check() {
  const asked = version;
  const next = await ask(null);
  // Somebody typed meanwhile: that will be checked by itself.
  if (next && asked === version) {
    take(next);
  }
}

// A row is added, moved or removed. What is typed while the server answers would be lost: nothing can be.
async function step(button) {
  const moves = button.value !== 'check';
  clearTimeout(timer);
  if (moves) {
    touch();
  }
  const data = new FormData(form, button);
  form.inert = true;
  try {
    const next = await ask(data);
    if (next) {
      take(next);
    }
  } finally {
    form.inert = false;
  }
  if (moves) {
    (form.querySelector('[autofocus]') ?? document.getElementById('content')).focus();
  } else {
    button.focus();
  }
}

async function ask(data) {
  const body = new URLSearchParams(data ?? new FormData(form));
  if (!data) {
    body.set('do', 'check');
  }
  body.set('part', 'editor');
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) {
      throw new Error(`HTTP ${answer.status}`);
    }
    say('');
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-editor]');
  } catch {
    say(form.dataset.lost);
    return null;
  }
}

function say(text) {
  lost.hidden = text === '';
  lost.textContent = text;
}

function take(next) {
  morph(form, next);
  // What was typed hides what the server says a field holds.
  for (const field of form.elements) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = field.defaultChecked;
    } else if (field.tagName === 'SELECT') {
      for (const option of field.options) {
        option.selected = option.defaultSelected;
      }
    } else if (field.value !== field.defaultValue && 'defaultValue' in field) {
      field.value = field.defaultValue;
    }
  }
}

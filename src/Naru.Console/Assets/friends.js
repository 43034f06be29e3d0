// The pickers: a search that narrows the lists, a count that says how many may still be picked, who was picked, and tabs where there are friends and rooms.
const form = document.querySelector('form[data-most]');
const boxes = [...form.querySelectorAll('input[name="friend"], input[name="room"]')].filter((box) => !box.dataset.blocked);
const most = Number(form.dataset.most);
const count = document.querySelector('#count');
const done = form.querySelector('.kakao-primary');
const chosen = document.querySelector('#picked');
const nameOf = (box) => box.closest('li').dataset.name;
const sameAs = (box) => boxes.filter((other) => other.name === box.name && other.value === box.value);

const showChosen = (picked) => {
  chosen.hidden = picked.length === 0;
  chosen.replaceChildren(...picked.map((box) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = nameOf(box);
    button.setAttribute('aria-label', chosen.dataset.unpick.replace('{0}', nameOf(box)));
    button.addEventListener('click', () => {
      for (const same of sameAs(box)) same.checked = false;
      show();
      (chosen.querySelector('button') ?? box).focus();
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
};

const show = () => {
  const picked = boxes.filter((box) => box.checked && sameAs(box)[0] === box);
  count.textContent = count.dataset.text.replace('{0}', picked.length).replace('{1}', most);
  done.disabled = picked.length < Number(form.dataset.least);
  for (const box of boxes) box.disabled = box.type === 'checkbox' && !box.checked && picked.length >= most;
  if (chosen) showChosen(picked);
};

const search = document.querySelector('#search');
if (search) {
  search.closest('p').hidden = false;
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    const matches = (name) => name.toLocaleLowerCase().includes(wanted);
    for (const row of form.querySelectorAll('li[data-name]')) row.hidden = !matches(row.dataset.name) && !matches(row.closest('li[data-room]')?.dataset.room ?? '\n');
    for (const room of form.querySelectorAll('li[data-room]')) {
      room.hidden = !room.querySelector('li[data-name]:not([hidden])');
      room.querySelector('details').open = wanted !== '' && !room.hidden;
    }
  });

  // Enter in the search would send the form.
  search.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
}

const tabs = [...form.querySelectorAll('[role="tab"]')];
if (tabs.length > 0) {
  const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));
  const open = (tab) => {
    for (const one of tabs) {
      one.setAttribute('aria-selected', String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      panelOf(one).hidden = one !== tab;
    }
  };
  tabs[0].parentElement.hidden = false;
  for (const [at, tab] of tabs.entries()) {
    panelOf(tab).setAttribute('role', 'tabpanel');
    panelOf(tab).setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => open(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (!step) return;
      const next = tabs[(at + step + tabs.length) % tabs.length];
      open(next);
      next.focus();
    });
  }
  open(tabs[0]);
}

form.addEventListener('change', (event) => {
  for (const same of sameAs(event.target)) same.checked = event.target.checked;
  show();
});
show();

// The friend picker and the share picker: a search that narrows the list, and a count that says how many may still be picked.
const form = document.querySelector('form[data-most]');
const boxes = [...form.querySelectorAll('li[data-name] input')];
const most = Number(form.dataset.most);
const count = document.querySelector('#count');
const done = form.querySelector('.kakao-primary');

const show = () => {
  const picked = boxes.filter((box) => box.checked).length;
  count.textContent = count.dataset.text.replace('{0}', picked).replace('{1}', most);
  done.disabled = picked < Number(form.dataset.least);
  for (const box of boxes) box.disabled = box.type === 'checkbox' && !box.checked && picked >= most;
};

const search = document.querySelector('#search');
if (search) {
  search.closest('p').hidden = false;
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    for (const row of form.querySelectorAll('li[data-name]')) row.hidden = !row.dataset.name.toLocaleLowerCase().includes(wanted);
  });

  // Enter in the search would send the form.
  search.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
}

form.addEventListener('change', show);
show();

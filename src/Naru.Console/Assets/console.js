// Conveniences only: every page works without this.
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

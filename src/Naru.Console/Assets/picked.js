// Tells the page that opened the friend picker what was picked, or why nothing was: only a page of the origin that the app registered hears it.
const told = document.querySelector('#told');
if (window.opener && told.dataset.origin) {
  window.opener.postMessage(told.dataset.told, told.dataset.origin);
  window.close();
}

// Tells the frame of the JavaScript SDK 1.x in the page that opened this window how the login ended. Which of the page's frames it is cannot be seen from here:
// each is offered it, only Naru's own can take it, and the one that is named does.
const { frame, told } = document.querySelector('#ended').dataset;
if (window.opener) {
  for (let nth = 0; nth < window.opener.length; nth++) {
    window.opener[nth].postMessage({ frame, told }, location.origin);
  }

  window.close();
}

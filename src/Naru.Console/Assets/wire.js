// The live wire of a page. The server says only "something changed"; what is done about it is the page's affair. A connection that
// died without a word is noticed, and made again.
const quiet = 40_000; // The server gives a sign of life every 15 s.

/**
 * Listens as long as the page is looked at.
 * `changed(text)` is called for every change and, with nothing where the server has nothing to say, after every connecting; `show(state)` with connecting, on or lost.
 * Returns a function that gives the connection up as lost.
 */
export function listen(url, { changed, show }) {
  let source = null;
  let watchdog = 0;
  let retry = 0;
  let retryAfter = 1_000;

  show('connecting');
  connect();
  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', connect);
  return lose;

  function connect() {
    if (source) {
      return;
    }
    clearTimeout(retry);
    source = new EventSource(url);
    source.addEventListener('connected', (event) => {
      retryAfter = 1_000;
      alive();
      changed(event.data || undefined);
    });
    source.addEventListener('idle', alive);
    source.addEventListener('changed', (event) => {
      alive();
      changed(event.data);
    });
    source.onerror = lose;
  }

  function disconnect() {
    clearTimeout(watchdog);
    clearTimeout(retry);
    source?.close();
    source = null;
  }

  function alive() {
    clearTimeout(watchdog);
    watchdog = setTimeout(lose, quiet);
    show('on');
  }

  // The browser's own reconnecting gives up at the first answer that is no stream, such as a proxy's 502; ours does not.
  function lose() {
    disconnect();
    show('lost');
    retry = setTimeout(connect, retryAfter);
    retryAfter = Math.min(retryAfter * 2, 15_000);
  }
}

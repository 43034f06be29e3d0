// Tells the page that opened the share picker that the message went; the older JavaScript SDK waits for this word.
window.opener?.postMessage('sent', '*');

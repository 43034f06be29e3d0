// Turns one piece of a document into another by changing only what differs, so that focus, scroll position and what a
// screen reader has already said stay as they are. Children of a list carry data-key; an element with data-morph="keep" belongs
// to the script and is left alone.

/**
 * Fetches a page of this site and puts what differs in place, unless `wanted` says by then that it is not wanted any more.
 * Returns the address that answered, or null.
 */
export async function refresh(url, options, wanted = () => true) {
  const answer = await fetch(url, { ...options, headers: { Accept: 'text/html', ...options?.headers } });
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  const text = await answer.text();
  if (!wanted()) {
    return null;
  }
  const next = new DOMParser().parseFromString(text, 'text/html');
  document.title = next.title;
  morph(document.body, next.body);
  return answer.url;
}

export function morph(from, to) {
  syncAttributes(from, to);
  syncChildren(from, to);
}

function syncAttributes(from, to) {
  for (const { name, value } of [...to.attributes]) {
    if (from.getAttribute(name) !== value) {
      from.setAttribute(name, value);
    }
  }
  for (const { name } of [...from.attributes]) {
    // An opened or closed <details> is the reader's choice.
    if (!to.hasAttribute(name) && name !== 'open') {
      from.removeAttribute(name);
    }
  }
}

function syncChildren(from, to) {
  const keyed = new Map();
  for (const child of from.children) {
    if (child.dataset.key) {
      keyed.set(child.dataset.key, child);
    }
  }

  let place = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const key = wanted.dataset?.key;
    const match = key ? keyed.get(key) : sameKind(place, wanted) ? place : null;
    if (!match) {
      from.insertBefore(wanted, place);
      continue;
    }
    if (match === place) {
      place = place.nextSibling;
    } else {
      from.insertBefore(match, place);
    }
    update(match, wanted);
  }

  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function sameKind(node, wanted) {
  return node && node.nodeName === wanted.nodeName && !node.dataset?.key && node.id === wanted.id;
}

function update(node, wanted) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.nodeValue !== wanted.nodeValue) {
      node.nodeValue = wanted.nodeValue;
    }
  } else if (node.dataset.morph !== 'keep' && !node.isEqualNode(wanted)) {
    morph(node, wanted);
  }
}

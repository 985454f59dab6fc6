// Reads the page again after each event, and replaces what has changed. The browser connects again if the server was restarted.
'use strict';

const changes = new EventSource('/progress/changes');
let reading = Promise.resolve();

async function show() {
  const response = await fetch('/progress');
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const id of ['summary', 'details']) {
    const [shown, next] = [document.getElementById(id), page.getElementById(id)];
    if (shown.innerHTML !== next.innerHTML) { shown.innerHTML = next.innerHTML; }
  }

  if (page.getElementById('details').dataset.ended === 'true') { changes.close(); }
}

// A request that fails is repeated by the next event: there is one after each new connection.
changes.onmessage = () => { reading = reading.then(show).catch(() => {}); };

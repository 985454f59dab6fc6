// How to connect: the address, the logins, and a program in some languages.
import { byId, copyButton, element, get } from './page.js';

let wasOpened = null;

// Opens the box while no client is connected; afterwards it stays as the reader left it.
export function showConnection(isNeeded) {
  if (wasOpened === isNeeded) { return; }
  wasOpened = isNeeded;
  byId('connection').open = isNeeded;
}

function choose(programs, chosen) {
  byId('languages').replaceChildren(...programs.map(program => {
    const tab = element('button', { type: 'button', onclick: () => choose(programs, program) }, program.language);
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(program === chosen));
    return tab;
  }));
  byId('program').replaceChildren(copyButton(chosen.text), element('pre', {}, chosen.text));
}

export async function loadConnection() {
  const connection = await get('/api/connection');
  byId('address').textContent = `${connection.host}, port ${connection.port}, TLS`;
  byId('logins').replaceChildren(...connection.logins.flatMap((login, at) => [at ? ', ' : '', element('span', {}, `${login.user} (${login.account})`)]));
  choose(connection.programs, connection.programs[0]);
}

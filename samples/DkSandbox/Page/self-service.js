// The registry's web page for registrants: it starts transfers, and redirects to the registrar.
import { byId, element, get, tag } from './page.js';

const fast = () => document.querySelector('[name=method][value=fast]');
const manual = () => document.querySelector('[name=method][value=manual]');
const chosen = name => [...document.querySelectorAll(`[name=${name}]:checked`)].map(input => input.value);

function choice(type, name, value, isPossible, ...texts) {
  return element('li', {}, element('label', { className: 'choice' },
    element('input', { type, name, value, disabled: !isPossible, onchange: update }), element('span', {}, texts)));
}

// The registry refuses the same domains; the page shows why before.
const canBeTransferred = domain => !domain.statuses.includes('serverTransferProhibited');

async function showPerson() {
  const registry = await get('/api/registry');
  const owners = new Set(registry.domains.map(domain => domain.registrant));
  const person = byId('person').value || new URLSearchParams(location.search).get('person');
  byId('person').replaceChildren(...registry.contacts.filter(contact => owners.has(contact.handle))
    .map(contact => element('option', { value: contact.handle, selected: contact.handle === person }, `${contact.name}, ${contact.handle}`)));
  byId('no-person').hidden = owners.size > 0;
  const own = registry.domains.filter(domain => domain.registrant === byId('person').value);
  byId('domains').replaceChildren(...own.map(domain => choice('checkbox', 'domain', domain.name, canBeTransferred(domain), domain.name,
    element('small', {}, canBeTransferred(domain) ? `managed by ${domain.sponsor}` : domain.statuses.join(', ')))));
  byId('registrars').replaceChildren(...registry.accounts.map(account => {
    const item = choice('radio', 'registrar', account.handle, true, account.name, ' ', account.fastTrackUrl ? tag('fast track', 'good') : null, element('small', {}, account.handle));
    item.querySelector('input').dataset.fast = account.fastTrackUrl ? 'yes' : '';
    return item;
  }));
  byId('result').hidden = true;
  update();
}

function update() {
  const registrar = document.querySelector('[name=registrar]:checked');
  const supportsFast = Boolean(registrar?.dataset.fast);
  fast().disabled = !supportsFast;
  if (!supportsFast) { fast().checked = false; }
  byId('consent-box').hidden = !fast().checked;
  const isReady = chosen('domain').length > 0 && registrar && (manual().checked || (fast().checked && byId('consent').checked));
  byId('start').disabled = !isReady;
}

function show(...contents) {
  byId('result').replaceChildren(...contents.filter(content => content));
  byId('result').hidden = false;
  byId('result').scrollIntoView({ block: 'nearest' });
}

async function call(path, body) {
  const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const result = await response.json();
  return response.ok ? result : { message: result.error };
}

async function transferFast(domains, registrar) {
  show(element('p', {}, 'The registry contacts the registrar…'));
  const transfer = await call(`/api/self-service/${encodeURIComponent(byId('person').value)}/transfers`, { registrar, domains });
  show(
    element('h2', {}, transfer.sessionUrl ? 'Continue at the registrar' : 'The transfer has not started'),
    element('p', {}, transfer.message),
    transfer.sessionUrl ? element('p', {}, element('a', { href: transfer.sessionUrl }, 'Continue')) : null,
    transfer.violation ? element('p', { className: 'developer' }, `For the developers of the registrar: ${transfer.violation}`) : null);
  if (transfer.sessionUrl) { location.assign(transfer.sessionUrl); }
}

async function transferManually(domains) {
  const items = [];
  for (const domain of domains) {
    const made = await call(`/api/domains/${encodeURIComponent(domain)}/token`, {});
    items.push(element('p', {}, `${domain}: `, made.token ? element('code', {}, made.token) : made.message));
  }

  show(element('h2', {}, 'Give these tokens to the registrar'), ...items);
}

byId('person').onchange = showPerson;
byId('consent').onchange = update;
for (const method of [fast(), manual()]) { method.onchange = update; }
byId('start').onclick = async () => {
  byId('start').disabled = true;
  const [registrar] = chosen('registrar');
  await (fast().checked ? transferFast(chosen('domain'), registrar) : transferManually(chosen('domain')));
  update();
};
showPerson();

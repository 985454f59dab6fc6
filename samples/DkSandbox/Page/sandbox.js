// Displays the data of /api/registry, listens to /api/frames, and posts the actions of the buttons. Text is inserted as text, never as HTML.
'use strict';

const byId = id => document.getElementById(id);
const day = text => text ? text.slice(0, 10) : '';
const moment = text => text.slice(0, 19).replace('T', ' ');

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

const small = text => element('small', {}, text);
const tag = (text, kind) => element('span', { className: `tag ${kind ?? ''}` }, text);
const cells = (...contents) => element('tr', {}, ...contents.map(content => element('td', {}, ...[content].flat())));
const button = (text, kind, action) => element('button', { type: 'button', className: kind ?? '', onclick: action }, text);

async function post(path, body) {
  const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });
  const result = response.status === 204 ? null : await response.json();
  notify(result && result.error);
  await refresh();
  return result;
}

function notify(text) {
  byId('notice').hidden = !text;
  byId('notice').textContent = text ?? '';
}

const kindOfStatus = status => ({ ok: 'good', active: 'good', linked: 'good', serverHold: 'bad', pendingDelete: 'bad' })[status] ?? (status.startsWith('pending') || status === 'redemptionPeriod' ? 'wait' : '');
const kindOfCheck = { NotRequired: '', Pending: 'wait', Completed: 'good', Rejected: 'bad', Expired: 'bad' };
const wordOfCheck = { NotRequired: 'not required', Pending: 'pending', Completed: 'completed', Rejected: 'rejected', Expired: 'expired' };
const model = name => tag(name, name);
const whole = (...contents) => element('div', { className: 'whole' }, ...contents);

async function token(domain) {
  const made = await post(`/api/domains/${encodeURIComponent(domain)}/token`);
  if (made && made.token) {
    notify(`${made.token} is the token of the registrant of ${domain}. A registrar can transfer the domain with it.`);
  }
}

function domainRow(domain) {
  return cells(
    [element('strong', {}, domain.name), small(domain.nameServers.join(', '))],
    whole(model(domain.model), small(domain.sponsor)),
    domain.registrant,
    domain.statuses.map(status => tag(status, kindOfStatus(status))),
    whole(day(domain.expires)),
    [
      domain.statuses.includes('pendingDelete') ? button('Keep', 'yes', () => post(`/api/domains/${encodeURIComponent(domain.name)}`, { action: 'keep' })) : null,
      button('Token', '', () => token(domain.name)),
    ].filter(action => action !== null));
}

function contactRow(contact) {
  const path = `/api/contacts/${encodeURIComponent(contact.handle)}`;
  const isOpen = contact.idCheck === 'Pending' || contact.emailCheck === 'Pending';
  const hasFailed = [contact.idCheck, contact.emailCheck].some(check => check === 'Rejected' || check === 'Expired');
  const actions = [
    isOpen || hasFailed ? button('Complete identity check', 'yes', () => post(`${path}/id-check`, { outcome: 'passed' })) : null,
    contact.idCheck === 'Pending' ? button('Reject', 'no', () => post(`${path}/id-check`, { outcome: 'failed' })) : null,
    contact.hasNewEmail ? button('Confirm e-mail', 'yes', () => post(`${path}/email`)) : null,
  ].filter(action => action !== null);
  return cells(
    [element('strong', {}, contact.handle), small(contact.name)],
    whole(model(contact.model), small(contact.sponsor)),
    [tag(wordOfCheck[contact.idCheck], kindOfCheck[contact.idCheck]), isOpen && contact.deadline ? small(`until ${day(contact.deadline)}`) : null, contact.lock ? small(`locked by ${contact.lock}`) : null],
    [tag(wordOfCheck[contact.emailCheck], kindOfCheck[contact.emailCheck]), contact.hasNewEmail ? small('a new address is pending') : null],
    actions);
}

const respond = (request, accepted) => post('/api/consent-requests', { person: request.person, subject: request.subject, accepted });

const consentRequestItem = request => element('li', {}, request.text, small(`${request.person}, until ${day(request.expires)}`),
  button('Yes', 'yes', () => respond(request, true)), button('No', 'no', () => respond(request, false)));

const accountRow = account => {
  const row = cells([account.handle, small(`${account.name} · ${account.users.join(', ')}`)], account.balance.toFixed(2),
    button('+500', '', () => post(`/api/accounts/${account.handle}/deposit`, { amount: 500 })));
  row.children[1].className = 'number';
  return row;
};

function fill(id, items, draw, none) {
  byId(id).replaceChildren(...(items.length || !none ? items.map(draw) : [element('li', { className: 'none' }, none)]));
  const count = byId(`${id}-count`);
  if (count) { count.textContent = items.length; }
}

let shown = '';

async function refresh() {
  const text = await (await fetch('/api/registry')).text();
  const registry = JSON.parse(text);
  byId('clock').textContent = moment(registry.time);
  const rest = JSON.stringify({ ...registry, time: null });
  if (rest === shown) { return; } // Keeps the buttons in place if nothing has changed.
  shown = rest;
  byId('shutdown').textContent = registry.shuttingDown ? 'End shutdown' : 'Shut down';
  byId('shutdown').onclick = () => post('/api/shutdown', { on: !registry.shuttingDown });
  fill('domains', registry.domains, domainRow);
  fill('contacts', registry.contacts, contactRow);
  fill('hosts', registry.hosts, host => cells([host.name, host.addresses.length ? small(host.addresses.join(', ')) : null], host.manager, tag(host.state, kindOfStatus(host.state))));
  fill('accounts', registry.accounts, accountRow);
  fill('sessions', registry.sessions, session => element('li', {}, session.user ?? 'not logged in', small(`session ${session.id}, since ${moment(session.opened)}`)), 'No sessions.');
  fill('messages', registry.messages, message => element('li', {}, message.text, small(`${message.user} · ${message.id} · ${moment(message.queued)}`)), 'The queues are empty.');
  fill('consent-requests', registry.consentRequests, consentRequestItem);
  byId('consent-requests-box').hidden = registry.consentRequests.length === 0;
}

const frames = new Set();

function showFrame(frame) {
  if (frames.has(frame.number)) { return; } // The last frames are sent again after a reconnection.
  frames.add(frame.number);
  const isRefused = !frame.fromClient && /^2/.test(frame.title);
  const details = element('details', { className: frame.fromClient ? 'command' : `response ${isRefused ? 'refused' : ''}` },
    element('summary', {}, small(`${frame.user ?? 'session'} ${frame.session}`), frame.title), element('pre', {}, frame.xml));
  byId('frames').prepend(element('li', {}, details));
  while (byId('frames').children.length > 200) { byId('frames').lastChild.remove(); }
}

let due = null;
const soon = () => { due ??= setTimeout(() => { due = null; refresh(); }, 100); };

new EventSource('/api/frames').addEventListener('frame', event => { showFrame(JSON.parse(event.data)); soon(); });
for (const move of document.querySelectorAll('[data-clock]')) {
  move.onclick = () => post('/api/clock', JSON.parse(move.dataset.clock));
}

byId('inject').onclick = async () => {
  await post('/api/faults', { fault: byId('fault').value });
  notify(`Armed for the next command: ${byId('fault').selectedOptions[0].text}.`);
};
byId('abort').onclick = () => post('/api/connections/abort');
refresh();
setInterval(refresh, 1000);

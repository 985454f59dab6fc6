// Displays the data of /api/registry, and posts the actions of the buttons.
import { button, byId, cells, confirmed, day, element, fill, get, kindOfStatus, moment, notify, post, small, tag, whole } from './page.js';
import { showDomain } from './domain.js';
import { showConnection } from './connection.js';

const kindOfCheck = { NotRequired: '', Pending: 'wait', Completed: 'good', Rejected: 'bad', Expired: 'bad' };
const wordOfCheck = { NotRequired: 'not required', Pending: 'pending', Completed: 'completed', Rejected: 'rejected', Expired: 'expired' };
const outcomes = { Redirected: ['redirected', 'good'], Refused: ['refused', 'bad'], NoResponse: ['no response', 'bad'], InvalidResponse: ['invalid response', 'bad'] };
const model = name => tag(name, name);

async function act(path, body) {
  const result = await post(path, body);
  await refresh();
  return result;
}

async function actIfConfirmed(question, verb, path, body) {
  if (await confirmed(question, verb)) { await act(path, body); }
}

async function token(domain) {
  const made = await act(`/api/domains/${encodeURIComponent(domain)}/token`);
  if (made) {
    notify(`${made.token} is the token of the registrant of ${domain}. A registrar can transfer the domain with it.`);
  }
}

function domainRow(domain) {
  const path = `/api/domains/${encodeURIComponent(domain.name)}`;
  return cells('domains',
    [button(domain.name, 'link', () => showDomain(domain), 'Data, DS records and history'), small(domain.nameServers.join(', '))],
    whole(model(domain.model), small(domain.sponsor)),
    domain.registrant,
    [...domain.statuses.map(status => tag(status, kindOfStatus(status))), domain.dsRecords.length ? tag(`${domain.dsRecords.length} DS`) : null],
    whole(day(domain.expires), domain.expires ? small(domain.autoRenew ? 'auto-renew' : 'no renewal') : null),
    [
      domain.statuses.includes('pendingDelete') ? button('Keep', 'yes', () => act(path, { action: 'keep' }), 'Stop the deletion; the domain is extended by a year') : null,
      button('Token', '', () => token(domain.name), 'The registrant creates a token, with which a registrar can transfer the domain'),
    ]);
}

function contactRow(contact) {
  const path = `/api/contacts/${encodeURIComponent(contact.handle)}`;
  const isOpen = contact.idCheck === 'Pending' || contact.emailCheck === 'Pending';
  const hasFailed = [contact.idCheck, contact.emailCheck].some(check => check === 'Rejected' || check === 'Expired');
  return cells('contacts',
    [element('strong', {}, contact.handle), small(contact.name)],
    whole(model(contact.model), small(contact.sponsor)),
    [tag(wordOfCheck[contact.idCheck], kindOfCheck[contact.idCheck]), isOpen && contact.deadline ? small(`until ${day(contact.deadline)}`) : null, contact.lock ? small(`locked by ${contact.lock}`) : null],
    [tag(wordOfCheck[contact.emailCheck], kindOfCheck[contact.emailCheck]), contact.hasNewEmail ? small('a new address is pending') : null],
    [
      isOpen || hasFailed ? button('Complete identity check', 'yes', () => act(`${path}/id-check`, { outcome: 'passed' })) : null,
      contact.idCheck === 'Pending' ? button('Reject', 'no', () => actIfConfirmed(`Reject the identity of ${contact.handle}? The registry suspends its domains.`, 'Reject', `${path}/id-check`, { outcome: 'failed' })) : null,
      contact.hasNewEmail ? button('Confirm e-mail', 'yes', () => act(`${path}/email`)) : null,
    ]);
}

const respond = (request, accepted) => act('/api/consent-requests', { person: request.person, subject: request.subject, accepted });

const consentRequestItem = request => element('li', {}, request.text, small(`${request.person}, until ${day(request.expires)}`),
  button('Yes', 'yes', () => respond(request, true)), button('No', 'no', () => respond(request, false)));

function accountRow(account) {
  const row = cells('accounts',
    [account.handle, small(account.name), small(account.users.join(', '))],
    account.balance.toFixed(2),
    account.fastTrackUrl ? [tag('on', 'good'), account.hasFastTrackKey ? small('with an API key') : null] : tag('off'),
    [
      button('+500', '', () => act(`/api/accounts/${account.handle}/deposit`, { amount: 500 }), 'Deposit 500 kroner'),
      button('Fast track', '', () => editFastTrack(account), 'The endpoint for fast-track transfers, as in the registrar portal'),
    ]);
  row.children[1].className = 'number';
  return row;
}

function editFastTrack(account) {
  const url = element('input', { type: 'url', value: account.fastTrackUrl ?? '', placeholder: 'https://localhost:5001/fast-track' });
  const key = element('input', { type: 'password', autocomplete: 'off' });
  const dialog = element('dialog', {},
    element('h2', {}, `Fast-track transfers to ${account.handle}`),
    element('label', {}, 'Endpoint URL; empty to opt out', url),
    element('label', {}, 'API key, sent as X-API-KEY; empty for none', key),
    element('p', { className: 'choices' }, button('Cancel', '', () => dialog.close()), button('Set', 'yes', async () => {
      dialog.close();
      await act(`/api/accounts/${account.handle}/fast-track`, { url: url.value, apiKey: key.value });
    })));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const transferItem = transfer => element('li', {}, tag(...outcomes[transfer.outcome]), `${transfer.domains.join(', ')}: ${transfer.registrant} to ${transfer.registrar}`,
  small(`${moment(transfer.time)}${transfer.statusCode ? ` · ${transfer.statusCode}` : ''} · ${transfer.message}`), transfer.violation ? small(`Violation: ${transfer.violation}`) : null);

let shown = '';

function show(registry) {
  byId('clock').textContent = moment(registry.time);
  const rest = JSON.stringify({ ...registry, time: null });
  if (rest === shown) { return; } // Keeps the buttons in place if nothing has changed.
  shown = rest;
  byId('shutting-down').hidden = !registry.shuttingDown;
  byId('shutdown').textContent = registry.shuttingDown ? 'End shutdown' : 'Shut down';
  byId('shutdown').onclick = () => act('/api/shutdown', { on: !registry.shuttingDown });
  fill('domains', registry.domains, domainRow);
  fill('contacts', registry.contacts, contactRow);
  fill('hosts', registry.hosts, host => cells('hosts', [host.name, host.addresses.length ? small(host.addresses.join(', ')) : null], host.manager, tag(host.state, kindOfStatus(host.state))));
  fill('accounts', registry.accounts, accountRow);
  fill('sessions', registry.sessions, session => element('li', {}, session.user ?? 'not logged in', small(`session ${session.id}, since ${moment(session.opened)}`)), 'No client is connected.');
  showConnection(registry.sessions.length === 0);
  fill('messages', registry.messages, message => element('li', {}, message.text, small(`${message.user} · ${message.id} · ${moment(message.queued)}`)), 'The queues are empty.');
  fill('consent-requests', registry.consentRequests, consentRequestItem);
  byId('consent-requests-box').hidden = registry.consentRequests.length === 0;
  fill('transfers', [...registry.fastTrackTransfers].reverse(), transferItem);
  byId('transfers-box').hidden = registry.fastTrackTransfers.length === 0;
}

export async function refresh() {
  try {
    show(await get('/api/registry'));
    byId('disconnected').hidden = true;
  } catch {
    byId('disconnected').hidden = false;
  }
}

for (const move of document.querySelectorAll('[data-clock]')) {
  const body = JSON.parse(move.dataset.clock);
  move.onclick = () => body.days > 1
    ? actIfConfirmed(`Move the clock by ${move.innerText}? Periods and deadlines end, and the clock cannot be moved back. Save the registry first if you need it.`, 'Move', '/api/clock', body)
    : act('/api/clock', body);
}

byId('inject').onclick = async () => {
  await act('/api/faults', { fault: byId('fault').value });
  notify(`Armed for the next command: ${byId('fault').selectedOptions[0].text}.`);
};
byId('abort').onclick = () => actIfConfirmed('Abort all connections? Clients lose the responses that they wait for.', 'Abort', '/api/connections/abort');
refresh();
setInterval(refresh, 1000);

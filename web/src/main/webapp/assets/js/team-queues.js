/* The queues of the team beside the tiles: who waits, how many could take a call, what is alarming; a message to many; what was lately. */
import { say, el, icon, since, duration, clock, patch, empty, base, language } from './format.js';
import { board } from './line.js';
import { alarming, alarmWords, queueName } from './alarms.js';
import { messageForm } from './message-form.js';

const ALARMS_AT_FIRST = 8, MORE_ALARMS = 20;
let shownAlarms = ALARMS_AT_FIRST;
let wanted = '', last = { alarms: [], messages: [] }, learnt = 0;

function row(queue) {
  const first = queue.waiting[0], alarm = alarming(queue.id);
  return el('div', { class: 'team-queue' + (alarm ? ' is-lost' : queue.waiting.length && !queue.idle ? ' warn' : ''), 'data-queue': queue.id }, el('h3', {}, alarm ? icon('s-LOST', true) : '', queue.name, alarm ? el('span', { class: 'visually-hidden' }, say('alarm.title')) : ''),
    el('p', { class: 'num' }, el('b', {}, say('team.waiting', queue.waiting.length)), first ? el('span', {}, say('team.longest'), ' ', since(first.since)) : '',
      el('span', { class: 'muted' }, say('team.ready', queue.idle, queue.signedIn))));
}

/** The time, with the day unless it was today. */
const when = at => (new Date(at).toDateString() === new Date().toDateString() ? '' : `${new Date(at).toLocaleDateString(language, { month: 'numeric', day: 'numeric' })} `) + clock(at);
const span = alarm => `${when(alarm.since)}–${alarm.ended ? clock(alarm.ended) : ''}`;
const pastAlarm = alarm => el('li', {}, el('b', {}, queueName(alarm.queue)), el('span', { class: 'num muted' }, span(alarm)), el('span', {}, alarmWords(alarm), ' · ', alarm.ended ? say('alarm.lasted', duration(alarm.ended - alarm.since)) : say('alarm.on')));
const audience = to => to === 'all' ? say('message.toAll') : to.startsWith('queue ') ? queueName(to.slice(6)) : board.agents.get(to.slice(6))?.name || to.slice(6);
const sentMessage = one => el('li', { 'data-sent': '' }, el('b', {}, audience(one.to)), el('span', { class: 'num muted' }, clock(one.at)), el('span', {}, one.text, ' · ', el('span', { class: 'muted num' }, say('message.readBy', one.read, one.recipients))));

async function learn() {
  if (Date.now() - learnt < 5000) return;
  learnt = Date.now();
  try {
    const answer = await fetch(`${base}/team/last?alarms=${shownAlarms + 1}`, { cache: 'no-store' });
    if (answer.ok) { last = await answer.json(); history(); }
  } catch { /* Asked again soon; the line says that the server is away. */ }
}
document.addEventListener('message-sent', () => { learnt = 0; learn(); });
setInterval(() => { if (document.querySelector('.team-history')) learn(); }, 5000);

const earlier = () => el('li', {}, el('button', { type: 'button', class: 'button quiet', 'data-act': 'earlier-alarms', onclick: () => { shownAlarms += MORE_ALARMS; learnt = 0; learn(); } }, say('alarm.earlier')));

function history() {
  const box = document.querySelector('.team-history');
  if (!box) return;
  const list = (title, rows) => rows.length ? el('details', { open: true }, el('summary', {}, say(title)), el('ul', { class: 'history' }, ...rows)) : '';
  patch(box, [['last', JSON.stringify([last, shownAlarms]), () => el('div', {}, list('alarm.last', [...last.alarms.slice(0, shownAlarms).map(pastAlarm), ...(last.alarms.length > shownAlarms ? [earlier()] : [])]), list('message.last', last.messages.slice(0, 5).map(sentMessage)))]]);
}

export function queuePanel(box, queueId) {
  wanted = queueId;
  const queues = [...board.queues.values()].filter(queue => !wanted || queue.id === wanted);
  patch(box, [['queues', 'card', () => el('section', { class: 'card' }, el('header', { class: 'card-head' }, el('h2', {}, say('team.queues'))), el('div', { class: 'team-queues' }),
    el('div', { class: 'agent-part' }, el('h3', { class: 'message-to' }), messageForm(() => wanted ? { queue: wanted } : {})), el('div', { class: 'team-history' }))]]);
  const title = wanted ? say('message.toQueue', queueName(wanted)) : say('message.toAll');
  if (box.querySelector('.message-to').textContent !== title) box.querySelector('.message-to').textContent = title;
  patch(box.querySelector('.team-queues'), queues.length ? queues.map(queue => [queue.id, JSON.stringify([queue.name, queue.waiting, queue.idle, queue.signedIn, alarming(queue.id)]), () => row(queue)])
    : [['empty', '', () => empty(say('live.noQueues'), say('live.noQueues.text'))]]);
  history();
  learn();
}

/* The queues of the team beside the tiles: who waits, and how many could take a call. */
import { say, el, since, patch, empty } from './format.js';
import { board } from './line.js';

function row(queue) {
  const first = queue.waiting[0];
  return el('div', { class: 'team-queue' + (queue.waiting.length && !queue.idle ? ' warn' : ''), 'data-queue': queue.id }, el('h3', {}, queue.name),
    el('p', { class: 'num' }, el('b', {}, say('team.waiting', queue.waiting.length)), first ? el('span', {}, say('team.longest'), ' ', since(first.since)) : '',
      el('span', { class: 'muted' }, say('team.ready', queue.idle, queue.signedIn))));
}

export function queuePanel(box, wanted) {
  const queues = [...board.queues.values()].filter(queue => !wanted || queue.id === wanted);
  patch(box, [['queues', 'card', () => el('section', { class: 'card' }, el('header', { class: 'card-head' }, el('h2', {}, say('team.queues'))), el('div', { class: 'team-queues' }))]]);
  patch(box.querySelector('.team-queues'), queues.length ? queues.map(queue => [queue.id, JSON.stringify([queue.name, queue.waiting, queue.idle, queue.signedIn]), () => row(queue)])
    : [['empty', '', () => empty(say('live.noQueues'), say('live.noQueues.text'))]]);
}

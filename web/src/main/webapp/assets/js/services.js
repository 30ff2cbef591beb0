/* Whether the parts of the installation work: one mark each, with what is wrong in words. */
import { say, knows, el, patch } from './format.js';
import { onTold } from './line.js';

const LOOKS = { UP: 'is-ready', DEGRADED: 'is-ringing', DOWN: 'is-lost' };

/** What is wrong, in the reader's language: its English sentence is the key, the numbers in it are filled in. */
function problem(text) {
  const key = 'service.problem.' + text.replace(/[^A-Za-z]+/g, '_').replace(/_$/, ''), numbers = text.match(/\d+/g) || [];
  const status = 'service.sip.' + numbers[0];
  return knows(key) ? say(key, ...numbers).replace('{status}', knows(status) ? `${numbers[0]} ${say(status)}` : numbers[0]) : text;
}

onTold('services', message => {
  patch(document.getElementById('services'), message.services.map(one => {
    /* The first word is the kind of thing, the rest its own name. */
    const [kind, ...rest] = one.name.split(' '), own = `service.${kind}.${rest.join(' ')}`;
    const name = knows(own) ? say(own) : knows('service.' + kind) ? say('service.' + kind, rest.join(' ')) : one.name;
    return [one.name, JSON.stringify(one), () => el('li', { class: `outcome ${LOOKS[one.status]}`, 'data-service-state': one.status, title: one.problem ? problem(one.problem) : say('service.state.' + one.status) },
      el('i', { 'aria-hidden': 'true' }), el('span', {}, name), one.status === 'UP' ? (one.count === undefined ? el('span', { class: 'visually-hidden' }, say('service.state.UP')) : el('b', { class: 'num' }, String(one.count)))
        : el('b', {}, say('service.state.' + one.status), one.problem ? say('service.because', problem(one.problem)) : ''))];
  }));
});

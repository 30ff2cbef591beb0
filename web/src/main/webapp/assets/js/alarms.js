/* Alarms of queues: a line each on pages that have a place for them, a notice on the others, a sound where somebody wants it. */
import { say, el, icon, since, duration, notice, patch } from './format.js';
import { board, onTold, onChange } from './line.js';

const SOUND = 'zongji-alarm-sound';
const key = alarm => `${alarm.queue} ${alarm.kind} ${alarm.since}`;
let alarms = [], known = null;

/** What is alarming, in words: the worst so far, too. */
export const alarmWords = alarm => say('alarm.' + alarm.kind, alarm.kind === 'WAITING' ? alarm.worst : duration(alarm.worst));
export const queueName = id => board.queues.get(id)?.name || id;
export const alarming = queue => alarms.some(alarm => alarm.queue === queue);
export const soundOn = () => localStorage.getItem(SOUND) === 'on';
export function setSound(on) { localStorage.setItem(SOUND, on ? 'on' : 'off'); if (on) beep(); }

/** Two short tones; nothing when the browser has not been clicked at yet. */
export function beep() {
  const context = new AudioContext();
  if (context.state === 'suspended') { context.close(); return; }
  [0, 0.22].forEach((at, n) => {
    const tone = new OscillatorNode(context, { frequency: n ? 660 : 880 }), volume = new GainNode(context, { gain: 0.15 });
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + at);
    tone.stop(context.currentTime + at + 0.16);
    tone.onended = () => { if (n) context.close(); };
  });
}

function draw() {
  const box = document.getElementById('alarms');
  if (box) patch(box, alarms.map(alarm => [key(alarm), JSON.stringify([alarm, queueName(alarm.queue)]), () => el('div', { class: 'alarm is-lost', 'data-alarm': alarm.kind },
    icon('s-LOST'), el('strong', {}, say('alarm.title')), el('b', {}, queueName(alarm.queue)), el('span', {}, alarmWords(alarm)), since(alarm.since, 'num muted'))]));
}

onTold('alarms', message => {
  alarms = message.alarms;
  const fresh = known ? alarms.filter(alarm => !known.has(key(alarm))) : alarms;
  known = new Set(alarms.map(key));
  draw();
  if (fresh.length && soundOn()) beep();
  if (!document.getElementById('alarms')) fresh.forEach(alarm => notice(`${say('alarm.title')}: ${queueName(alarm.queue)} · ${alarmWords(alarm)}`, true));
});
onChange(draw);

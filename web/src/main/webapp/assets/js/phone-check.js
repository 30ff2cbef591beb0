/* The phone's devices in a dialog, and a check of headset and network that ends in words. */
import { say, el, base } from './format.js';
import { available, choice, choose, microphone, soundFrom } from './devices.js';
import { Sound } from './softphone-sound.js';
import { lastCall, wordFor } from './voice-quality.js';

const PROBES = 5;
const RECORD_MS = 3000;
/** Below this nobody has said anything. */
const SPOKEN = 0.35;
const LOOK = { good: 'is-ready', fair: 'is-ringing', poor: 'is-lost', none: 'is-lost' };

const percent = number => `${number.toFixed(1)} %`;
const millis = number => `${Math.round(number)} ms`;

/** The way to the server and back, when there was no call yet that tells more. */
async function probe() {
  const times = [];
  for (let n = 0; n < PROBES; n++) {
    const before = performance.now();
    await fetch(`${base}/me`, { cache: 'no-store' });
    times.push(performance.now() - before);
  }
  return { roundTrip: times.sort((one, other) => one - other)[Math.floor(PROBES / 2)] };
}

export async function openCheck() {
  const sound = new Sound();
  let stream = null, loudest = 0;
  const meter = el('meter', { min: 0, max: 1, low: 0.05, 'data-check': 'level', 'aria-label': say('phone.level.ours') });
  const heard = el('p', { role: 'status', 'data-check': 'headset' }, say('check.speak'));
  const way = el('p', { role: 'status', 'data-check': 'network' }, say('check.measuring'));
  const fields = el('div', { class: 'check-fields' });
  const sheet = el('dialog', { class: 'sheet check', 'aria-label': say('check.title') }, el('h2', {}, say('check.title')), fields,
    el('h3', {}, say('check.headset')), meter, heard,
    el('div', { class: 'controls' }, el('button', { type: 'button', class: 'button', 'data-check': 'play', onclick: () => playBack() }, say('check.playBack'))),
    el('h3', {}, say('check.network')), way,
    el('form', { method: 'dialog', class: 'pick-close' }, el('button', { class: 'button' }, say('bar.close'))));

  async function hear() {
    stream?.getTracks().forEach(track => track.stop());
    try {
      stream = await microphone();
      sound.listen(stream);
    } catch { heard.textContent = say('phone.microphone'); heard.className = 'is-lost word'; }
  }

  async function draw() {
    const { inputs, outputs } = await available();
    const select = (what, devices) => {
      const node = el('select', { name: what, onchange: async () => { choose({ [what]: node.value }); if (what === 'microphone') { loudest = 0; await hear(); } } },
        el('option', { value: '' }, say('check.usual')), ...devices.map((device, n) => el('option', { value: device.deviceId, selected: choice()[what] === device.deviceId }, device.label || say('check.device', n + 1))));
      return el('label', { class: 'field' }, el('span', {}, say('check.' + what)), node);
    };
    const volume = el('input', { type: 'range', name: 'volume', min: 0, max: 1, step: 0.05, value: choice().volume, oninput: () => choose({ volume: Number(volume.value) }), onchange: () => sound.bell.ringOnce() });
    fields.replaceChildren(select('microphone', inputs), select('speaker', outputs), select('ringer', outputs), el('label', { class: 'field' }, el('span', {}, say('check.volume')), volume));
  }

  /** Three seconds of what the microphone takes up, heard from the chosen speaker. */
  async function playBack() {
    if (!stream) return;
    const recorder = new MediaRecorder(stream), parts = [];
    recorder.ondataavailable = event => parts.push(event.data);
    recorder.onstop = async () => {
      const player = new Audio(URL.createObjectURL(new Blob(parts, { type: recorder.mimeType })));
      await soundFrom(player, choice().speaker);
      player.onended = () => URL.revokeObjectURL(player.src);
      heard.textContent = say('check.listen');
      player.play();
    };
    heard.textContent = say('check.recording');
    recorder.start();
    setTimeout(() => recorder.stop(), RECORD_MS);
  }

  const look = setInterval(() => {
    meter.value = sound.level('ours');
    loudest = Math.max(loudest, meter.value);
    if (loudest > SPOKEN && heard.dataset.word !== 'good') { heard.dataset.word = 'good'; heard.className = 'is-ready word'; heard.textContent = say('check.headset.good'); }
  }, 100);
  sheet.addEventListener('close', () => { clearInterval(look); stream?.getTracks().forEach(track => track.stop()); sheet.remove(); });
  navigator.mediaDevices.addEventListener('devicechange', draw);
  sheet.addEventListener('close', () => navigator.mediaDevices.removeEventListener('devicechange', draw));
  document.body.append(sheet);
  sheet.showModal();
  await hear();
  await draw();
  try {
    const call = lastCall(), figures = call || await probe(), word = wordFor(figures);
    way.dataset.word = word;
    way.className = `${LOOK[word]} word`;
    way.textContent = word === 'none' ? say('check.none') : call
      ? say('check.ofCall', say('check.' + word), figures.roundTrip === null ? '–' : millis(figures.roundTrip), figures.loss === null ? '–' : percent(figures.loss), figures.jitter === null ? '–' : millis(figures.jitter))
      : say('check.toServer', say('check.' + word), millis(figures.roundTrip));
  } catch { way.textContent = say('refusal.line'); way.className = 'is-lost word'; }
}

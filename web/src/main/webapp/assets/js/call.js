/* One call: its timeline as a picture, the recording's two voices below it on the same time axis, the events as a list. */
import { say, el, svg, icon, duration, knows } from './format.js';

const data = JSON.parse(document.getElementById('picture').textContent);
const whole = [data.started, Math.max(data.started + 1000, data.ended || Date.now(), ...data.events.map(event => event.at), ...data.recordings.map(tape => tape.started + (tape.durationMs || 0)))];
/* What the picture shows: the whole call, or only what was recorded when that is a small part of it. */
let [begin, end] = whole;
const place = document.getElementById('timeline');
const NAMES = 128, LANE = 36;

const laneOf = event => { const n = data.legs.findIndex(leg => leg.id === event.leg); return n < 0 ? 0 : n; };
const legName = leg => leg.role === 'agent' ? leg.agent || say('role.agent') : say('role.caller');
const detail = event => [event.type === 'DIGITS_COLLECTED' ? event.digits : '', event.label || (event.type === 'NODE_ENTERED' ? event.node : ''), event.agent, event.queue,
  event.cause ? (knows('cause.' + event.cause) ? say('cause.' + event.cause) : event.cause) : '', !event.agent && event.leg && data.legs[laneOf(event)] && ['CONNECTION_CLEARED', 'ESTABLISHED', 'DELIVERED', 'HELD', 'RETRIEVED'].includes(event.type) ? legName(data.legs[laneOf(event)]) : '']
  .filter(Boolean).join(' · ');

/** An agent's phone does not arrive, it is called. */
const named = event => say(event.type === 'SERVICE_INITIATED' && data.legs[laneOf(event)]?.role === 'agent' ? 'event.called' : 'event.' + event.type);

/** What a leg was doing: spans of [from, to, look]. */
function spans(leg) {
  const last = leg.ended || whole[1];
  if (leg.role === 'agent') {
    return leg.answered ? [[leg.started, leg.answered, 'ring'], [leg.answered, last, 'agent']] : [[leg.started, last, 'ring']];
  }
  const found = [];
  let from = leg.started, look = 'ivr';
  const turn = (at, next) => { if (at > from) found.push([from, at, look]); from = at; look = next; };
  for (const event of data.events) {
    if (event.type === 'QUEUED') turn(event.at, 'wait');
    else if (event.type === 'NODE_ENTERED') turn(event.at, look === 'ivr' ? 'ivr' : look === 'wait' ? 'wait' : 'ivr');
    else if (event.type === 'ESTABLISHED' && data.legs[laneOf(event)]?.role === 'agent') turn(event.at, 'talk');
    else if (event.type === 'DIVERTED') turn(event.at, 'ivr');
    else if (event.type === 'HELD') turn(event.at, 'hold');
    else if (event.type === 'RETRIEVED') turn(event.at, 'talk');
    else if (event.type === 'CONNECTION_CLEARED' && data.legs[laneOf(event)]?.role === 'agent' && look === 'talk') turn(event.at, 'ivr');
  }
  turn(last, 'ivr');
  return found.reduce((all, span) => { const before = all.at(-1); if (before && before[2] === span[2] && before[1] === span[0]) before[1] = span[1]; else all.push(span); return all; }, []);
}

let x = () => 0, width = 0;
function draw() {
  width = place.clientWidth - 48;
  const room = width - NAMES;
  x = at => NAMES + room * (at - begin) / (end - begin);
  const height = 24 + data.legs.length * LANE;
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800].find(s => (end - begin) / 1000 / s <= room / 72) || 3600;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, height, role: 'img', 'aria-label': say('event.SERVICE_INITIATED') });
  for (let s = Math.ceil((begin - whole[0]) / 1000 / step) * step; whole[0] + s * 1000 <= end; s += step) {
    const at = x(whole[0] + s * 1000);
    picture.append(svg('line', { class: 'grid-line', x1: at, x2: at, y1: 18, y2: height }), text(at, 12, duration(s * 1000), s ? 'middle' : 'start'));
  }
  data.legs.forEach((leg, n) => {
    const y = 24 + n * LANE + 6;
    picture.append(text(0, y + 16, legName(leg), 'start', 'lane-name'));
    for (const [first, last, look] of spans(leg)) {
      const from = Math.max(first, begin), to = Math.min(last, end);
      if (to < from) continue;
      picture.append(svg('rect', { class: `span ${look}`, x: x(from), y, width: Math.max(2, x(to) - x(from)), height: 24 }, svg('title', {}, `${say('span.' + look)} ${duration(last - first)}`)));
    }
  });
  /* Events that would lie on each other are one mark, which tells them all. */
  const marks = [];
  data.events.forEach((event, n) => {
    if (!data.legs.length || event.at < begin || event.at > end) return;
    const lane = laneOf(event), at = x(event.at);
    const near = marks.find(mark => mark.lane === lane && Math.abs(mark.at - at) < 9);
    if (near) near.all.push([event, n]); else marks.push({ lane, at, all: [[event, n]] });
  });
  for (const { lane, at, all } of marks) {
    picture.append(svg('circle', { class: 'mark', cx: at, cy: 24 + lane * LANE + 18, r: all.length > 1 ? 5 : 4, 'data-n': all.map(([, n]) => n).join(' ') },
      svg('title', {}, all.map(([event]) => `${event.time} ${named(event)} ${detail(event)}`).join('\n'))));
  }
  place.replaceChildren(picture);
}
function text(at, y, words, anchor, cls) { const node = svg('text', { x: at, y, 'text-anchor': anchor, class: cls }); node.textContent = words.length > 16 ? words.slice(0, 15) + '…' : words; return node; }

document.getElementById('events').append(...data.events.map((event, n) => el('li', { 'data-n': n }, el('span', { class: 'num muted' }, event.time),
  el('span', {}, named(event)), el('span', { class: 'muted', title: detail(event) }, detail(event)))));
document.addEventListener('mouseover', event => {
  const n = event.target.closest?.('[data-n]')?.dataset.n;
  document.querySelectorAll('.lit').forEach(node => node.classList.remove('lit'));
  if (n !== undefined) for (const one of n.split(' ')) document.querySelectorAll(`[data-n~="${one}"]`).forEach(node => node.classList.add('lit'));
});

/* --- player --- */
const VOICES = [['caller', '--track-caller'], ['agent', '--track-agent']];

function player(box) {
  const audio = box.querySelector('audio');
  const tape = data.recordings.find(one => one.id === box.dataset.id);
  const voices = VOICES.map(([role, colour]) => {
    const canvas = el('canvas');
    const mute = el('button', { type: 'button', 'aria-pressed': 'false' }, icon('sound', true));
    const row = el('div', { class: 'track' }, el('div', { class: `track-name ${role}` }, el('i'), say('player.' + role), mute), canvas);
    row.querySelector('i').style.setProperty('--c', `var(${colour})`);
    return { role, colour, canvas, mute, row, peaks: null, gain: null, muted: false };
  });
  const head = el('div', { class: 'playhead', hidden: true });
  const tracks = box.querySelector('.tracks');
  tracks.append(...voices.map(voice => voice.row), head);
  const play = el('button', { type: 'button', class: 'button primary round', 'aria-label': say('player.play'), 'data-play': '' }, icon('play'));
  const position = el('span', { class: 'num position' }, '0:00');
  const balance = el('input', { type: 'range', min: -1, max: 1, step: 0.1, value: 0, 'aria-label': say('player.balance') });
  const speed = el('select', { 'aria-label': say('player.speed') }, ...[0.75, 1, 1.25, 1.5, 2].map(rate => el('option', { value: rate, selected: rate === 1 }, `${rate}×`)));
  box.querySelector('.player-bar').append(play, position, el('label', {}, say('player.speed'), speed),
    el('label', {}, say('player.balance'), el('span', { class: 'ends' }, say('player.caller')), balance, el('span', { class: 'ends' }, say('player.agent'))));

  const from = () => tape.started, span = () => (audio.duration || (tape.durationMs || 1000) / 1000) * 1000;
  let context = null;
  /** Browsers allow sound only after a click, so the sound is wired then: each voice has its own loudness, both are heard in both ears. */
  function wire() {
    if (context) return;
    context = new AudioContext();
    const source = context.createMediaElementSource(audio), split = context.createChannelSplitter(2);
    source.connect(split);
    voices.forEach((voice, n) => { voice.gain = context.createGain(); split.connect(voice.gain, n); voice.gain.connect(context.destination); });
    loudness();
  }
  function loudness() {
    const b = Number(balance.value);
    voices.forEach((voice, n) => { if (voice.gain) voice.gain.gain.value = voice.muted ? 0 : n === 0 ? Math.min(1, 1 - b) : Math.min(1, 1 + b); });
  }
  async function toggle() {
    wire();
    await context.resume();
    if (audio.paused) await audio.play(); else audio.pause();
  }
  play.onclick = toggle;
  audio.onplay = audio.onpause = () => { play.replaceChildren(icon(audio.paused ? 'play' : 'pause')); play.setAttribute('aria-label', say(audio.paused ? 'player.play' : 'player.pause')); follow(); };
  audio.onerror = () => tracks.replaceChildren(el('p', { class: 'problem', role: 'alert' }, say('player.failed')));
  audio.ontimeupdate = audio.onloadedmetadata = () => follow(true);
  balance.oninput = loudness;
  speed.onchange = () => { audio.playbackRate = Number(speed.value); };
  voices.forEach(voice => {
    const name = say('player.' + voice.role);
    const label = () => { voice.mute.setAttribute('aria-label', say(voice.muted ? 'player.unmute' : 'player.mute', name)); voice.mute.title = voice.mute.getAttribute('aria-label'); };
    label();
    voice.mute.onclick = () => { voice.muted = !voice.muted; voice.mute.setAttribute('aria-pressed', voice.muted); voice.mute.replaceChildren(icon(voice.muted ? 'mute' : 'sound', true)); voice.row.classList.toggle('muted-track', voice.muted); label(); loudness(); };
    voice.canvas.onclick = event => { const at = begin + (end - begin) * event.offsetX / voice.canvas.clientWidth; audio.currentTime = Math.max(0, Math.min(audio.duration || 0, (at - from()) / 1000)); follow(true); };
  });
  document.addEventListener('keydown', event => {
    if (event.target.closest('input, select, textarea, button, a')) return;
    if (event.key === ' ') { event.preventDefault(); toggle(); }
    if (event.key === 'ArrowRight') audio.currentTime += 5;
    if (event.key === 'ArrowLeft') audio.currentTime -= 5;
  });

  function follow(once) {
    const total = audio.duration || 0;
    position.textContent = `${duration(audio.currentTime * 1000)} / ${duration(total * 1000)}`;
    head.hidden = !width;
    head.style.left = `${x(from() + audio.currentTime * 1000)}px`;
    if (!audio.paused && !once) requestAnimationFrame(() => follow());
  }
  function paint() {
    const style = getComputedStyle(document.documentElement);
    for (const voice of voices) {
      const { canvas } = voice, w = canvas.clientWidth, h = canvas.clientHeight, dense = devicePixelRatio || 1;
      canvas.width = w * dense; canvas.height = h * dense;
      const pen = canvas.getContext('2d');
      pen.scale(dense, dense);
      const left = w * (from() - begin) / (end - begin), room = Math.max(8, w * span() / (end - begin));
      pen.fillStyle = style.getPropertyValue('--sunken');
      pen.fillRect(left, 0, room, h);
      pen.fillStyle = style.getPropertyValue(voice.colour);
      const bars = Math.floor(room / 2);
      for (let n = 0; n < bars; n++) {
        let peak = 0;
        if (voice.peaks) for (let i = Math.floor(n * voice.peaks.length / bars), last = Math.max(i + 1, Math.floor((n + 1) * voice.peaks.length / bars)); i < last; i++) peak = Math.max(peak, voice.peaks[i] || 0);
        const tall = Math.max(1, Math.sqrt(peak) * (h - 8));
        pen.fillRect(left + n * 2, (h - tall) / 2, 1.4, tall);
      }
    }
    follow(true);
  }
  async function read() {
    try {
      const answer = await fetch(audio.src);
      if (!answer.ok) throw new Error(answer.status);
      const sound = await new OfflineAudioContext(2, 1, 8000).decodeAudioData(await answer.arrayBuffer());
      voices.forEach((voice, n) => { voice.peaks = n < sound.numberOfChannels ? peaks(sound.getChannelData(n)) : null; });
      box.dataset.tracks = sound.numberOfChannels;
      paint();
    } catch { audio.onerror(); }
  }
  read();
  return paint;
}

/** The loudest sample of every 25 ms. */
function peaks(samples) {
  const size = 200, found = new Float32Array(Math.ceil(samples.length / size));
  for (let i = 0; i < samples.length; i++) { const n = i / size | 0, v = Math.abs(samples[i]); if (v > found[n]) found[n] = v; }
  return found;
}

const tapes = data.recordings.filter(tape => tape.durationMs);
const taped = tapes.length && [Math.min(...tapes.map(tape => tape.started)), Math.max(...tapes.map(tape => tape.started + tape.durationMs))];
if (taped && taped[1] - taped[0] < 0.8 * (whole[1] - whole[0])) {
  const zoom = el('button', { type: 'button', class: 'button quiet push', 'data-zoom': '' }, say('player.zoom'));
  zoom.onclick = () => { const close = begin !== taped[0]; [begin, end] = close ? taped : whole; zoom.textContent = say(close ? 'player.whole' : 'player.zoom'); redraw(); };
  document.getElementById('timeline-title').after(zoom);
}
draw();
const paints = [...document.querySelectorAll('[data-player]')].map(player);
function redraw() { draw(); paints.forEach(paint => paint()); }
addEventListener('resize', redraw);
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
document.querySelector('[data-back]')?.addEventListener('click', event => { if (document.referrer.includes('/calls.xhtml')) { event.preventDefault(); history.back(); } });

/* The recording of a call: one track for each party on the time axis of the call, with what happened marked above. */
import WaveSurfer from '../lib/wavesurfer/dist/wavesurfer.esm.js';
import { say, el, icon, duration } from './format.js';

const ROW = 56, MARK_ROOM = 136, MARK_ROWS = 3;
/** The events that tell a listener why the voices change. */
const MARKED = ['HELD', 'RETRIEVED', 'CONFERENCED', 'TRANSFERRED', 'SUSPENDED', 'RESUMED', 'MOVED', 'MODE_CHANGED', 'RECORDING_PAUSED', 'RECORDING_RESUMED'];
const ICONS = { HELD: '‖', RETRIEVED: '▸', CONFERENCED: '⚇', TRANSFERRED: '⇢', MOVED: '⇄', RECORDING_PAUSED: '‖', RECORDING_RESUMED: '●' };

/**
 * Fills the player's box.
 * call: data of the page, x (moment to pixels of the axis), legName, laneOf, named, detail, spans.
 */
export function player(box, call) {
  const tape = box.querySelector('.tape');
  const audio = el('audio', { preload: 'metadata', src: box.dataset.src });
  box.append(audio);
  const failed = () => { tape.replaceChildren(el('p', { class: 'problem', role: 'alert' }, say('player.failed'))); box.querySelector('.player-bar').hidden = true; };
  let surface = null;
  fetch(box.dataset.src + '/waves')
    .then(answer => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
    .then(waves => { audio.onerror = failed; surface = record(box, tape, audio, waves, call); })
    .catch(failed);
  return { paint: () => surface?.paint() };
}

function record(box, tape, audio, waves, call) {
  const { data } = call;
  const from = waves.from, length = waves.durationMs;
  const at = () => audio.currentTime * 1000;
  const seek = ms => { audio.currentTime = Math.max(0, Math.min(length, ms)) / 1000; };
  const tracks = waves.tracks.map((track, n) => {
    const leg = data.legs.find(one => one.id === track.leg) || (track.leg ? null : data.legs[n]);
    const role = leg?.role || track.role || 'caller';
    return { ...track, leg, role, name: leg ? call.legName(leg) : say('player.track', n + 1), gain: null, muted: false };
  });

  /* Browsers allow sound only after a click, so the sound is wired then: each track has its own loudness, all are heard in both ears. */
  let context = null;
  function wire() {
    if (context) return;
    context = new AudioContext();
    const source = context.createMediaElementSource(audio), split = context.createChannelSplitter(tracks.length);
    source.channelInterpretation = 'discrete';
    source.connect(split);
    tracks.forEach((track, n) => { track.gain = context.createGain(); track.gain.gain.value = track.muted ? 0 : 1; split.connect(track.gain, n); track.gain.connect(context.destination); });
  }
  async function toggle() {
    wire();
    await context.resume();
    if (audio.paused) await audio.play(); else audio.pause();
  }

  const names = tracks.map(track => {
    const mute = el('button', { type: 'button', 'aria-pressed': 'false' }, icon('sound', true));
    const row = el('div', { class: `track-name ${track.role}` }, el('i'), el('span', { title: track.name }, track.name), mute);
    row.querySelector('i').style.setProperty('--c', `var(${colour(track)})`);
    const show = () => {
      mute.setAttribute('aria-pressed', track.muted);
      mute.setAttribute('aria-label', say(track.muted ? 'player.unmute' : 'player.mute', track.name));
      mute.title = mute.getAttribute('aria-label');
      mute.replaceChildren(icon(track.muted ? 'mute' : 'sound', true));
      row.classList.toggle('muted-track', track.muted);
    };
    mute.onclick = () => { track.muted = !track.muted; if (track.gain) track.gain.gain.value = track.muted ? 0 : 1; show(); paint(); };
    show();
    return row;
  });

  const place = el('div', { class: 'waves', role: 'slider', tabindex: 0, 'aria-label': say('player.position'), 'aria-valuemin': 0, 'aria-valuemax': Math.round(length / 1000) });
  const shades = el('div', { class: 'shades', 'aria-hidden': 'true' });
  const marks = el('div', { class: 'marks', role: 'group', 'aria-label': say('player.marks') });
  const sheet = el('div', { class: 'sheet' }, place, shades);
  sheet.style.height = `${tracks.length * ROW}px`;
  tape.replaceChildren(marks, el('div', { class: 'track-names' }, ...names), sheet);

  const wave = WaveSurfer.create({
    container: place, media: audio, duration: length / 1000, height: ROW, barWidth: 1.5, barGap: 0.5, cursorWidth: 2, hideScrollbar: true, dragToSeek: true,
    peaks: tracks.map(track => Float32Array.from(track.peaks, peak => Math.sqrt(peak / 255))),
    splitChannels: tracks.map(() => ({})), ...colours(),
  });
  function colours() {
    const style = getComputedStyle(document.documentElement);
    const value = name => style.getPropertyValue(name).trim();
    return {
      cursorColor: value('--accent'),
      splitChannels: tracks.map(track => ({ waveColor: track.muted ? value('--line-strong') : value(colour(track)), progressColor: track.muted ? value('--line-strong') : value(colour(track)), height: ROW })),
    };
  }

  const play = el('button', { type: 'button', class: 'button primary round', 'aria-label': say('player.play'), 'data-play': '', onclick: toggle }, icon('play'));
  const position = el('span', { class: 'num position' }, '0:00');
  const speed = el('select', { 'aria-label': say('player.speed') }, ...[0.75, 1, 1.25, 1.5, 2].map(rate => el('option', { value: rate, selected: rate === 1 }, `${rate}×`)));
  speed.onchange = () => { audio.playbackRate = Number(speed.value); };
  box.querySelector('.player-bar').append(play, position, el('label', {}, say('player.speed'), speed));
  audio.onplay = audio.onpause = () => { play.replaceChildren(icon(audio.paused ? 'play' : 'pause')); play.setAttribute('aria-label', say(audio.paused ? 'player.play' : 'player.pause')); };
  audio.ontimeupdate = audio.onseeked = follow;
  function follow() {
    position.textContent = `${duration(at())} / ${duration(length)}`;
    place.setAttribute('aria-valuenow', Math.round(at() / 1000));
    place.setAttribute('aria-valuetext', position.textContent);
    for (const mark of marks.children) mark.classList.toggle('past', Number(mark.dataset.at) <= at());
  }

  const STEPS = { ArrowRight: 5000, ArrowLeft: -5000, PageDown: 30000, PageUp: -30000 };
  document.addEventListener('keydown', event => {
    const inside = event.target === place;
    if (!inside && event.target.closest('input, select, textarea, button, a')) return;
    if (event.key === ' ') { event.preventDefault(); toggle(); }
    else if (event.key in STEPS && (inside || event.key.startsWith('Arrow'))) { event.preventDefault(); seek(at() + STEPS[event.key]); }
    else if (inside && event.key === 'Home') { event.preventDefault(); seek(0); }
    else if (inside && event.key === 'End') { event.preventDefault(); seek(length); }
  });

  /** What of the events a listener wants to know, on the tape's own clock. */
  function happened() {
    const caller = data.legs[0]?.id;
    return data.events
      .filter(event => MARKED.includes(event.type)
        || event.leg !== caller && event.leg && ['ESTABLISHED', 'CONNECTION_CLEARED'].includes(event.type)
        || event.type === 'SERVICE_INITIATED' && ['colleague', 'supervisor'].includes(event.role))
      .map(event => ({ event, ms: event.at - from }))
      .filter(({ ms }) => ms > 0 && ms < length - 300);
  }
  function paintMarks(left, perMs) {
    const last = Array(MARK_ROWS).fill(null);
    const endOf = row => last[row] ? last[row].px + MARK_ROOM : -Infinity;
    marks.replaceChildren(...happened().map(({ event, ms }) => {
      const words = [call.named(event), call.detail(event)].filter(Boolean).join(' · ');
      const px = left + ms * perMs;
      const row = [...last.keys()].reduce((best, each) => endOf(best) <= px || endOf(best) <= endOf(each) ? best : each);
      if (endOf(row) > px) last[row].mark.style.maxWidth = `${Math.max(14, px - last[row].px - 2)}px`;
      const mark = el('button', { type: 'button', class: `mark-flag ${event.type.toLowerCase()}`, 'data-at': ms, title: `${duration(ms)} ${words}`, 'aria-label': `${duration(ms)} ${words}`, onclick: () => seek(ms) },
        el('b', { 'aria-hidden': 'true' }, ICONS[event.type] || '•'), el('span', {}, words));
      mark.style.left = `${px}px`;
      if (marks.clientWidth - px < MARK_ROOM) mark.style.maxWidth = `${Math.max(14, marks.clientWidth - px)}px`;
      mark.style.top = `${row * 22}px`;
      last[row] = { px, mark };
      mark.style.setProperty('--drop', `${(MARK_ROWS - row) * 22 + tracks.length * ROW}px`);
      return mark;
    }));
  }
  function shade(track, begin, end, cls, words) {
    const node = el('div', { class: `shade ${cls}`, title: words });
    const first = Math.max(0, begin - from), last = Math.min(length, end - from);
    if (last <= first) return null;
    node.style.left = `${100 * first / length}%`;
    node.style.width = `${100 * (last - first) / length}%`;
    node.style.top = `${track * ROW}px`;
    return node;
  }
  function paintShades() {
    const found = [];
    tracks.forEach((track, n) => {
      if (!track.leg) return;
      call.spans(track.leg).filter(span => span[2] === 'hold').forEach(([begin, end]) => found.push(shade(n, begin, end, 'held', say('player.held'))));
      (data.ledger || []).filter(entry => entry.leg === track.leg.id && ['PAUSED', 'MISSING'].includes(entry.coverage))
        .forEach(entry => found.push(shade(n, entry.from, entry.until, entry.coverage.toLowerCase(), say(entry.coverage === 'PAUSED' ? 'player.pausedHere' : 'player.missingHere'))));
    });
    shades.replaceChildren(...found.filter(Boolean));
  }
  function paint() {
    const left = call.x(from), perMs = (call.x(from + length) - left) / length;
    sheet.style.left = `${left}px`;
    sheet.style.width = `${Math.max(8, length * perMs)}px`;
    wave.setOptions(colours());
    paintMarks(left, perMs);
    paintShades();
    follow();
  }
  paint();
  box.dataset.tracks = tracks.length;
  return { paint };
}

const colour = track => `--track-${['caller', 'agent', 'colleague', 'supervisor'].includes(track.role) ? track.role : 'agent'}`;

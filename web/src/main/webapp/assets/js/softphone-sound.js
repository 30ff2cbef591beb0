/* What the softphone lets hear, from which device, and how loud both sides are. */
import { choice, onChoice, soundFrom } from './devices.js';

const RING = { hertz: [440, 480], onSeconds: 1, everyMs: 4000 };
const AUTO_ANSWER = { hertz: [880, 1320], onSeconds: 0.12 };
const LOUDEST_RING = 0.2;

export class Sound {
  #element = new Audio();
  #context = null;
  #bell = null;
  #ringing = null;
  #meters = {};

  constructor() {
    this.#element.autoplay = true;
    soundFrom(this.#element, choice().speaker);
    onChoice(({ speaker, ringer }) => {
      soundFrom(this.#element, speaker);
      if (this.#bell) soundFrom(this.#bell, ringer);
    });
  }

  #audio() {
    this.#context ??= new AudioContext();
    this.#context.resume();
    return this.#context;
  }

  ring() {
    this.quiet();
    this.ringOnce();
    this.#ringing = setInterval(() => this.ringOnce(), RING.everyMs);
  }

  ringOnce() { tone(this.#bellAudio(), RING.hertz, RING.onSeconds, LOUDEST_RING * choice().volume); }

  /** Two short rising tones, unlike the ring: a call is being answered by itself, the agent is heard in a moment. */
  warn() { AUTO_ANSWER.hertz.forEach((hertz, n) => tone(this.#bellAudio(), [hertz], AUTO_ANSWER.onSeconds, LOUDEST_RING, n * AUTO_ANSWER.onSeconds)); }

  #bellAudio() {
    if (!this.#bell) {
      this.#bell = new AudioContext();
      soundFrom(this.#bell, choice().ringer);
    }
    this.#bell.resume();
    return this.#bell;
  }

  quiet() {
    clearInterval(this.#ringing);
    this.#ringing = null;
  }

  /** Plays what the other side says; the promise fails when the browser wants a click first. */
  play(stream) {
    this.#element.srcObject = stream;
    this.#meters.theirs = this.#meter(stream);
    document.addEventListener('click', () => { this.#audio(); if (this.#element.paused) this.#element.play(); }, { once: true });
    return this.#element.play();
  }

  /** Measures what the microphone gives to the call. */
  talk(connection) {
    const track = connection.getSenders().map(sender => sender.track).find(one => one?.kind === 'audio');
    if (track) this.listen(new MediaStream([track]));
  }

  /** Measures a microphone. */
  listen(stream) { this.#meters.ours = this.#meter(stream); }

  silence() {
    this.#element.srcObject = null;
    this.#meters = {};
  }

  /** How loud "ours" or "theirs" is now, 0 to 1. */
  level(side) {
    const meter = this.#meters[side];
    if (!meter) return 0;
    meter.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    return Math.max(0, Math.min(1, 1 + Math.log10(power + 1e-12) / 6));
  }
  #samples = new Float32Array(1024);

  #meter(stream) {
    const audio = this.#audio(), meter = audio.createAnalyser();
    meter.fftSize = 1024;
    audio.createMediaStreamSource(stream).connect(meter);
    return meter;
  }
}

function tone(audio, frequencies, seconds, loudness, after = 0) {
  const gain = audio.createGain(), begin = audio.currentTime + after, end = begin + seconds;
  gain.gain.value = loudness;
  gain.connect(audio.destination);
  for (const hertz of frequencies) {
    const one = audio.createOscillator();
    one.frequency.value = hertz;
    one.connect(gain);
    one.start(begin);
    one.stop(end);
  }
}

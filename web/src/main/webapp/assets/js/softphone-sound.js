/* What the softphone lets hear, from which device, and how loud both sides are. */
import { Bell } from '../../sdk/bell.js';
import { choice, onChoice, soundFrom } from './devices.js';

export class Sound {
  #element = new Audio();
  #context = null;
  #meters = {};
  bell = new Bell({ volume: () => choice().volume, opened: audio => soundFrom(audio, choice().ringer) });

  constructor() {
    this.#element.autoplay = true;
    soundFrom(this.#element, choice().speaker);
    onChoice(({ speaker, ringer }) => {
      soundFrom(this.#element, speaker);
      if (this.bell.audio) soundFrom(this.bell.audio, ringer);
    });
  }

  #audio() {
    this.#context ??= new AudioContext();
    this.#context.resume();
    return this.#context;
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

/* What the softphone lets hear, and how loud both sides are. */
const RING = { hertz: [440, 480], onSeconds: 1, everyMs: 4000 };

export class Sound {
  #element = new Audio();
  #context = null;
  #ringing = null;
  #meters = {};

  constructor() { this.#element.autoplay = true; }

  #audio() {
    this.#context ??= new AudioContext();
    this.#context.resume();
    return this.#context;
  }

  ring() {
    this.quiet();
    const once = () => {
      const audio = this.#audio(), gain = audio.createGain(), end = audio.currentTime + RING.onSeconds;
      gain.gain.value = 0.08;
      gain.connect(audio.destination);
      for (const hertz of RING.hertz) {
        const tone = audio.createOscillator();
        tone.frequency.value = hertz;
        tone.connect(gain);
        tone.start();
        tone.stop(end);
      }
    };
    once();
    this.#ringing = setInterval(once, RING.everyMs);
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
    if (track) this.#meters.ours = this.#meter(new MediaStream([track]));
  }

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

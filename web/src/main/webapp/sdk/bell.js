/* What is heard before a call: the bell of a page that is the phone, and what tells that a call is being answered by itself. Nothing when the browser has not been clicked at yet. */
const RING = { hertz: [440, 480], seconds: 1, everyMs: 4000 };
const AUTO_ANSWER = { hertz: [880, 1320], seconds: 0.12 };
const LOUDEST = 0.2;

export class Bell {
  #audio = null;
  #ringing = null;
  #volume;
  #opened;

  /** @param volume of the ring, 0 to 1, asked before each; opened is told the audio context when the first sound is made */
  constructor({ volume = () => 0.75, opened = () => {} } = {}) {
    this.#volume = volume;
    this.#opened = opened;
  }

  /** Where its sound is made; null before the first. */
  get audio() { return this.#audio; }

  ring() {
    this.quiet();
    this.ringOnce();
    this.#ringing = setInterval(() => this.ringOnce(), RING.everyMs);
  }

  ringOnce() { this.#tone(RING.hertz, RING.seconds, LOUDEST * this.#volume()); }

  quiet() { clearInterval(this.#ringing); this.#ringing = null; }

  /** Two short rising tones, unlike the ring: a call is being answered by itself, the agent is heard in a moment. */
  warn() { AUTO_ANSWER.hertz.forEach((hertz, n) => this.#tone([hertz], AUTO_ANSWER.seconds, LOUDEST, n * AUTO_ANSWER.seconds)); }

  #tone(frequencies, seconds, loudness, after = 0) {
    if (!this.#audio) this.#opened(this.#audio = new AudioContext());
    this.#audio.resume();
    const begin = this.#audio.currentTime + after, volume = new GainNode(this.#audio, { gain: loudness });
    volume.connect(this.#audio.destination);
    for (const frequency of frequencies) {
      const tone = new OscillatorNode(this.#audio, { frequency });
      tone.connect(volume);
      tone.start(begin);
      tone.stop(begin + seconds);
    }
  }
}
